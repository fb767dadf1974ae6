"""The part of the text judge that reads words in a row: a small convolution over word vectors, summed in integers.

Single words and pairs tell most of what a text is; what three words say together, and which words mean alike, only
vectors can tell. A filter weighs three neighbouring words and keeps the largest value that it meets in the text, so
"the server closes it after" counts wherever it stands. The shape follows Kim, "Convolutional neural networks for
sentence classification" (EMNLP 2014), with one width.
"""

from __future__ import annotations

import base64
from array import array
from dataclasses import dataclass, field
from itertools import chain
from operator import add, mul
from typing import TYPE_CHECKING, Any

from doclint.judge.lanes import NARROW, WIDE, narrowed, packed, unpacked
from doclint.judge.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doclint.judge.tokens import Tokens

# a filter sees a word and its two neighbours
WIDTH = 3

# longer texts are judged by their beginning, as the models were when they learned
MOST_TOKENS = 80

# the top bit of a lane is for comparing, and what is below zero is lifted by the next: so many bits are left
ROOM = 8 * NARROW - 2
_ZERO = 1 << ROOM
_TOP = 1 << 8 * NARROW - 1
_HALF = 1 << 8 * WIDE - 1

# what is added to the vector of a word that the code does not say
NEW = "@new"
END = "@end"
_ENDINGS = ("ing", "ed", "ly", "s")

# after the sums of all filters, a part of a unit is dropped
_FRACTION = 16


@dataclass(frozen=True, slots=True)
class Convolution:
    """Vectors, filters and what each filter's largest value adds to each head.

    `vectors` has a row of small integers for each word. `filters` holds, for each of the three places and each
    dimension, a weight a filter; `bias` one number a filter. `outputs` has a row a head, one number a filter and the
    head's own last, in 65,536ths of the student's unit. Of what words add to a filter so many of the lowest bits are
    rounded off as `coarse` says, which must leave no sum of three words and bias beyond `ROOM` bits and a sign.
    """

    vectors: Mapping[str, Sequence[int]]
    filters: Sequence[Sequence[Sequence[int]]]
    bias: Sequence[int]
    outputs: Sequence[Sequence[int]]
    coarse: int = 0
    _lanes: Sequence[Sequence[int]] = field(init=False, repr=False, compare=False)
    _lifted: int = field(init=False, repr=False, compare=False)
    _heard_zero: int = field(init=False, repr=False, compare=False)
    _ones: int = field(init=False, repr=False, compare=False)
    _weights: Sequence[int] = field(init=False, repr=False, compare=False)
    _heard: Mapping[tuple[str, bool], tuple[int, int, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # frozen, and still these follow from the weights and nothing else
        object.__setattr__(self, "_lanes", [[packed(row) for row in place] for place in self.filters])
        bias = [_ZERO + _TOP + (value >> self.coarse) for value in self.bias]
        object.__setattr__(self, "_lifted", packed(bias, NARROW))
        half = 1 << self.coarse >> 1
        object.__setattr__(self, "_heard_zero", packed([(_ZERO << self.coarse) + half] * len(self.bias)))
        object.__setattr__(self, "_ones", packed([1] * len(self.bias), NARROW))
        *columns, own = zip(*self.outputs, strict=True)
        weights = [packed(column, WIDE) for column in (*columns, [_HALF + number for number in own])]
        object.__setattr__(self, "_weights", weights)
        object.__setattr__(self, "_heard", Remembered(self._hear))

    def sums(self, tokens: Tokens, placement: str, code_kind: str) -> tuple[int, ...]:
        """What the words of a text add to each head, in the student's unit."""
        shapes = context(placement, code_kind) + tokens.shapes[:MOST_TOKENS]
        words = zip(shapes, chain((False, False), map(bool, tokens.novel[:MOST_TOKENS])), strict=True)
        largest = self._largest([*map(self._heard.__getitem__, words), self._heard[END, False]])
        total = sum(map(mul, largest, self._weights), self._weights[-1])
        return tuple([value - _HALF >> _FRACTION for value in unpacked(total, len(self.outputs), WIDE)])

    def _largest(self, heard: Iterable[tuple[int, int, int]]) -> Sequence[int]:
        """Each filter's largest value over the text, or zero.

        All filters at once: each has a lane of a long integer, lifted so that no lane is negative. A row comes with
        the top bit of each lane set. Where it is no smaller than the largest value so far, that bit outlives the
        difference; less one in its lowest place, it is a mask of the lane, and the largest value grows by what it lets
        through.
        """
        before, at, after = zip(*heard, strict=True)
        best = zero = self._ones * _ZERO
        top = self._ones * _TOP
        for row in map(add, map(add, (0, *before[:-1]), at), (*after[1:], 0)):
            over = row - best
            grown = over & top
            best += over & (grown - (grown >> 8 * NARROW - 1))
        return unpacked(best - zero, len(self.bias), NARROW)

    def _hear(self, word: tuple[str, bool]) -> tuple[int, int, int]:
        """What a word adds to all filters as the one before, at and after their middle, where rows are lifted too."""
        shape, is_new = word
        if shape not in self.vectors:
            return self._heard[unknown(shape), is_new]
        vector = self.vectors[shape]
        if is_new:
            vector = [own + new for own, new in zip(vector, self.vectors[NEW], strict=True)]
        before, at, after = (self._narrowed(sum(map(mul, vector, place))) for place in self._lanes)
        return before, at + self._lifted, after

    def _narrowed(self, lanes: int) -> int:
        """Lanes without their lowest bits, to the nearest."""
        return narrowed(lanes + self._heard_zero, len(self.bias), self.coarse) - self._ones * _ZERO


def context(placement: str, code_kind: str) -> tuple[str, str]:
    """The two words that stand before every text: where it stands, and what kind of line it stands at."""
    return f"@{placement}", f"@at {code_kind}"


def unknown(shape: str) -> str:
    """The word that stands for one without a vector."""
    if not shape[:1].isalpha():
        return "@mark"
    return next((f"@-{ending}" for ending in _ENDINGS if shape.endswith(ending)), "@word")


# the words that every model has a vector for
SPECIAL = (NEW, END, "@mark", "@word", *(f"@-{ending}" for ending in _ENDINGS))


def decode(data: Mapping[str, Any]) -> Convolution:
    """A convolution from its part of the data file."""
    words, dimensions, count = data["words"].split("\n"), data["dimensions"], len(data["bias"])
    rows = _rows(data["vectors"], dimensions)
    weights = _rows(data["filters"], count)
    places = [weights[start : start + dimensions] for start in range(0, len(weights), dimensions)]
    return Convolution(dict(zip(words, rows, strict=True)), places, data["bias"], data["outputs"], data["coarse"])


def encode(model: Convolution) -> dict[str, object]:
    """The part of the data file, words sorted."""
    words = sorted(model.vectors)
    return {
        "dimensions": len(model.filters[0]),
        "coarse": model.coarse,
        "bias": model.bias,
        "outputs": model.outputs,
        "filters": _text(chain.from_iterable(model.filters)),
        "words": "\n".join(words),
        "vectors": _text(model.vectors[word] for word in words),
    }


def _rows(text: str, width: int) -> list[tuple[int, ...]]:
    # base 85 would save 6 % of the file, and Python undoes it letter by letter: 20 ms at every start
    numbers = array("b", base64.b64decode(text))
    return [tuple(numbers[start : start + width]) for start in range(0, len(numbers), width)]


def _text(rows: Iterable[Sequence[int]]) -> str:
    return base64.b64encode(array("b", chain.from_iterable(rows)).tobytes()).decode("ascii")
