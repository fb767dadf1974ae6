"""Which remark answers which step, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.judge.markdown import markdown_by_step
from doclint.model.remark import Placement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.model.judgement import Reason
    from doclint.model.reading import Reading
    from doclint.model.remark import Remark
    from doclint.model.step import Step

# a specific reason answers, a hinted one answers half: the rubric's own weights
_ANSWER = {0: 0.0, 1: 0.5, 2: 1.0}


@dataclass(frozen=True, slots=True)
class Answer:
    """How far a step is explained, in [0, 1], and the remark that explains it best."""

    explained: float
    remark: Remark | None = None


class Matcher:
    """Answers for the steps of one reading; `judge` is asked once for each remark that could serve."""

    def __init__(self, reading: Reading, reasons: Mapping[int, Reason]) -> None:
        self._reading = reading
        self._reasons = reasons
        self._by_step: dict[int, list[int]] = {}
        for index, remark in enumerate(reading.remarks):
            if remark.placement is not Placement.MARKDOWN:
                self._by_step.setdefault(remark.step, []).append(index)
        for step, markdown in markdown_by_step(reading).items():
            self._by_step.setdefault(step, []).extend(markdown)

    def answer(self, step: Step) -> Answer:
        """The best answer among the remarks that serve the step."""
        best = Answer(0.0)
        for index in self._serving(step):
            explained = _ANSWER[self._reasons[index].strength]
            if explained > best.explained:
                best = Answer(explained, self._reading.remarks[index])
        return best

    def _serving(self, step: Step) -> Sequence[int]:
        own = self._by_step.get(step.index, [])
        return [index for index in own if self._reading.remarks[index].placement is not Placement.DOCSTRING]
