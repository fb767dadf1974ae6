"""Figures of a judge, with intervals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.metrics import average_precision_score

# intervals of two draws of a thousand differ in the third digit, which no figure here is read to
_DRAWS = 1000
_SEED = 20251


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % bootstrap interval and the number of examples and of positives behind it."""

    value: float
    low: float
    high: float
    n: int
    positive: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def f1(truth: np.ndarray, said: np.ndarray) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    both = float((truth & said).sum())
    return 2 * both / float(truth.sum() + said.sum()) if both else 0.0


def precision(truth: np.ndarray, said: np.ndarray) -> float:
    """The share of what was said that is true; nan where nothing was said."""
    return float((truth & said).sum() / said.sum()) if said.any() else float("nan")


def recall(truth: np.ndarray, said: np.ndarray) -> float:
    """The share of what is true that was said."""
    return float((truth & said).sum() / truth.sum()) if truth.any() else float("nan")


def average_precision(truth: np.ndarray, score: np.ndarray) -> float:
    """The area under the curve of precision over recall."""
    return float(average_precision_score(truth, score)) if truth.any() else float("nan")


def figure(measure: object, truth: np.ndarray, said: np.ndarray, groups: np.ndarray) -> Figure:
    """A measure with its interval.

    Whole packages are drawn, not examples: texts of one project resemble each other, so drawing them singly would make
    the interval look narrower than it is.
    """
    assert callable(measure)
    value = measure(truth, said)
    rng = np.random.default_rng(_SEED)
    members = [np.flatnonzero(groups == name) for name in sorted(set(groups.tolist()))]
    drawn = []
    for _ in range(_DRAWS):
        rows = np.concatenate([members[pick] for pick in rng.integers(0, len(members), len(members))])
        drawn.append(measure(truth[rows], said[rows]))
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(value, float(low), float(high), len(truth), int(truth.sum()))


def best_threshold(truth: np.ndarray, score: np.ndarray, slack: float = 0.003) -> float:
    """A threshold whose F1 is as good as the best, from the middle of all such: the very best is luck of the sample."""
    candidates = np.unique(score)
    values = np.array([f1(truth, score >= candidate) for candidate in candidates])
    good = candidates[values >= values.max() - slack]
    return float((good.min() + good.max()) / 2)


def threshold_for_precision(truth: np.ndarray, score: np.ndarray, wanted: float) -> float:
    """The lowest threshold from which on every higher one keeps the precision; infinite where none does."""
    order = np.argsort(-score, kind="stable")
    share = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    # the first few are too few to say anything, so they may fall short
    good = np.flatnonzero(share >= wanted)
    return float(score[order[good.max()]]) if len(good) else float("inf")
