"""The source of one file, coloured, with what was asked and what answers marked in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from doclint.model.report import ANSWERED
from doclint.render.html.paint import notebook_tokens, paint, tokens
from doclint.render.view import is_half

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.cell import Cell
    from doclint.model.finding import Finding
    from doclint.model.report import Asked, FileReport
    from doclint.model.span import Span
    from doclint.render.html.paint import Mark

    Marks = dict[int, list[Mark]]

# the worst first: a line shows the worst of what is asked on it
_SYMBOLS = {"open": "?", "half": "½", "answered": "✓"}


@dataclass(slots=True)
class Row:
    """A line: its number as the user counts it, its code as HTML, and the questions to print beside it."""

    line: int
    number: int
    html: Markup = field(default_factory=Markup)
    status: str = ""
    hint: str = ""
    cell: Cell | None = None
    cell_number: int | None = None
    prose: bool = False
    indent: int = 0
    questions: list[Finding] = field(default_factory=list)

    @property
    def symbol(self) -> str:
        """The sign in the margin, so that the state never rests on colour alone."""
        return _SYMBOLS.get(self.status, "")


def listing(report: FileReport, lines: Sequence[str]) -> list[Row]:
    """A row for each line of a file; those of a notebook begin where their cell does."""
    told = [finding.span.line for finding in report.findings] + [asked.span.line for asked in report.asked]
    # a file that changed or went away while it was judged
    if max((*told, *(cell.last for cell in report.cells)), default=0) > len(lines):
        return []
    rows = [Row(number, number, indent=_indent(text)) for number, text in enumerate(lines, start=1)]
    marks: Marks = {}
    answers = {step.answer for step in report.asked}
    for judged in report.remarks:
        if judged.remark.span in answers:
            _mark_remark(judged.remark.span, "reason", lines, marks)
        # more likely than not, the code beside it says as much
        elif judged.reason.restates >= 0.5:
            _mark_remark(judged.remark.span, "empty", lines, marks)
    for asked in report.asked:
        _mark_asked(asked, report, rows, lines, marks)
    for finding in report.findings:
        rows[finding.span.line - 1].questions.append(finding)
        rows[finding.span.line - 1].status = rows[finding.span.line - 1].status or "open"
    is_notebook = report.path.endswith(".ipynb")
    for cell in report.cells if is_notebook else ():
        for row in rows[cell.first - 1 : cell.last]:
            row.number, row.prose = row.line - cell.first + 1, cell.kind != "code"
            row.cell_number = cell.number
        if cell.last >= cell.first:
            rows[cell.first - 1].cell = cell
    coloured = notebook_tokens(report.cells, lines) if is_notebook else tokens(lines, 1)
    for line, pieces in coloured:
        rows[line - 1].html = paint(pieces, marks.get(line, ()))
    # the blank lines between cells belong to none
    return [row for row in rows if not is_notebook or report.cell(row.line)]


def _indent(text: str) -> int:
    """How far in a line begins, in columns; beyond the middle of a phone's width no wrapped line would be readable."""
    text = text.expandtabs(4)
    return min(len(text) - len(text.lstrip()), 16)


def _mark_asked(asked: Asked, report: FileReport, rows: list[Row], lines: Sequence[str], marks: Marks) -> None:
    status = "open" if asked.explained < ANSWERED else "half" if is_half(asked) else "answered"
    span = asked.span
    end = span.end_column if span.end_line == span.line else len(lines[span.line - 1]) + 1
    marks.setdefault(span.line, []).append((span.column - 1, end - 1, status))
    order = ("", "answered", "half", "open")
    row = rows[span.line - 1]
    if order.index(status) > order.index(row.status):
        row.status = status
        row.hint = f"answered at {report.place(asked.answer.line).rpartition(':')[2]}" if asked.answer else status


def _mark_remark(span: Span, kind: str, lines: Sequence[str], marks: Marks) -> None:
    """Marks each line that a remark covers, without its indentation."""
    for line in range(span.line, min(span.end_line, len(lines)) + 1):
        text = lines[line - 1]
        start = span.column - 1 if line == span.line else len(text) - len(text.lstrip())
        end = span.end_column - 1 if line == span.end_line else len(text)
        marks.setdefault(line, []).append((start, end, kind))
