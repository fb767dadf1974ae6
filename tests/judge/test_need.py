"""The shipped weights of the need model are small, and rank as they did when they were made."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from training.need_sample import judged

_LARGEST = 40 * 1024


def shipped() -> str:
    return (files("doclint.judge") / "data" / "need.json").read_text(encoding="utf-8")


def test_the_data_file_is_small() -> None:
    assert len(shipped()) <= _LARGEST


def test_the_data_file_says_what_it_was_made_of_and_how_good_it_is() -> None:
    assert {"rows", "digest", "figures", "sample"} <= set(json.loads(shipped()))


def test_needs_have_not_drifted() -> None:
    noted = json.loads(shipped())["sample"]
    now = judged()
    assert now.steps == noted["steps"], "the sample changed: run training.stamp"
    # a new detector may lift a step or two; more means that the weights no longer fit what they are given
    assert now.ranked_right >= noted["ranked_right"] - 0.01
    assert now.asked == pytest.approx(noted["asked"], abs=0.03)
    assert now.routine == pytest.approx(noted["routine"], abs=0.03)
