"""Which steps are decisions about data, whatever rules are on: what the story of an analysis has to account for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules import RULES
from doclint.rules.base import StepRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.step import Sight, Step

_FIRST, _LAST = "WHY131", "WHY149"
_RULES = tuple(rule for rule in RULES if isinstance(rule, StepRule) and _FIRST <= rule.code <= _LAST)


def is_data_step(step: Step) -> bool:
    """Whether any of the data rules knows what the step does, even where few readers would ask."""
    return any(sight.construct in rule.constructs for rule in _RULES for sight in step.sights)


def data_questions(step: Step) -> Iterator[tuple[Sight, str]]:
    """What the data rules ask about a step, selected or not."""
    for rule in _RULES:
        for sight in step.sights:
            if sight.construct in rule.constructs and rule.holds(sight, step):
                yield sight, rule.question(sight, step)
