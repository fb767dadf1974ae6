"""The story of a notebook or script: its steps in order, each with the reason that is given for it.

For whoever wants to share an analysis and looks for the step that still lacks its why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doclint.judge.markdown import looks_back
from doclint.judge.prose import docstring_sentences
from doclint.judge.reason import reason_of
from doclint.judge.spelled import speaks_of_another
from doclint.model.remark import Placement
from doclint.model.report import ANSWERED
from doclint.rules.data_steps import data_questions, is_data_step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.cell import Cell
    from doclint.model.report import FileReport, JudgedRemark, JudgedStep

# a heading says what a step does in a few words; a longer text says more than that
_HEADING_WORDS = 8
_SIGNS = {"open": "?", "half": "½", "answered": "✓", "silent": "·", "": " "}
_MAGIC = re.compile(r"\s*([%!?]|$)")
_PLAIN = frozenset({"Import", "ImportFrom"})


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of the story.

    `title` is the author's own heading, or the code's first line (`is_code`). `reason` is the sentence that explains
    most, `strength` how much (2 a reason, 1 a hint, 0 none), and `questions` are those still open: of the selected
    rules, and about data of all of them, because who shares an analysis wants each of its choices accounted for.
    `is_data` tells a decision about data or a model, `line` where the moment starts.
    """

    place: str
    title: str
    is_code: bool
    reason: str
    strength: int
    questions: tuple[str, ...]
    code: str
    line: int
    is_data: bool = False

    @property
    def state(self) -> str:
        """`open`, `answered`, `half`, `silent` for a decision that few would ask about, or empty: most need none."""
        if self.questions:
            return "open"
        if self.strength:
            return "half" if self.strength == 1 else "answered"
        return "silent" if self.is_data else ""

    @property
    def sign(self) -> str:
        """The sign of the state, so that it never rests on colour alone."""
        return _SIGNS[self.state]


def narrative(report: FileReport, lines: Sequence[str]) -> list[Moment]:
    """The moments of a file, from a report with details and the lines that it speaks of.

    A moment is a paragraph of statements: what no blank line and no border between cells interrupts, and no second
    decision about data. Imports and magics are none, unless something is asked or said about them.
    """
    moments: list[Moment] = []
    for group in _groups(report, lines):
        moment = _moment(report, group, lines)
        titles = {told.title for told in moments[-1:]}
        if moment is not None:
            # a cell's title names its first moment only
            moments.append(replace(moment, title=moment.code, is_code=True) if moment.title in titles else moment)
    return moments


def summary(moments: Sequence[Moment]) -> str:
    """How many steps there are, how many have their reason, and how many need one and have none."""
    explained = sum(moment.strength > 0 and not moment.questions for moment in moments)
    lacking = sum(bool(moment.questions) for moment in moments)
    steps = "1 step" if len(moments) == 1 else f"{len(moments)} steps"
    return f"{steps}: {explained} with a reason, {lacking} that still {'needs' if lacking == 1 else 'need'} one"


def _groups(report: FileReport, lines: Sequence[str]) -> Iterator[list[JudgedStep]]:
    """The outer steps, by paragraph and cell; each decision about data is told by itself.

    Imports go with what follows in their cell, because the markdown above them speaks of that.
    """
    group: list[JudgedStep] = []
    last, is_decided = (0, 0), False
    for judged in report.steps:
        if judged.step.parent or not judged.step.index:
            continue
        cell, is_data = _cell(report, judged.step.span.line), is_data_step(judged.step)
        key = (cell.number if cell else 0, judged.step.paragraph)
        is_waiting = key[0] == last[0] and all(_is_plain(other, lines) for other in group)
        if group and ((key != last and not is_waiting) or (is_decided and is_data)):
            yield group
            group, is_decided = [], False
        group.append(judged)
        last, is_decided = key, is_decided or is_data
    if group:
        yield group


def _moment(report: FileReport, group: list[JudgedStep], lines: Sequence[str]) -> Moment | None:
    start, end = group[0].step.span.line, group[-1].step.block_end
    remarks = list(_serving(report, group, start, end))
    best = max(remarks, key=lambda judged: (judged.reason.strength, judged.reason.why), default=None)
    strength = best.reason.strength if best else 0
    heading = _heading(report, remarks, start)
    telling = [judged for judged in group if is_data_step(judged.step)]
    telling += [judged for judged in group if not _is_plain(judged, lines)]
    decided = telling[0].step.span.line if telling else start
    code = next((line.strip() for line in lines[decided - 1 : end] if not _MAGIC.match(line)), "")
    within = [judged for judged in report.steps if start <= judged.step.span.line <= end]
    questions = _open_questions(report, within, start, end)
    if not (strength or questions) and all(_is_plain(judged, lines) for judged in group):
        return None
    shown = decided if _is_plain(group[0], lines) else start
    return Moment(
        report.place(shown),
        heading or code,
        not heading,
        _telling_sentence(best, "\n".join(lines[start - 1 : end]), report) if best and strength else "",
        strength,
        questions,
        code,
        shown,
        any(is_data_step(judged.step) for judged in within),
    )


def _open_questions(report: FileReport, within: Sequence[JudgedStep], start: int, end: int) -> tuple[str, ...]:
    """What the selected rules ask, and what the data rules would; one question a place."""
    told = {f.span: f.question for f in report.findings if f.need and start <= f.span.line <= end}
    accepted = {closed.finding.span for closed in report.suppressed} | {finding.span for finding in report.accepted}
    for judged in within:
        if judged.explained < ANSWERED:
            for sight, question in data_questions(judged.step):
                if sight.span not in accepted:
                    told.setdefault(sight.span, question)
    return tuple(question for _, question in sorted(told.items()))


def _is_plain(judged: JudgedStep, lines: Sequence[str]) -> bool:
    return judged.step.node in _PLAIN or _MAGIC.match(lines[judged.step.span.line - 1]) is not None


def _serving(report: FileReport, group: Sequence[JudgedStep], start: int, end: int) -> Iterator[JudgedRemark]:
    """Remarks in a moment, above it, and those that answer what is asked in it from elsewhere."""
    first = group[0].step.index
    answers = {asked.answer for asked in report.asked if start <= asked.span.line <= end}
    answers |= {judged.answer for judged in group if is_data_step(judged.step) and judged.explained >= ANSWERED}
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


def _telling_sentence(judged: JudgedRemark, code: str, report: FileReport) -> str:
    """The sentence of a remark that carries the reason for some code."""
    text = judged.remark.text
    if judged.remark.placement is Placement.MARKDOWN:
        # a heading is told as the title, and stars mean nothing where no markdown is shown
        text = re.sub(
            r"\*\*(.+?)\*\*", r"\1", re.sub(r"^#+ .*$", "", text, flags=re.M) if _below_heading(text) else text
        )
    prose = re.sub(r"^(#+|\s*#:?) *", "", text, flags=re.M)
    sentences = docstring_sentences(prose) or [prose]
    steps = [other.step for other in report.steps]
    sentences = [said for said in sentences if not speaks_of_another(said, code, steps)] or sentences
    alone = [(reason_of(judged.remark._replace(text=text, placement=Placement.LEAD)), text) for text in sentences]
    _, text = max(alone, key=lambda pair: (pair[0].strength, pair[0].why))
    return " ".join(text.split())


def _below_heading(text: str) -> bool:
    return any(line.strip() and not line.startswith("#") for line in text.split("\n"))


def _cell(report: FileReport, line: int) -> Cell | None:
    return next((cell for cell in report.cells if cell.contains(line)), None)
