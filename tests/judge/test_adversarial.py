"""Words that only look like a reason never pass for one, and honest reasons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doclint.judge.reason import reason_of
from doclint.source.read import read
from training.written import written

if TYPE_CHECKING:
    from doclint.model.remark import Remark

TEXTS = Path(__file__).parent / "texts"
FILLERS = written(TEXTS / "fillers.txt")
REASONS = written(TEXTS / "reasons.txt")


def test_there_are_enough_of_each() -> None:
    assert len(FILLERS) >= 200
    assert len(REASONS) >= 200


def test_fillers_are_no_reasons() -> None:
    passed = [(group, remark.text) for group, strength, remark in FILLERS if reason_of(remark).strength > strength]
    assert len(passed) < 0.02 * len(FILLERS), passed


def test_no_filler_is_a_specific_reason() -> None:
    passed = [(group, remark.text) for group, _, remark in FILLERS if reason_of(remark).strength == 2]
    assert not passed


@pytest.mark.parametrize("remark", [remark for group, _, remark in FILLERS if group == "hollow"], ids=lambda r: r.text)
def test_hollow_reasons_name_their_phrase(remark: Remark) -> None:
    assert reason_of(remark).hollow


def test_a_hollow_phrase_in_narration_is_no_reason() -> None:
    (remark,) = read(b"# read the header values if needed\nctype = self.content_type\n").remarks
    assert reason_of(remark).strength == 0


def test_honest_reasons_pass() -> None:
    missed = [remark.text for _, _, remark in REASONS if reason_of(remark).strength == 0]
    assert len(missed) < 0.1 * len(REASONS), missed


def test_most_honest_reasons_pass_in_full() -> None:
    missed = [remark.text for _, strength, remark in REASONS if reason_of(remark).strength < strength]
    assert len(missed) < 0.2 * len(REASONS), missed
