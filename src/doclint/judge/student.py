"""The learned part of the text judge: a sparse linear model and a small convolution, read from one data file.

Both sum integers, because sums of floats differ by platform in their last digit, and a strength decided by one would
then differ too. The file is made by `training/build.py`, which also says how good it is.
"""

from __future__ import annotations

import base64
import json
import math
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from operator import add
from typing import TYPE_CHECKING

from doclint.judge import convolution
from doclint.judge.features import bundles, own_features
from doclint.judge.lanes import LANE, packed, unpacked
from doclint.judge.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doclint.judge.convolution import Convolution
    from doclint.judge.features import Seen

MODEL_FILE = "reason.json"

# the first three heads of every student
WHY, STRONG, RESTATES = 0, 1, 2

# a lane below zero borrows from its neighbour, so a sum is lifted before it is taken apart, and bytes are in the file
_SUM_ZERO = 1 << 31
_ZERO = 128

# a signed byte and what it is above zero differ in their highest bit
_ABOVE_ZERO = bytes(byte ^ _ZERO for byte in range(256))


@dataclass(frozen=True, slots=True)
class Student:
    """Weights of all heads; `unit` turns an integer sum into log-odds. The convolution adds to the first heads only.

    `heads` names the columns: `why`, `strong`, `restates`, then `kind:…` and `reason:…`. `weights` has one integer a
    feature, in which each head has a lane (see `packed`). `thresholds` are integer sums by head and placement: at and
    above them the judgement is yes.
    """

    heads: tuple[str, ...]
    weights: Mapping[str, int]
    bias: tuple[int, ...]
    unit: float
    thresholds: Mapping[str, Mapping[str, int]]
    convolution: Convolution | None = None
    _bundles: Mapping[tuple[str, ...], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # frozen, and still the sums of bundles belong to these weights alone
        object.__setattr__(self, "_bundles", Remembered(lambda bundle: self._total(set(bundle))))

    def judge(self, seen: Seen, placement: str) -> tuple[int, ...]:
        """The integer sum of each head over a text."""
        found = self.sums(own_features(seen, placement), bundles(seen, placement))
        if self.convolution is None:
            return found
        words = self.convolution.sums(seen.tokens, placement, seen.code_kind)
        return (*map(add, found, words), *found[len(words) :])

    def sums(self, features: Iterable[str], bundles: Iterable[tuple[str, ...]] = ()) -> tuple[int, ...]:
        """The integer sum of each head over features that stand alone and bundles of features that recur as they are.

        A feature counts once in a bundle, and none may be in two.
        """
        total = self._total(features) + sum(map(self._bundles.__getitem__, bundles))
        lifted = total + _packed(self.bias) + _lifted(len(self.heads), _SUM_ZERO)
        return tuple([lane - _SUM_ZERO for lane in unpacked(lifted, len(self.heads))])

    def _total(self, features: Iterable[str]) -> int:
        return sum(filter(None, map(self.weights.get, features)))

    def likeliest(self, sums: Sequence[int], prefix: str, barred: str = "") -> str:
        """The head of a prefix that sums highest; the first by name where two do, so that order decides nothing."""
        columns = _columns(self.heads, prefix, barred)
        values = [sums[column] for column in columns]
        return self.heads[columns[values.index(max(values))]][len(prefix) :]

    def probability(self, head: str, placement: str, total: int) -> float:
        """How sure the judgement is, one half at its threshold; rounded, so that it is the same everywhere."""
        over = (total - self.thresholds[head][placement]) * self.unit
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, over)))), 3)


@lru_cache(maxsize=8)
def _columns(heads: tuple[str, ...], prefix: str, barred: str) -> list[int]:
    """The columns of a prefix by name."""
    named = sorted((head, column) for column, head in enumerate(heads) if head.startswith(prefix))
    return [column for head, column in named if head != prefix + barred]


_packed = lru_cache(maxsize=8)(packed)


@lru_cache(maxsize=8)
def _lifted(heads: int, zero: int) -> int:
    return packed([zero] * heads)


@lru_cache(maxsize=1)
def student() -> Student:
    """The shipped weights."""
    return decode((files("doclint.judge") / "data" / MODEL_FILE).read_text(encoding="utf-8"))


def decode(text: str) -> Student:
    """A student from the text of its data file."""
    data = json.loads(text)
    heads = tuple(data["heads"])
    lowest = base64.b64decode(data["weights"]).translate(_ABOVE_ZERO)
    numbers = bytearray(LANE * len(lowest))
    numbers[::LANE] = lowest
    width = LANE * len(heads)
    zero = _lifted(len(heads), _ZERO)
    rows = (int.from_bytes(numbers[start : start + width], "little") - zero for start in range(0, len(numbers), width))
    weights = dict(zip(data["features"].split("\n"), rows, strict=True))
    words = convolution.decode(data["convolution"]) if "convolution" in data else None
    return Student(heads, weights, tuple(data["bias"]), data["unit"], data["thresholds"], words)


def encode(student: Student, record: Mapping[str, object]) -> str:
    """The text of a data file: one line an entry, features sorted, the record of its making first."""
    features = sorted(student.weights)
    width = LANE * len(student.heads)
    zero = _lifted(len(student.heads), _ZERO)
    numbers = b"".join([(student.weights[feature] + zero).to_bytes(width, "little")[::LANE] for feature in features])
    data = {
        "record": record,
        "heads": student.heads,
        "bias": student.bias,
        "unit": student.unit,
        "thresholds": student.thresholds,
        "features": "\n".join(features),
        "weights": base64.b64encode(numbers.translate(_ABOVE_ZERO)).decode("ascii"),
    }
    if student.convolution is not None:
        data["convolution"] = convolution.encode(student.convolution)
    rows = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=True)}" for key, value in data.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"
