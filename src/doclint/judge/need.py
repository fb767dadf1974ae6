"""How likely a reader asks why at a step: one additive model, its weights in `data/need.json`.

Logistic regression over named circumstances and hashed code tokens (see `training/need.py`). It ranks; what is asked
by default is left to rules whose precision was measured.
"""

from __future__ import annotations

import base64
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from doclint.judge.circumstances import Circumstances
from doclint.model.judgement import Need

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doclint.model.reading import Reading
    from doclint.model.step import Sight, Step

# what a reader sees, in words that end "because …"; constructs without an entry say nothing a question does not
_CAUSES = {
    "broad-except": "{subject} is caught",
    "narrow-except": "{subject} is caught",
    "number-comparison": "{subject} decides a comparison",
    "number-arithmetic": "{subject} takes part in a result",
    "offset": "{subject} shifts a result",
    "wait": "{subject} is a bare wait",
    "sleep": "{subject} seconds are waited",
    "bit-operation": "{subject} picks bits",
    "float-argument": "{subject} has no name",
    "constant": "{subject} is set without a source",
    "condition": "a condition of three terms or more",
    "dense-function": "{detail} branches",
    "warning-filter": "warnings are silenced",
    "deletion": "{subject} is deleted early",
}
_TRAITS = {
    "only-pass": "nothing is done about it",
    "only-continue": "nothing is done about it",
    "fallback": "a fallback takes its place",
    "docstring-silent": "the docstring does not speak of errors",
    "undocumented": "no docstring",
}


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: whole numbers, so that every platform adds them up alike, and the factor that makes them log odds."""

    scale: float
    bias: int
    named: Mapping[str, int]
    hashed: bytes

    def log_odds(self, named: Iterator[str], hashed: Iterator[int]) -> float:
        """The log odds that an annotator would give the step a need of 1 or 2."""
        total = self.bias + sum(self.named.get(name, 0) for name in set(named))
        # the hashed weights are signed bytes, stored as they are in two's complement
        total += sum(value - 256 if value > 127 else value for value in map(self.hashed.__getitem__, hashed))
        return total * self.scale


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights."""
    data = json.loads(resources.files("doclint.judge").joinpath("data/need.json").read_text(encoding="utf-8"))
    return Weights(data["scale"], data["bias"], data["named"], base64.b85decode(data["hashed"]))


class Needs:
    """The needs of the steps of one reading, which never depend on its comments."""

    def __init__(self, reading: Reading) -> None:
        self._circumstances = Circumstances(reading)

    def of(self, step: Step) -> Need:
        """The need of one step; a step that shows no construct has causes no reader could name, hence none."""
        odds = weights().log_odds(self._circumstances.of(step), self._circumstances.hashed(step))
        # four digits, so that the last bits of a platform's exp() never show
        return Need(round(1 / (1 + math.exp(-odds)), 4), tuple(dict.fromkeys(_causes(step))))


def _causes(step: Step) -> Iterator[str]:
    for sight in step.sights:
        yield from _cause(sight)


def _cause(sight: Sight) -> Iterator[str]:
    if sight.construct in _CAUSES:
        yield _CAUSES[sight.construct].format(subject=sight.subject, detail=sight.detail)
        yield from (phrase for trait, phrase in _TRAITS.items() if trait in sight.traits)
    else:
        yield sight.construct.replace("-", " ")
