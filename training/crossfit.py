"""Students fitted at the same time, and sums of examples by students that never saw their package."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import numpy as np

from doclint.judge.student import decode, encode
from training.fit import Fitter, seen_by
from training.packages import FOLDS
from training.pipeline import sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.judge.student import Student
    from training.examples import Example
    from training.soft import SoftUnit

# what the processes of `fit_each` find when they are forked: it is too much to be sent to them
_waiting: list[Fitter] = []


def fit_each(fitters: Sequence[Fitter]) -> list[Student]:
    """The students of all fitters, as many at a time as there are cores, a thread each."""
    _waiting[:] = fitters
    os.environ["OMP_NUM_THREADS"] = "1"
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        return [decode(text) for text in pool.map(_fit, range(len(fitters)))]


def _fit(number: int) -> str:
    return encode(_waiting[number].fit(), {})


def cross_fitted(
    examples: Sequence[Example], soft: Sequence[SoftUnit], also: Sequence[Fitter] = ()
) -> tuple[np.ndarray, list[Student], list[Student]]:
    """For each example the three sums, in log-odds, of the student fitted without its fold.

    Also those students, by fold, and the students of other fitters.
    """
    totals = np.zeros((len(examples), 3))
    seen = seen_by(examples, soft)
    fitters = [
        Fitter(
            [example for example in examples if example.package.fold != fold],
            [item for item in soft if item.package.fold != fold],
            seen,
        )
        for fold in range(FOLDS)
    ]
    fitted = fit_each([*fitters, *also])
    for fold, student in enumerate(fitted[:FOLDS]):
        rows = [row for row, example in enumerate(examples) if example.package.fold == fold]
        totals[rows] = sums([examples[row] for row in rows], student) * student.unit
    return totals, fitted[:FOLDS], fitted[FOLDS:]
