"""A report as JSON, the stable form that other tools read; its schema is data/report.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from doclint import __version__
from doclint.judge.score import score_of

if TYPE_CHECKING:
    from doclint.model.comparison import Comparison
    from doclint.model.finding import Finding
    from doclint.model.report import Failure, FileReport, JudgedRemark, JudgedStep, Report
    from doclint.model.span import Span

# digits that survive a change of platform: the last bits of a float sum need not
_DIGITS = 4


def render(report: Report) -> str:
    """The whole report, with every step and remark where the run kept them."""
    # each file that was read has the module as a step, so that any step means that details were asked for
    details = any(file.steps for file in report.files)
    asked = [step for file in report.files for step in file.asked]
    value = {
        "schema": "doclint-report/1",
        "doclint": __version__,
        "score": _rounded(score_of(asked)),
        "asked": len(asked),
        "answered": sum(step.answered for step in asked),
        "withheld": report.withheld,
        "baselined": report.baselined,
        "against": report.against and _against(report.against),
        "files": [_file(file, details) for file in report.files],
    }
    return json.dumps(value, indent=1, ensure_ascii=True) + "\n"


def _against(against: Comparison) -> dict[str, Any]:
    return {
        "revision": against.revision,
        "score": _rounded(against.score),
        "opened": [{"path": path, **_finding(finding)} for path, finding in against.opened],
        "closed": [{"path": path, **_finding(finding)} for path, finding in against.closed],
    }


def _file(file: FileReport, details: bool) -> dict[str, Any]:
    value: dict[str, Any] = {
        "path": file.path,
        "lines": file.lines,
        "score": _rounded(score_of(file.asked)),
        "asked": len(file.asked),
        "answered": sum(step.answered for step in file.asked),
        "skipped": file.skipped,
        "failure": file.failure and failure_value(file.failure),
        "findings": [finding_value(file, finding) for finding in file.findings],
    }
    if details:
        value["steps"] = [_step(step) | _in_cell(file, step.step.span) for step in file.steps]
        value["remarks"] = [_remark(remark) | _in_cell(file, remark.remark.span) for remark in file.remarks]
    return value


def failure_value(failure: Failure) -> dict[str, Any]:
    """A failure as JSON has it."""
    return {"kind": failure.kind, "message": failure.message, "line": failure.line}


def finding_value(file: FileReport, finding: Finding) -> dict[str, Any]:
    """A finding as JSON has it, with its cell in a notebook."""
    cell, span = file.cell(finding.span.line), finding.span
    indent = cell.indent if cell else 0
    columns = {"column": span.column + indent, "end_column": span.end_column + indent}
    return {**_finding(finding), **columns, **_in_cell(file, span)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        **_place(finding.span),
        "symbol": finding.symbol,
        "question": finding.question,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "need": _rounded(finding.need),
        "explained": _rounded(finding.explained),
        "causes": list(finding.causes),
        "looked": finding.looked,
        "remedy": finding.remedy,
        "fingerprint": finding.fingerprint,
        "fresh": finding.fresh,
    }


def _place(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def _in_cell(file: FileReport, span: Span) -> dict[str, Any]:
    """In a notebook: the cell (counted from 1, with its id), and lines counted within it."""
    cell = file.cell(span.line)
    if cell is None:
        return {}
    above = cell.first - 1
    return {
        "line": span.line - above,
        "end_line": span.end_line - above,
        "cell": {"number": cell.number, "id": cell.id},
    }


def _step(judged: JudgedStep) -> dict[str, Any]:
    return {
        "line": judged.step.span.line,
        "end_line": judged.step.span.end_line,
        "kind": judged.step.kind.value,
        "symbol": judged.step.symbol,
        "need": _rounded(judged.need.value),
        "explained": _rounded(judged.explained),
        "causes": list(judged.need.causes),
    }


def _remark(judged: JudgedRemark) -> dict[str, Any]:
    reason = judged.reason
    return {
        "line": judged.remark.span.line,
        "end_line": judged.remark.span.end_line,
        "placement": judged.remark.placement.value,
        "kind": reason.kind,
        "why": _rounded(reason.why),
        "strength": reason.strength,
        "reason": reason.reason,
        "restates": _rounded(reason.restates),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
