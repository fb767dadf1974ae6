"""The convolution sums in lanes of long integers what plain sums over filters and places give."""

from __future__ import annotations

import json
import random
from operator import add, mul
from typing import TYPE_CHECKING

import pytest

from doclint.judge.convolution import (
    END,
    MOST_TOKENS,
    NEW,
    ROOM,
    SPECIAL,
    WIDTH,
    Convolution,
    context,
    decode,
    encode,
    unknown,
)
from doclint.judge.features import see
from doclint.judge.student import student

if TYPE_CHECKING:
    from doclint.judge.tokens import Tokens

_CODE = "retry(client, attempts=3)"
_TEXTS = (
    "",
    "retry",
    "the server drops the first request of the day, so it is sent again",
    "zzyzx frobnicated (quuxing), really 42 times?",
    "again and " * 90,
)


# of five dimensions of bytes: three words of them pass seventeen bits, and fourteen have room
_COARSE = 5


def _model(largest: int = 127, filters: int = 7, dimensions: int = 5, coarse: int = _COARSE) -> Convolution:
    rng = random.Random(1)

    def row(length: int) -> list[int]:
        return [rng.randint(-largest, largest) for _ in range(length)]

    words = {word for text in _TEXTS for word in see(text, _CODE).tokens.shapes} - {"zzyzx", "quuxing"}
    named = {word: tuple(row(dimensions)) for word in sorted({*words, *SPECIAL, *context("lead", "call")})}
    places = [[row(filters) for _ in range(dimensions)] for _ in range(WIDTH)]
    return Convolution(named, places, row(filters), [row(filters + 1), row(filters + 1)], coarse)


def _plain(model: Convolution, tokens: Tokens) -> tuple[int, ...]:
    """The same sums, one after the other."""
    words = [*context("lead", "call"), *tokens.shapes[:MOST_TOKENS], END]
    new = [0, 0, *tokens.novel[:MOST_TOKENS], 0]
    vectors = []
    for word, is_new in zip(words, new, strict=True):
        own = model.vectors.get(word) or model.vectors[unknown(word)]
        vectors.append([a + b for a, b in zip(own, model.vectors[NEW], strict=True)] if is_new else own)
    largest, half = [0] * len(model.bias), 1 << model.coarse >> 1
    for middle in range(len(vectors)):
        for number in range(len(largest)):
            total = model.bias[number] >> model.coarse
            for place in range(WIDTH):
                at = middle + place - 1
                if 0 <= at < len(vectors):
                    weights = [row[number] for row in model.filters[place]]
                    heard = sum(a * b for a, b in zip(vectors[at], weights, strict=True))
                    total += heard + half >> model.coarse
            largest[number] = max(largest[number], total)
    return tuple(
        (sum(a * b for a, b in zip(largest, row[:-1], strict=True)) + row[-1]) // 65_536 for row in model.outputs
    )


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize(("largest", "coarse"), [(3, 0), (127, _COARSE)])
def test_lanes_sum_what_plain_sums_do(text: str, largest: int, coarse: int) -> None:
    model, tokens = _model(largest, coarse=coarse), see(text, _CODE).tokens
    assert model.sums(tokens, "lead", "call") == _plain(model, tokens)


def test_no_lane_spills_into_its_neighbour_at_the_largest_numbers() -> None:
    # a new word counts twice, and three of them reach what there is room for
    words = dict.fromkeys((*SPECIAL, *context("lead", "call"), "a"), (127,))
    weight = ((1 << ROOM) - 1) // (2 * 127 * WIDTH)
    for sign in (1, -1):
        places = [[(weight * sign, -weight * sign)]] * WIDTH
        model = Convolution(words, places, (0, 0), [(65_536, 0, 0), (0, 65_536, 0)])
        low, high = sorted(model.sums(see("server server server", "").tokens, "lead", "call"))
        assert (low, high) == (0, 2 * 127 * weight * WIDTH)


def test_the_shipped_sums_have_room() -> None:
    model = student().convolution
    assert model is not None
    words = [row for own in model.vectors.values() for row in (own, [*map(add, own, model.vectors[NEW])])]
    for number in range(0, len(model.bias), 12):
        columns = [[row[number] for row in place] for place in model.filters]
        heard = [max(abs(sum(map(mul, row, column))) for row in words) for column in columns]
        assert sum(heard) + abs(model.bias[number]) < 1 << ROOM + model.coarse


def test_encoding_loses_nothing() -> None:
    model = _model()
    again = decode(json.loads(json.dumps(encode(model))))
    assert encode(again) == encode(model)
    tokens = see(_TEXTS[2], _CODE).tokens
    assert again.sums(tokens, "lead", "call") == model.sums(tokens, "lead", "call")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("frobbing", "@-ing"), ("frobbed", "@-ed"), ("frob", "@word"), ("%", "@mark"), ("@at x", "@mark")],
)
def test_a_word_without_a_vector_is_heard_as_its_kind(word: str, kind: str) -> None:
    assert unknown(word) == kind
