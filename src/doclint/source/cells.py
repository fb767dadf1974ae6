"""The reading of a file with cells: what its markdown says, attached to the steps around it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from doclint.model.remark import Placement, Remark
from doclint.model.span import Span
from doclint.source.databricks import is_marked, without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.reading import Reading
    from doclint.source.sheet import Sheet

_QUOTES = re.compile(r"^\s*[rR]?('''|\"\"\")\n?|\n?('''|\"\"\")\s*$")


def with_cells(reading: Reading, sheet: Sheet) -> Reading:
    """The reading of a sheet's code with its cells, the lines as shown, and markdown cells among the remarks."""
    remarks = [_kept_in_cell(remark, reading, sheet) for remark in reading.remarks]
    remarks += _markdown(reading, sheet)
    remarks.sort(key=lambda remark: (remark.span, remark.placement))
    return replace(reading, lines=sheet.lines, remarks=tuple(remarks), cells=sheet.cells)


def _kept_in_cell(remark: Remark, reading: Reading, sheet: Sheet) -> Remark:
    """A comment that ends a cell must not lead the next one; a cell of nothing but comments is read as markdown."""
    is_header = remark.placement is Placement.MODULE_HEADER
    # a script has its licence above its first cell; in a notebook the first comment speaks of the first code
    if remark.placement is not Placement.LEAD and (not is_header or sheet.is_script):
        return remark
    cell = next((cell for cell in sheet.cells if cell.contains(remark.span.line)), None)
    if cell is None:
        return remark
    inside = [step for step in reading.steps[1:] if cell.contains(step.span.line)]
    if not inside:
        return remark._replace(placement=Placement.MARKDOWN, step=_next_step(reading, cell.last))
    if is_header:
        return remark._replace(placement=Placement.LEAD, step=inside[0].index)
    if cell.contains(reading.steps[remark.step].span.line):
        return remark
    return remark._replace(placement=Placement.FOOTER, step=inside[-1].index)


def _markdown(reading: Reading, sheet: Sheet) -> Iterator[Remark]:
    for number, cell in enumerate(sheet.cells):
        if cell.kind != "markdown":
            continue
        lines = sheet.lines[cell.first - 1 : cell.last]
        text = "\n".join(lines).strip()
        text = _unwrapped(text) if sheet.is_script else text
        if text:
            below = next((other for other in sheet.cells[number + 1 :] if other.kind == "code"), None)
            code = "\n".join(sheet.lines[below.first - 1 : below.last]) if below else ""
            span = Span(cell.first, 1, cell.last, len(lines[-1]) + 1)
            yield Remark(span, Placement.MARKDOWN, text, _next_step(reading, cell.last), code)


def _next_step(reading: Reading, line: int) -> int:
    """The first step below a line, or the last one of all."""
    below = (step.index for step in reading.steps[1:] if step.span.line > line)
    return next(below, len(reading.steps) - 1)


def _unwrapped(text: str) -> str:
    """The markdown of a script without the comment signs or quotes around it."""
    if is_marked(text):
        return without_marks(text)
    lines = text.split("\n")
    if all(line.startswith("#") for line in lines if line.strip()):
        return "\n".join(re.sub(r"^# ?", "", line) for line in lines).strip()
    return _QUOTES.sub("", text).strip()
