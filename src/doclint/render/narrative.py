"""The story of a notebook or script: its steps in order, each with the reason that is given for it.

For whoever wants to share an analysis and looks for the step that still lacks its why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from doclint.judge.markdown import looks_back
from doclint.judge.prose import docstring_sentences
from doclint.judge.reason import reason_of
from doclint.model.remark import Placement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.cell import Cell
    from doclint.model.report import FileReport, JudgedRemark, JudgedStep

# a heading says what a step does in a few words; a longer text says more than that
_HEADING_WORDS = 8
_MAGIC = re.compile(r"\s*([%!?]|$)")
_PLAIN = frozenset({"Import", "ImportFrom"})


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of the story.

    `title` is the author's own heading, or the code's first line (`is_code`). `reason` is the sentence that explains
    most, `strength` how much (2 a reason, 1 a hint, 0 none), and `questions` are those still open.
    """

    place: str
    title: str
    is_code: bool
    reason: str
    strength: int
    questions: tuple[str, ...]
    code: str


def narrative(report: FileReport, lines: Sequence[str]) -> list[Moment]:
    """The moments of a file, from a report with details and the lines that it speaks of.

    A moment is a paragraph of statements: what no blank line and no border between cells interrupts. Imports and
    magics are none, unless something is asked or said about them.
    """
    outer = [judged for judged in report.steps if judged.step.index and judged.step.parent == 0]

    def key(judged: JudgedStep) -> tuple[int, int]:
        cell = _cell(report, judged.step.span.line)
        return (cell.number if cell else 0, judged.step.paragraph)

    moments: list[Moment] = []
    for _, group in groupby(outer, key):
        moment = _moment(report, list(group), lines)
        titles = {told.title for told in moments[-1:]}
        if moment is not None:
            # a cell's title names its first moment only
            moments.append(replace(moment, title=moment.code, is_code=True) if moment.title in titles else moment)
    return moments


def _moment(report: FileReport, group: list[JudgedStep], lines: Sequence[str]) -> Moment | None:
    first, last = group[0].step, group[-1].step
    start, end = first.span.line, last.block_end
    remarks = list(_serving(report, first.index, start, end))
    best = max(remarks, key=lambda judged: (judged.reason.strength, judged.reason.why), default=None)
    strength = best.reason.strength if best else 0
    heading = _heading(report, remarks, start)
    code = next((line.strip() for line in lines[start - 1 : end] if not _MAGIC.match(line)), "")
    questions = tuple(
        finding.question for finding in report.findings if finding.need and start <= finding.span.line <= end
    )
    if not (strength or questions) and all(_is_plain(judged, lines) for judged in group):
        return None
    return Moment(
        report.place(start),
        heading or code,
        not heading,
        _telling_sentence(best) if best and strength else "",
        strength,
        questions,
        code,
    )


def _is_plain(judged: JudgedStep, lines: Sequence[str]) -> bool:
    return judged.step.node in _PLAIN or _MAGIC.match(lines[judged.step.span.line - 1]) is not None


def _serving(report: FileReport, first: int, start: int, end: int) -> Iterator[JudgedRemark]:
    """Remarks in a moment, above it, and those that answer what is asked in it from elsewhere."""
    answers = {asked.answer for asked in report.asked if start <= asked.span.line <= end}
    for judged in report.remarks:
        remark = judged.remark
        inside = start <= remark.span.line <= end
        above = remark.step == first and remark.span.line < start and remark.placement is not Placement.FOOTER
        if remark.placement is Placement.MARKDOWN and looks_back(remark.text):
            above = _ends_just_before(report, remark.span.line, end)
        if inside or above or remark.span in answers:
            yield judged


def _ends_just_before(report: FileReport, line: int, end: int) -> bool:
    """Whether no other step stands between the end of a moment and the markdown below it."""
    return end < line and not any(end < judged.step.span.line < line for judged in report.steps)


def _heading(report: FileReport, remarks: Sequence[JudgedRemark], start: int) -> str:
    """What the author calls the moment: a cell's title, a markdown heading, or a short comment above."""
    cell = _cell(report, start)
    if cell is not None and cell.title:
        return cell.title
    for judged in reversed(remarks):
        remark = judged.remark
        if remark.placement is Placement.MARKDOWN and remark.span.line < start:
            headings = re.findall(r"^#+ +(.+)$", remark.text, re.M)
            if headings:
                return str(headings[-1]).strip()
        elif remark.placement is Placement.LEAD and judged.reason.strength == 0 and remark.span.line < start:
            words = remark.text.lstrip("# ").split()
            if "\n" not in remark.text and len(words) <= _HEADING_WORDS:
                return " ".join(words)
    return ""


def _telling_sentence(judged: JudgedRemark) -> str:
    """The sentence of a remark that carries the reason."""
    prose = re.sub(r"^(#+|\s*#:?) *", "", judged.remark.text, flags=re.M)
    sentences = docstring_sentences(prose) or [prose]
    alone = [(reason_of(judged.remark._replace(text=text, placement=Placement.LEAD)), text) for text in sentences]
    _, text = max(alone, key=lambda pair: (pair[0].strength, pair[0].why))
    return " ".join(text.split())


def _cell(report: FileReport, line: int) -> Cell | None:
    return next((cell for cell in report.cells if cell.contains(line)), None)
