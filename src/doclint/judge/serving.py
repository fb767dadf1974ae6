"""Which remarks may answer a step, and how directly each speaks of it.

Weights are the rubric's: what is attached to a step answers in full. Text that stands further off answers only where
it shares a name, a number or a content word with the step, and then a little less, so that a hint (half an answer)
closes no question from a distance.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from doclint.judge.markdown import markdown_by_step
from doclint.judge.words import CodeWords, name_words, prose_words
from doclint.model.remark import Placement
from doclint.model.step import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.reading import Reading
    from doclint.model.step import Step

ATTACHED = 1.0
NEARBY = 0.9

# attached, but of nothing that the function around it mentions: a fact from outside, or a reason about something else.
# Nobody can tell the two apart, so it closes the question and earns half
FOREIGN = 0.5

# a comment block may sit above the second statement where the first is the docstring
_FIRST_CHILDREN = 2

# the same words over this many places were pasted, so they can be about one of them at most
_PASTED = 3

_WHOLE = frozenset({StepKind.FUNCTION, StepKind.CLASS, StepKind.MODULE})
_ABOVE = frozenset({Placement.LEAD, Placement.MODULE_HEADER})


def _without_comment(row: str) -> str:
    return row.partition("#")[0]


@dataclass(slots=True)
class _Paragraph:
    """The steps of a paragraph that a comment leads, and the messages in it, each with its step; by position."""

    led: list[int] = field(default_factory=list)
    messages: list[tuple[int, int]] = field(default_factory=list)


class Serving:
    """The remarks of one reading, arranged by the steps they may answer."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, step: Step) -> Iterator[tuple[int, float]]:
        """Positions of the remarks that may answer a step, docstrings aside, with the weight of each."""
        for index in self._attached(step):
            if index not in self._pasted:
                yield index, ATTACHED if self._related(index, step) or self._at_home(index, step) else FOREIGN
        for index in self._nearby(step):
            if index not in self._pasted and self._related(index, step):
                yield index, NEARBY

    def docstring(self, step: Step) -> int | None:
        """The position of the docstring that may speak of a step: its own, or that of the function around it."""
        owner = step.index if step.kind in _WHOLE else step.function
        return self._docstrings.get(owner)

    def _attached(self, step: Step) -> Iterator[int]:
        yield from self._by_step.get(step.index, ())
        yield from self._markdown.get(step.index, ())
        if step.kind is StepKind.HANDLER:
            yield from self._inside(step)
        elif step.kind is not StepKind.MODULE:
            yield from self._opening(step)
        parent = self._reading.steps[step.parent]
        if step.kind is StepKind.HANDLER:
            yield from self._leading(parent)
        if step.kind is StepKind.STATEMENT and parent.kind is StepKind.HANDLER:
            yield from self._attached(parent)

    def _nearby(self, step: Step) -> Iterator[int]:
        """Comments that lead the step's paragraph, or the block that opens with it; messages beside it."""
        paragraph = self._paragraphs.get((step.parent, step.paragraph), _Paragraph())
        nearest = bisect_left(paragraph.led, step.index)
        if nearest:
            led = self._by_step[paragraph.led[nearest - 1]]
            yield from (index for index in led if self._placed(index) in _ABOVE)
        yield from (index for other, index in paragraph.messages if other != step.index)
        parent = self._reading.steps[step.parent]
        siblings = self._children.get(step.parent, [])
        opens = bool(siblings) and self._reading.steps[siblings[0]].paragraph == step.paragraph
        if opens and parent.kind in {StepKind.COMPOUND, StepKind.HANDLER}:
            yield from self._leading(parent)

    def _inside(self, handler: Step) -> Iterator[int]:
        """Everything between a handler and its end: its comment usually sits in the body."""
        for index in range(handler.index + 1, len(self._reading.steps)):
            if self._reading.steps[index].span.line > handler.block_end:
                break
            yield from self._by_step.get(index, ())

    def _opening(self, step: Step) -> Iterator[int]:
        """What stands above the first statement of a step's body, and the messages of a body that only raises."""
        for child in self._children.get(step.index, [])[:_FIRST_CHILDREN]:
            for index in self._by_step.get(child, ()):
                first = self._reading.steps[child].span.line
                opens = self._placed(index) is Placement.LEAD and self._opens(step, index, first)
                if opens or (self._placed(index) is Placement.MESSAGE and step.kind is StepKind.COMPOUND):
                    yield index

    def _opens(self, step: Step, index: int, first: int) -> bool:
        """Whether only blank lines or the docstring stand between a header and the remark."""
        docstring = self._docstrings.get(step.index)
        top = self._reading.remarks[docstring].span.end_line if docstring is not None else step.span.end_line
        line = self._reading.remarks[index].span.line
        return line < first and not any(row.strip() for row in self._reading.lines[top : line - 1])

    def _leading(self, step: Step) -> Iterator[int]:
        wanted = {*_ABOVE, Placement.BLOCK_HEADER}
        return (index for index in self._by_step.get(step.index, ()) if self._placed(index) in wanted)

    def _placed(self, index: int) -> Placement:
        return self._reading.remarks[index].placement

    def _related(self, index: int, step: Step) -> bool:
        text = "\n".join(self._reading.lines[step.span.line - 1 : step.span.end_line])
        known = name_words(text)
        return any(known.says(word) for word in prose_words(self._reading.remarks[index].text))

    def _at_home(self, index: int, step: Step) -> bool:
        """Whether the remark shares a word with the function around the step, or with the file outside functions."""
        known = self._vocabulary(step.index if step.kind is StepKind.FUNCTION else step.function)
        return any(known.says(word) for word in prose_words(self._reading.remarks[index].text))

    def _vocabulary(self, function: int) -> CodeWords:
        if function not in self._vocabularies:
            owner = self._reading.steps[function]
            rows = self._reading.lines[owner.span.line - 1 : owner.block_end] if function else self._reading.lines
            # names of the class are the domain too
            self._vocabularies[function] = name_words("\n".join([owner.symbol, *map(_without_comment, rows)]))
        return self._vocabularies[function]

    @cached_property
    def _vocabularies(self) -> dict[int, CodeWords]:
        return {}

    @cached_property
    def _paragraphs(self) -> dict[tuple[int, int], _Paragraph]:
        """Paragraphs with remarks, by parent and number: long ones would be gone through once for each statement."""
        found: dict[tuple[int, int], _Paragraph] = {}
        for step in self._reading.steps[1:]:
            own = self._by_step.get(step.index, ())
            if own:
                paragraph = found.setdefault((step.parent, step.paragraph), _Paragraph())
                if any(self._placed(index) in _ABOVE for index in own):
                    paragraph.led.append(step.index)
                told = [index for index in own if self._placed(index) is Placement.MESSAGE]
                paragraph.messages.extend((step.index, index) for index in told)
        return found

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = {}
        for step in self._reading.steps[1:]:
            children.setdefault(step.parent, []).append(step.index)
        return children

    @cached_property
    def _by_step(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, remark in enumerate(self._reading.remarks):
            if remark.placement not in {Placement.MARKDOWN, Placement.DOCSTRING}:
                found.setdefault(remark.step, []).append(index)
            # the comment that opens a file and touches its first statement introduces both
            if remark.placement is Placement.MODULE_HEADER and remark.span.end_line == self._first_line - 1:
                found.setdefault(1, []).append(index)
        return found

    @property
    def _first_line(self) -> int:
        return self._reading.steps[1].span.line if len(self._reading.steps) > 1 else 0

    @cached_property
    def _markdown(self) -> dict[int, list[int]]:
        return markdown_by_step(self._reading)

    @cached_property
    def _docstrings(self) -> dict[int, int]:
        return {
            remark.step: index
            for index, remark in enumerate(self._reading.remarks)
            if remark.placement is Placement.DOCSTRING
        }

    @cached_property
    def _pasted(self) -> set[int]:
        """Remarks whose words stand over many places; the first of them still counts."""
        places: dict[str, list[int]] = {}
        for index, remark in enumerate(self._reading.remarks):
            if remark.placement is not Placement.MESSAGE:
                places.setdefault(" ".join(remark.text.lower().split()), []).append(index)
        return {index for same in places.values() if len(same) >= _PASTED for index in same[1:]}
