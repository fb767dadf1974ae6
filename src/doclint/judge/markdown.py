"""Which steps of a notebook a markdown cell can answer."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from doclint.judge.spelled import particulars, spelled, subjects, words
from doclint.judge.words import is_known, prose_words
from doclint.model.remark import Placement
from doclint.model.step import StepKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.reading import Reading
    from doclint.model.remark import Remark
    from doclint.model.step import Step

# the words with which prose looks back at what a cell printed; other prose below a cell leads on to the next one
_LOOKS_BACK = re.compile(
    r"\bas (shown|seen|expected)\b|\b(we|you|I) (can )?(now )?(see|saw|notice|observe|find|found)\b|"
    r"\b(the|these|those|this|our) (results?|outputs?|plots?|figures?|charts?|tables?|graphs?|histograms?|heatmaps?|"
    r"scores?|accuracy|errors?|correlations?) (above |clearly )?"
    r"(shows?|tells?|suggests?|looks?|is|are|confirms?|says?)\b|"
    r"\b(shown|seen|plotted|printed) above\b|\b(turns|turned) out\b|\babove (shows?|plot|figure|result|output)\b",
    re.I,
)

# the words with which prose leads on to the cell below
_LEADS_ON = re.compile(
    r"^#|\b(next|now|let\W?s|let us|following|below|then)\b|\b(we|I)(\W?ll| will| shall| are going to)\b", re.I
)


def markdown_by_step(reading: Reading) -> dict[int, list[int]]:
    """For each step with something to ask: the positions of the markdown remarks that can answer it.

    Markdown above a cell serves the cell's first step, as a comment there would, and the other steps that it names;
    in cells further down, up to the next markdown, those whose subject it spells as code does.
    Markdown that looks back at a result, or that ends the notebook, serves the steps of the cell above that it names.
    So does markdown that names what only the cell above has and that leads nowhere. What opens the notebook answers
    for the module.
    """
    marked = [index for index, remark in enumerate(reading.remarks) if remark.placement is Placement.MARKDOWN]
    if not reading.cells or not marked:
        return {}
    groups = _by_cell(reading)
    served: dict[int, list[int]] = {0: [index for index in marked if reading.remarks[index].step == 1]}
    kept: list[int] = []
    for position, steps in enumerate(groups):
        start = groups[position - 1][-1].span.line if position else 0
        end = groups[position + 1][0].span.line if position + 1 < len(groups) else len(reading.lines) + 1
        above = [index for index in marked if start < reading.remarks[index].span.line < steps[0].span.line]
        # what looks back at a result was written for the cell above, so it answers below only by name
        leading = {index for index in above if not (position and looks_back(reading.remarks[index].text))}
        behind = set(above) - leading
        below = [index for index in marked if steps[-1].span.line < reading.remarks[index].span.line < end]
        following = groups[position + 1] if position + 1 < len(groups) else []
        for step in steps:
            if step.sights:
                served[step.index] = [
                    *(
                        index
                        for index in above
                        if (index in leading and _opens(step, steps, reading))
                        or _names(reading.remarks[index], step, wholly=index not in behind)
                    ),
                    *(index for index in below if _answers_above(reading.remarks[index], step, following, reading)),
                    *(index for index in kept if not above and _spells(reading.remarks[index], step)),
                ]
        kept = sorted(leading) if above else kept
    return served


def below(remark: Remark, reading: Reading) -> list[Step]:
    """The steps with something to ask between a markdown cell and the next one."""
    line = remark.span.line
    stops = (other.span.line for other in reading.remarks if other.placement is Placement.MARKDOWN)
    stop = min((stop for stop in stops if stop > line), default=len(reading.lines) + 1)
    return [step for step in reading.steps if step.sights and line < step.span.line < stop]


def _answers_above(remark: Remark, step: Step, following: Sequence[Step], reading: Reading) -> bool:
    """Whether markdown below a cell answers for a step in it."""
    # below the last code there is nothing that a text could lead on to
    if looks_back(remark.text) or not following:
        return _names(remark, step, wholly=True)
    if _LEADS_ON.search(remark.text):
        return False
    rows = reading.lines[following[0].span.line - 1 : following[-1].block_end]
    return bool(particulars(remark.text, step) - words("\n".join(rows)))


def _spells(remark: Remark, step: Step) -> bool:
    return bool(spelled(remark.text) & subjects(step))


def looks_back(text: str) -> bool:
    """Whether a text speaks of the result above it; headings only lead on."""
    return not text.startswith("#") and _LOOKS_BACK.search(text) is not None


def _by_cell(reading: Reading) -> list[list[Step]]:
    """The steps of each cell that has any, in order."""

    def number(step: Step) -> int:
        return next((cell.number for cell in reading.cells if cell.contains(step.span.line)), 0)

    return [list(steps) for _, steps in groupby(reading.steps[1:], number)]


def _opens(step: Step, steps: Sequence[Step], reading: Reading) -> bool:
    """Whether a step is the first that its cell does; imports only get ready."""
    # a handler is one thing with its `try` to whoever writes about the cell
    whole = reading.steps[step.parent] if step.kind is StepKind.HANDLER else step
    first = next((other for other in steps if other.node not in {"Import", "ImportFrom"}), None)
    return first is not None and whole.index == first.index


def _names(remark: Remark, step: Step, *, wholly: bool) -> bool:
    """Whether a text names a step by any of its words or, not `wholly`, by what is asked about alone.

    The table itself turns up in every cell, so a text about the cell above would answer whatever comes below.
    """
    names = step.names if wholly else ()
    subjects = " ".join((*names, *step.numbers, *(sight.subject for sight in step.sights)))
    known = frozenset(word.rstrip(".") for word in prose_words(subjects))
    return any(is_known(word.rstrip("."), known) for word in prose_words(remark.text))
