"""The fixed small sample that CI judges again: texts written here, so that no download is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from training.packages import LABELS
from training.written import written

if TYPE_CHECKING:
    from doclint.model.remark import Remark

_TESTS = Path(__file__).parent.parent / "tests" / "judge" / "texts"
FILES = (LABELS / "written.txt", _TESTS / "fillers.txt", _TESTS / "reasons.txt")


def sample() -> list[tuple[str, int, Remark]]:
    """The group, strength and remark of each text of the sample."""
    return [item for path in FILES for item in written(path)]


def agreement() -> tuple[int, int]:
    """How many texts of the sample doclint judges as they were written to be, and how many there are."""
    from doclint.judge.reason import reason_of

    judged = [(strength, reason_of(remark).strength) for _, strength, remark in sample()]
    return sum(wanted == said for wanted, said in judged), len(judged)
