"""The fixed small sample on which CI ranks steps again: code written here, so that no download is needed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from doclint.judge.need import Needs, weights
from doclint.model.step import StepKind
from doclint.source.read import read
from training.packages import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

WEIGHTS = Path(__file__).parent.parent / "src" / "doclint" / "judge" / "data" / "need.json"
FILE = LABELS / "written_steps.txt"
_NEEDED = "#?"
_NEXT = "\n===\n"


def sample() -> Iterator[tuple[bytes, frozenset[int]]]:
    """The source of each file and the lines at which a reader would ask, without their marks."""
    _, _, files = FILE.read_text(encoding="utf-8").partition("\n\n")
    for source in files.split(_NEXT):
        lines = source.split("\n")
        asked = frozenset(number for number, line in enumerate(lines, 1) if line.endswith(_NEEDED))
        yield "\n".join(line.removesuffix(_NEEDED).rstrip() for line in lines).encode(), asked


@dataclass(frozen=True, slots=True)
class Judged:
    """What the shipped weights make of the sample.

    `ranked_right` is the share of pairs of an asked and a routine step that the need ranks that way; `asked` and
    `routine` are the mean needs of the two kinds.
    """

    steps: int
    ranked_right: float
    asked: float
    routine: float


def judged() -> Judged:
    """The sample as the shipped weights judge it."""
    asked: list[float] = []
    routine: list[float] = []
    for source, lines in sample():
        reading = read(source, "sample.py")
        needs = Needs(reading)
        for step in reading.steps:
            if step.kind is not StepKind.MODULE:
                (asked if step.span.line in lines else routine).append(needs.of(step).value)
    right = mean(high > low for high in asked for low in routine)
    return Judged(len(asked) + len(routine), round(right, 4), round(mean(asked), 4), round(mean(routine), 4))


def stamp() -> Judged:
    """Notes in the weights' own file how they judge the sample."""
    weights.cache_clear()
    found = judged()
    record = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    WEIGHTS.write_text(json.dumps({**record, "sample": asdict(found)}), encoding="utf-8")
    return found
