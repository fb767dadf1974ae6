"""The learned part of the text judge: a sparse linear model, read from a data file and summed in integers.

Integers, because sums of floats differ by platform in their last digit, and a strength decided by one would then
differ too. The file is made by `training/build.py`, which also says how good it is.
"""

from __future__ import annotations

import base64
import json
import math
from array import array
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MODEL_FILE = "reason.json"


@dataclass(frozen=True, slots=True)
class Student:
    """Weights of all heads; `unit` turns an integer sum into log-odds.

    `heads` names the columns: `why`, `strong`, `restates`, then `kind:…` and `reason:…`. `thresholds` are integer sums
    by head and placement: at and above them the judgement is yes.
    """

    heads: tuple[str, ...]
    weights: Mapping[str, tuple[int, ...]]
    bias: tuple[int, ...]
    unit: float
    thresholds: Mapping[str, Mapping[str, int]]

    def rows(self, features: Iterable[str]) -> list[tuple[int, ...]]:
        """The weights of a text's features, to be summed by `total`."""
        weights = self.weights
        return [weights[feature] for feature in features if feature in weights]

    def total(self, rows: Sequence[tuple[int, ...]], head: str) -> int:
        """The integer sum of one head; each is asked only when its answer is needed, which saves half the sums."""
        column = self.heads.index(head)
        return self.bias[column] + sum([row[column] for row in rows])

    def totals(self, rows: Sequence[tuple[int, ...]], prefix: str) -> list[tuple[int, str]]:
        """The integer sums of the heads that decide between kinds, with the kinds; such heads stand side by side."""
        places = [place for place, head in enumerate(self.heads) if head.startswith(prefix)]
        first, last = places[0], places[-1] + 1
        parts = [self.bias[first:last], *[row[first:last] for row in rows]]
        sums = [sum(column) for column in zip(*parts, strict=True)]
        return [(total, head[len(prefix) :]) for total, head in zip(sums, self.heads[first:last], strict=True)]

    def probability(self, head: str, placement: str, total: int) -> float:
        """How sure the judgement is, one half at its threshold; rounded, so that it is the same everywhere."""
        over = (total - self.thresholds[head][placement]) * self.unit
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, over)))), 3)


@lru_cache(maxsize=1)
def student() -> Student:
    """The shipped weights."""
    return decode((files("doclint.judge") / "data" / MODEL_FILE).read_text(encoding="utf-8"))


def decode(text: str) -> Student:
    """A student from the text of its data file."""
    data = json.loads(text)
    heads = tuple(data["heads"])
    numbers = array("b", base64.b85decode(data["weights"]))
    width = len(heads)
    rows = (tuple(numbers[start : start + width]) for start in range(0, len(numbers), width))
    weights = dict(zip(data["features"].split("\n"), rows, strict=True))
    return Student(heads, weights, tuple(data["bias"]), data["unit"], data["thresholds"])


def encode(student: Student, record: Mapping[str, object]) -> str:
    """The text of a data file: one line an entry, features sorted, the record of its making first."""
    features = sorted(student.weights)
    numbers = array("b", [weight for feature in features for weight in student.weights[feature]])
    data = {
        "record": record,
        "heads": student.heads,
        "bias": student.bias,
        "unit": student.unit,
        "thresholds": student.thresholds,
        "features": "\n".join(features),
        "weights": base64.b85encode(numbers.tobytes()).decode("ascii"),
    }
    rows = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=True)}" for key, value in data.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"
