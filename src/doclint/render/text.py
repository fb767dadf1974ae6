"""Findings one a line, so that editors and terminals can follow `path:line:col`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from doclint.judge.score import score_of

if TYPE_CHECKING:
    from doclint.model.report import Report


def render_text(report: Report, *, statistics: bool = False) -> str:
    """The findings by place, failures, a count of each rule where wanted, and a summary line."""
    rows = [
        f"{file.place(finding.span.line, finding.span.column)}: {finding.code} {finding.rule}: {finding.question}"
        for file in report.files
        for finding in file.findings
    ]
    for file in report.files:
        if file.failure is not None:
            line = f":{file.failure.line}" if file.failure.line else ""
            rows.append(f"{file.path}{line}: could not be read ({file.failure.kind}): {file.failure.message}")
    if statistics:
        counts = Counter((finding.code, finding.rule) for file in report.files for finding in file.findings)
        rows.extend(f"{count:6d} {code} {rule}" for (code, rule), count in sorted(counts.items()))
    rows.append(_summary(report))
    return "\n".join(rows) + "\n"


def _summary(report: Report) -> str:
    if not report.files:
        return "no Python files here"
    asked = [step for file in report.files for step in file.asked]
    answered = sum(step.answered for step in asked)
    findings = sum(len(file.findings) for file in report.files)
    score = score_of(asked)
    shown = "—" if score is None else f"{score:.0f}"
    files = f"{len(report.files)} file{'s' if len(report.files) != 1 else ''}"
    return f"{files}: {findings} to answer; score {shown}, {answered} of {len(asked)} questions answered"
