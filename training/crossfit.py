"""Sums of examples by students that never saw their package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from training.fit import Fitter, seen_by
from training.packages import FOLDS
from training.pipeline import sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.judge.student import Student
    from training.examples import Example
    from training.soft import SoftUnit


def cross_fitted(examples: Sequence[Example], soft: Sequence[SoftUnit]) -> tuple[np.ndarray, list[Student]]:
    """For each example the three sums of the student fitted without its fold, in log-odds of that student's unit.

    Students differ in their unit, so sums are brought to that of the first.
    """
    totals = np.zeros((len(examples), 3))
    seen = seen_by(examples, soft)
    students: list[Student] = []
    for fold in range(FOLDS):
        rest = [example for example in examples if example.package.fold != fold]
        student = Fitter(rest, [item for item in soft if item.package.fold != fold], seen).fit()
        students.append(student)
        rows = [row for row, example in enumerate(examples) if example.package.fold == fold]
        totals[rows] = sums([examples[row] for row in rows], student) * student.unit
    return totals, students
