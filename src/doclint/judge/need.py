"""How likely a reader asks why at a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.model.judgement import Need

if TYPE_CHECKING:
    from doclint.model.reading import Reading
    from doclint.model.step import Step


def need_of(step: Step, reading: Reading) -> Need:
    """The need of one step, from its sights and context alone."""
    if not step.sights:
        return Need(0.0)
    return Need(0.5, tuple(dict.fromkeys(sight.construct for sight in step.sights)))
