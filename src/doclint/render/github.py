"""A GitHub workflow command for each question, which Actions shows beside the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.judge.score import ranked
from doclint.model.finding import Severity
from doclint.render.place import file_span, slashed, told
from doclint.render.summary import change, hidden, summary

if TYPE_CHECKING:
    from doclint.model.finding import Finding
    from doclint.model.report import Failure, FileReport, Report

# GitHub keeps ten annotations of a kind from a step and drops the rest in silence
_SHOWN = 10
_COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def render(report: Report) -> str:
    """Annotations for the best ten questions and for unreadable files, then the summary as plain lines."""
    files = {file.path: file for file in report.files}
    best = ranked(report)
    rows = [_annotation(files[path], finding) for path, finding in best[:_SHOWN]]
    rows += [_failure(file, file.failure) for file in report.files if file.failure is not None]
    if len(best) > _SHOWN:
        rows.append(f"{len(best) - _SHOWN} more are not annotated: GitHub shows {_SHOWN} a step")
    return "\n".join([*rows, summary(report), *change(report), *hidden(report)]) + "\n"


def _annotation(file: FileReport, finding: Finding) -> str:
    span = file_span(file, finding)
    properties = {"file": slashed(file.path), "line": span.line, "endLine": span.end_line}
    # GitHub refuses columns where an annotation spans lines
    if span.line == span.end_line:
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = f"{finding.code} {finding.rule}"
    return _command(_COMMANDS[finding.severity], properties, f"{told(file, finding)}\n{finding.remedy}")


def _failure(file: FileReport, failure: Failure) -> str:
    properties: dict[str, object] = {"file": slashed(file.path), "line": failure.line or 1}
    return _command("error", {**properties, "title": "could not be read"}, failure.message)


def _command(name: str, properties: dict[str, object], message: str) -> str:
    shown = ",".join(
        f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items()
    )
    return f"::{name} {shown}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """Text that stays one command: the percent sign first, since the other escapes are made of it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
