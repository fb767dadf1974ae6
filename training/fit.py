"""Fits the student: logistic regressions on shared features, pruned, refitted and rounded to bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression

from doclint.judge.student import Student, packed
from training.line import Line, regress
from training.seen import SeenTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.examples import Example
    from training.soft import SoftUnit

# a feature of fewer texts is a name or a typing mistake
_RAREST = 3
# 6,000 lose nothing against 12,000, and keep the data file under 300 KB
_MOST_FEATURES = 6000
# an inverse penalty, as in `line.py`
_KIND_PENALTY = 0.05
# a soft label weighs three quarters of a label: three times as much as all labels, as with fewer of them, fits the
# teacher's texts too closely and loses .01 of average precision; shares of .2 to .35 read the blind set alike
_SOFT_SHARE = 0.2
# how much a strict judge's "restates" counts: .1 and .6 find fewer at the same precision
_STRICT = 0.3
# later rounds hardly change which sentence of a docstring is chosen, and double the time
_ROUNDS = 1
_BYTE = 127

KINDS = ("what", "contract", "heading", "usage", "todo", "other", "why")
REASONS = ("goal", "cause", "constraint", "consequence", "tradeoff", "assumption", "provenance", "history")


class Fitter:
    """Fits one student on some examples, and soft labels where a teacher gave any."""

    def __init__(
        self, examples: Sequence[Example], soft: Sequence[SoftUnit] = (), seen: SeenTexts | None = None
    ) -> None:
        self._seen = seen or seen_by(examples, soft)
        self._examples = [(example, self._seen.rows(example.units)) for example in examples]
        self._soft = self._seen.rows(item.unit for item in soft)
        self._sure = np.array([item.probabilities for item in soft])
        self._columns = np.arange(0)
        self._matrix = self._seen.matrix

    def fit(self) -> Student:
        """The student, with thresholds at zero: they are set on texts that it did not see."""
        used = [row for _, rows in self._examples for row in rows] + self._soft
        counts = np.asarray(self._seen.matrix[used].sum(axis=0)).ravel()
        self._look_at(np.flatnonzero(counts >= _RAREST))
        first = [self._why(1, rounds=0), self._why(2, rounds=0), self._restates()]
        weights = np.abs(np.stack([line.weights for line in first])).max(axis=0)
        best = np.argsort(-(weights * np.sqrt(counts[self._columns])), kind="stable")[:_MOST_FEATURES]
        self._look_at(np.sort(self._columns[best]))
        return self._rounded()

    def _look_at(self, columns: np.ndarray) -> None:
        self._columns = columns
        self._matrix = self._seen.matrix[:, columns]

    def _rounded(self) -> Student:
        columns = [("why", self._why(1)), ("strong", self._why(2)), ("restates", self._restates())]
        heads = [name for name, _ in columns]
        weights = [line.weights for _, line in columns]
        biases = [line.bias for _, line in columns]
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
            for position, name in enumerate(self._seen.names[self._columns].tolist())
            if rounded[position].any()
        }
        bias = tuple(round(value / unit) for value in biases)
        return Student(tuple(heads), rows, bias, unit, {})

    def _why(self, least: int, rounds: int = _ROUNDS) -> Line:
        """P(strength >= least); of a docstring judged as a whole, the sentence that reads most like a reason learns."""
        found: list[int] = []
        truth: list[bool] = []
        whole: list[list[int]] = []
        for example, rows in self._examples:
            if example.judged:
                found += rows[: len(example.judged)]
                truth += [why >= least for _, why in example.judged]
            elif example.group != "docstring" or example.why < least:
                found += rows
                truth += [example.why >= least] * len(rows)
            elif rows:
                whole.append(rows)
        line = self._regress(found, truth, least - 1)
        for _ in range(rounds):
            chosen = [rows[int(line.sums(self._matrix[rows]).argmax())] for rows in whole]
            line = self._regress(found + chosen, truth + [True] * len(chosen), least - 1)
        return line

    def _restates(self) -> Line:
        judged = [(e, rows[0]) for e, rows in self._examples if e.restates is not None and rows]
        weight = np.array([1.0 if e.source == "comments" else _STRICT for e, _ in judged])
        return self._regress([row for _, row in judged], [bool(e.restates) for e, _ in judged], 2, weight)

    def _among(self, names: tuple[str, ...], attribute: str) -> Iterable[tuple[str, np.ndarray, float]]:
        """One column for each of several kinds, fitted against each other."""
        rows = [(rows[0], getattr(example, attribute)) for example, rows in self._examples if rows]
        rows = [(row, name) for row, name in rows if name in names]
        model = LogisticRegression(C=_KIND_PENALTY, max_iter=300)
        model.fit(self._matrix[[row for row, _ in rows]], [name for _, name in rows])
        for name, weight, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
            yield name, weight, float(bias)

    def _regress(self, rows: list[int], truth: list[bool], head: int, weight: np.ndarray | None = None) -> Line:
        answers, weight = np.array(truth, float), np.ones(len(truth)) if weight is None else weight
        if self._soft:
            share = _SOFT_SHARE / (1 - _SOFT_SHARE) * len(truth) / len(self._soft)
            answers = np.concatenate([answers, self._sure[:, head]])
            weight = np.concatenate([weight, np.full(len(self._soft), share)])
        return regress(self._matrix[rows + self._soft], answers, weight)


def seen_by(examples: Iterable[Example], soft: Iterable[SoftUnit]) -> SeenTexts:
    """All texts of some examples and soft labels."""
    return SeenTexts([*(unit for example in examples for unit in example.units), *(item.unit for item in soft)])
