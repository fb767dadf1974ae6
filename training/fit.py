"""Fits the student: logistic regressions on shared features, pruned, refitted and rounded to bytes."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from doclint.judge.features import features, see
from doclint.judge.student import Student, packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.examples import Example, Unit
    from training.teacher import SoftUnit

# a feature of fewer texts is a name or a typing mistake
_RAREST = 3
# 6,000 lose nothing against 12,000, and keep the data file under 300 KB
_MOST_FEATURES = 6000
# inverse penalties: .03 to .3 differ by less than .01 of F1 in cross-validation
_PENALTY = 0.1
_KIND_PENALTY = 0.05
# the teacher weighs three times the labels in all, as in the study that found soft labels to help
_SOFT_SHARE = 0.75
# later rounds hardly change which sentence of a docstring is chosen, and double the time
_ROUNDS = 1
# looser than the default: weights are rounded to bytes anyway
_TOLERANCE = 1e-3
_BYTE = 127

KINDS = ("what", "contract", "heading", "usage", "todo", "other", "why")
REASONS = ("goal", "cause", "constraint", "consequence", "tradeoff", "assumption", "provenance", "history")


@cache
def featured(unit: Unit) -> set[str]:
    """The features of a unit, as at run time."""
    return features(see(unit.prose, unit.code), unit.placement)


class Fitter:
    """Fits one student on some examples, and soft labels where a teacher gave any."""

    def __init__(self, examples: Sequence[Example], soft: Sequence[SoftUnit] = ()) -> None:
        self._examples = [(example, [featured(unit) for unit in example.units]) for example in examples]
        self._soft = [(featured(item.unit), item) for item in soft]
        self._index: dict[str, int] = {}

    def fit(self) -> Student:
        """The student, with thresholds at zero: they are set on texts that it did not see."""
        everything = [row for _, rows in self._examples for row in rows] + [row for row, _ in self._soft]
        counts = Counter(name for row in everything for name in row)
        self._index = _indexed(name for name, count in counts.items() if count >= _RAREST)
        first = [self._why(1, rounds=0), self._why(2, rounds=0), self._restates()]
        weights = np.abs(np.stack([model.coef_[0] for model in first])).max(axis=0)
        often = np.sqrt([counts[name] for name in self._index])
        keep = np.argsort(-(weights * often), kind="stable")[:_MOST_FEATURES]
        names = list(self._index)
        self._index = _indexed(names[position] for position in keep)
        return self._rounded()

    def _rounded(self) -> Student:
        columns = [("why", self._why(1)), ("strong", self._why(2)), ("restates", self._restates())]
        heads = [name for name, _ in columns]
        weights = [model.coef_[0] for _, model in columns]
        biases = [float(model.intercept_[0]) for _, model in columns]
        for prefix, names, attribute in (("kind", KINDS, "kind"), ("reason", REASONS, "reason")):
            for name, weight, bias in self._among(names, attribute):
                heads.append(f"{prefix}:{name}")
                weights.append(weight)
                biases.append(bias)
        table = np.stack(weights, axis=1)
        unit = float(np.abs(table[:, :3]).max() / _BYTE)
        rounded = np.clip(np.rint(table / unit), -_BYTE, _BYTE).astype(int)
        rows = {
            name: packed([int(value) for value in rounded[position]])
            for name, position in self._index.items()
            if rounded[position].any()
        }
        bias = tuple(round(value / unit) for value in biases)
        return Student(tuple(heads), rows, bias, unit, {})

    def _why(self, least: int, rounds: int = _ROUNDS) -> LogisticRegression:
        """P(strength >= least); of a docstring judged as a whole, the sentence that reads most like a reason learns."""
        found: list[set[str]] = []
        truth: list[bool] = []
        whole: list[list[set[str]]] = []
        for example, rows in self._examples:
            if example.judged:
                found += rows[: len(example.judged)]
                truth += [why >= least for _, why in example.judged]
            elif example.group != "docstring" or example.why < least:
                found += rows
                truth += [example.why >= least] * len(rows)
            elif rows:
                whole.append(rows)
        model = self._regress(found, truth, least - 1)
        for _ in range(rounds):
            chosen = [rows[int(model.decision_function(self._matrix(rows)).argmax())] for rows in whole]
            model = self._regress(found + chosen, truth + [True] * len(chosen), least - 1)
        return model

    def _restates(self) -> LogisticRegression:
        judged = [(rows[0], bool(e.restates)) for e, rows in self._examples if e.restates is not None and rows]
        return self._regress([row for row, _ in judged], [truth for _, truth in judged], 2)

    def _among(self, names: tuple[str, ...], attribute: str) -> Iterable[tuple[str, np.ndarray, float]]:
        """One column for each of several kinds, fitted against each other."""
        rows = [(rows[0], getattr(example, attribute)) for example, rows in self._examples if rows]
        rows = [(row, name) for row, name in rows if name in names]
        model = LogisticRegression(C=_KIND_PENALTY, max_iter=300)
        model.fit(self._matrix([row for row, _ in rows]), [name for _, name in rows])
        for name, weight, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
            yield name, weight, float(bias)

    def _regress(self, rows: list[set[str]], truth: list[bool], head: int) -> LogisticRegression:
        matrix, answers, weight = self._matrix(rows), np.array(truth), np.ones(len(truth))
        if self._soft:
            sure = np.array([item.probabilities[head] for _, item in self._soft])
            share = _SOFT_SHARE / (1 - _SOFT_SHARE) * len(truth) / len(sure)
            taught = self._matrix([row for row, _ in self._soft])
            matrix = vstack([matrix, taught, taught])
            answers = np.concatenate([answers, np.ones(len(sure), bool), np.zeros(len(sure), bool)])
            weight = np.concatenate([weight, share * sure, share * (1 - sure)])
        model = LogisticRegression(C=_PENALTY, solver="liblinear", tol=_TOLERANCE)
        return model.fit(matrix, answers, sample_weight=weight)

    def _matrix(self, rows: Sequence[set[str]]) -> csr_matrix:
        starts, places = [0], []
        for row in rows:
            places += sorted(self._index[name] for name in row if name in self._index)
            starts.append(len(places))
        return csr_matrix((np.ones(len(places)), places, starts), shape=(len(rows), len(self._index)))


def _indexed(names: Iterable[str]) -> dict[str, int]:
    return {name: position for position, name in enumerate(sorted(names))}
