"""The shipped weights are small and whole, and judge as they did when they were measured."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from doclint.judge.lanes import packed
from doclint.judge.student import MODEL_FILE, Student, decode, encode, student
from training.sample import agreement

_LARGEST = 300 * 1024


def shipped() -> str:
    return (files("doclint.judge") / "data" / MODEL_FILE).read_text(encoding="utf-8")


def test_the_data_file_is_small() -> None:
    assert len(shipped()) <= _LARGEST


def test_the_data_file_says_what_it_was_made_of_and_how_good_it_is() -> None:
    record = json.loads(shipped())["record"]
    assert {"made", "labels", "examples", "soft", "kept_back", "sample"} <= set(record)


def test_encoding_loses_nothing() -> None:
    assert encode(decode(shipped()), json.loads(shipped())["record"]) == shipped()


def test_judgements_have_not_drifted() -> None:
    agree, of = json.loads(shipped())["record"]["sample"]
    now, texts = agreement()
    assert texts == of, "the sample changed: run training.build, or training.stamp where only the sample did"
    # a change of words or guards may move a text or two either way; more means that the weights no longer fit
    assert now >= agree - 0.01 * of


def test_sums_are_integers_whatever_the_order_of_features() -> None:
    small = Student(
        ("why", "strong"), {"a": packed((3, -1)), "b": packed((-120, 4))}, (5, 0), 0.01, {"why": {"lead": 0}}
    )
    for features in (["a", "b", "unknown"], ["unknown", "b", "a"]):
        assert small.sums(features) == (-112, 3)


def test_no_head_adds_to_its_neighbour_however_long_the_text() -> None:
    weights = {str(number): packed((-127, 127, 0)) for number in range(5000)}
    small = Student(("why", "strong", "restates"), weights, (1, 2, 3), 0.01, {})
    assert small.sums(weights) == (1 - 127 * 5000, 2 + 127 * 5000, 3)


@pytest.mark.parametrize(("total", "expected"), [(0, 0.5), (100, 0.731), (-100, 0.269), (100_000, 1.0)])
def test_probability_is_one_half_at_the_threshold(total: int, expected: float) -> None:
    small = Student(("why",), {}, (0,), 0.01, {"why": {"lead": 0}})
    assert small.probability("why", "lead", total) == expected


def test_shipped_thresholds_exist_for_each_placement() -> None:
    for head in ("why", "strong", "restates"):
        assert sorted(student().thresholds[head]) == ["docstring", "lead", "trailing"]
