"""Which steps of a notebook a markdown cell can answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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


def markdown_by_step(reading: Reading) -> dict[int, list[int]]:
    """For each step with something to ask: the positions of the markdown remarks that can answer it.

    Markdown above a cell serves the cell's first paragraph, as a comment there would, and further down the steps it
    names. Markdown below serves the steps it names, where it looks back at their result. What opens the notebook
    answers for the module.
    """
    if not reading.cells:
        return {}
    marked = [index for index, remark in enumerate(reading.remarks) if remark.placement is Placement.MARKDOWN]
    served: dict[int, list[int]] = {0: [i for i in marked if reading.remarks[i].step == 1]}
    asked = [step for step in reading.steps[1:] if step.sights]
    for step in asked if marked else ():
        first, following = _around(step, reading)
        above = [i for i in marked if reading.remarks[i].step == first.index and _before(reading.remarks[i], step)]
        below = [i for i in marked if following is not None and reading.remarks[i].step == following.index]
        # a handler is one thing with its `try` to whoever writes about the cell
        whole = reading.steps[step.parent] if step.kind is StepKind.HANDLER else step
        leads = whole.parent == 0 and whole.paragraph == first.paragraph
        # what looks back at a result was written for the cell above, so it answers below only by name
        leading = {i for i in above if leads and not looks_back(reading.remarks[i].text)}
        found = [i for i in above if i in leading or _names(reading.remarks[i], step)]
        found += [i for i in below if looks_back(reading.remarks[i].text) and _names(reading.remarks[i], step)]
        served[step.index] = found
    return served


def looks_back(text: str) -> bool:
    """Whether a text speaks of the result above it; headings only lead on."""
    return not text.startswith("#") and _LOOKS_BACK.search(text) is not None


def _around(step: Step, reading: Reading) -> tuple[Step, Step | None]:
    """The first step of the step's cell, and the first one of the next cell that has any."""
    cell = next((cell for cell in reading.cells if cell.contains(step.span.line)), None)
    if cell is None:
        return step, None
    inside: Sequence[Step] = [other for other in reading.steps[1:] if cell.contains(other.span.line)]
    last = inside[-1].index
    # prose below the last cell is attached to the last step of all
    return inside[0], reading.steps[min(last + 1, len(reading.steps) - 1)]


def _before(remark: Remark, step: Step) -> bool:
    return remark.span.line < step.span.line


def _names(remark: Remark, step: Step) -> bool:
    subjects = " ".join((*step.names, *step.numbers, *(sight.subject for sight in step.sights)))
    known = frozenset(word.rstrip(".") for word in prose_words(subjects))
    return any(is_known(word.rstrip("."), known) for word in prose_words(remark.text))
