"""Logistic regression on answers between no and yes, which a teacher gives; the usual libraries take only the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# inverse penalties: .03 to .3 differ by less than .01 of F1 in cross-validation
_PENALTY = 0.1

# weights are rounded to bytes in the end, which later rounds do not reach
_MOST_ROUNDS = 120
_TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Line:
    """Weights and a bias, in log-odds."""

    weights: np.ndarray
    bias: float

    def sums(self, matrix: csr_matrix) -> np.ndarray:
        """The log-odds of each row."""
        return np.asarray(matrix @ self.weights + self.bias)


def regress(matrix: csr_matrix, answers: np.ndarray, weight: np.ndarray) -> Line:
    """The line that says the answers, in [0, 1], best, with small weights; rows count by their weight."""
    turned = matrix.T.tocsr()

    def loss(guess: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = guess[:-1], guess[-1]
        sums = matrix @ weights + bias
        error = weight * (expit(sums) - answers)
        value = float(weight @ (np.logaddexp(0, sums) - answers * sums) + weights @ weights / (2 * _PENALTY))
        return value, np.append(turned @ error + weights / _PENALTY, error.sum())

    start = np.zeros(matrix.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_ROUNDS, "ftol": _TOLERANCE})
    return Line(found.x[:-1], float(found.x[-1]))
