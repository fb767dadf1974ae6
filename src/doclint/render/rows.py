"""A report as the rows of two tables: files, and the findings in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doclint.judge.score import score_of
from doclint.render.report_json import finding_value

if TYPE_CHECKING:
    from doclint.model.report import FileReport

Row = dict[str, Any]


def file_row(source: str, file: FileReport) -> Row:
    """The row of a file; of a report without a path, which is about the source as a whole, `path` is None."""
    failure = file.failure
    return {
        "source": _text(source),
        "path": _text(file.path) or None,
        "lines": file.lines,
        "score": score_of(file.asked),
        "asked": len(file.asked),
        "answered": sum(step.answered for step in file.asked),
        "findings": len(file.findings),
        "skipped": file.skipped,
        "failure": failure and failure.kind,
        "failure_message": failure and _text(failure.message),
        "failure_line": failure and failure.line,
    }


def finding_rows(source: str, file: FileReport) -> list[Row]:
    """The rows of a file's findings, as JSON has them, less the texts that are the same for all of a rule."""
    rows = []
    for finding in file.findings:
        value = finding_value(file, finding)
        for name in ("looked", "remedy", "fresh"):
            del value[name]
        texts = {name: _text(value[name]) for name in ("symbol", "question")}
        cell = value.pop("cell", None)
        row = {"source": _text(source), "path": _text(file.path), **value, **texts, "cell": cell and cell["number"]}
        rows.append(row)
    return rows


def _text(text: str) -> str:
    # names in archives need not be Unicode, and a table holds nothing else
    return text.encode(errors="backslashreplace").decode()
