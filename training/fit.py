"""Fits the student: logistic regressions on shared features, pruned, refitted and rounded, and a convolution beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression

from doclint.judge.lanes import packed
from doclint.judge.student import Student
from training import convolution
from training.examples import UNJUDGED
from training.line import Line, regress
from training.seen import SeenTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doclint.judge.convolution import Convolution
    from training.examples import Example
    from training.soft import SoftUnit

# a feature of fewer texts is a name or a typing mistake
_RAREST = 3
# with the vectors of the convolution they keep the data file under 300 KB
_MOST_FEATURES = 3600
# an inverse penalty, as in `line.py`
_KIND_PENALTY = 0.05
# a soft label weighs three quarters of a label: three times as much as all labels, as with fewer of them, fits the
# teacher's texts too closely and loses .01 of average precision; shares of .2 to .35 read the blind set alike
_SOFT_SHARE = 0.2
# how much a strict judge's "restates" counts: .1 and .6 find fewer at the same precision
_STRICT = 0.3
# the same of the convolution, whose vectors have nothing else to learn from than many texts
_SOFT_SHARE_OF_WORDS = 0.7
# how much of the log-odds the convolution gives; .3 to .6 read the blind set alike
_SHARE_OF_WORDS = 0.45
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
        self._lessons: dict[int, _Lessons] = {}
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
        shared = unit * (1 - _SHARE_OF_WORDS)
        return Student(tuple(heads), rows, bias, shared, {}, self._words(shared / _SHARE_OF_WORDS))

    def _why(self, least: int, rounds: int = _ROUNDS) -> Line:
        """P(strength >= least); of a docstring judged as a whole, the sentence that reads most like a reason learns."""
        found: list[int] = []
        truth: list[bool] = []
        whole: list[list[int]] = []
        for example, rows in self._examples:
            if example.why == UNJUDGED:
                continue
            if example.judged:
                found += rows[: len(example.judged)]
                truth += [why >= least for _, why in example.judged]
            elif example.group != "docstring" or example.why < least:
                found += rows
                truth += [example.why >= least] * len(rows)
            elif rows:
                whole.append(rows)
        line = self._regress(_Lessons(found, truth), least - 1)
        for _ in range(rounds):
            chosen = [rows[int(line.sums(self._matrix[rows]).argmax())] for rows in whole]
            line = self._regress(_Lessons(found + chosen, truth + [True] * len(chosen)), least - 1)
        return line

    def _restates(self) -> Line:
        judged = [(e, rows[0]) for e, rows in self._examples if e.restates is not None and rows]
        weight = [_STRICT if e.source == "more" else 1.0 for e, _ in judged]
        return self._regress(_Lessons([row for _, row in judged], [bool(e.restates) for e, _ in judged], weight), 2)

    def _among(self, names: tuple[str, ...], attribute: str) -> Iterable[tuple[str, np.ndarray, float]]:
        """One column for each of several kinds, fitted against each other."""
        rows = [(rows[0], getattr(example, attribute)) for example, rows in self._examples if rows]
        rows = [(row, name) for row, name in rows if name in names]
        model = LogisticRegression(C=_KIND_PENALTY, max_iter=300)
        model.fit(self._matrix[[row for row, _ in rows]], [name for _, name in rows])
        for name, weight, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
            yield name, weight, float(bias)

    def _regress(self, lessons: _Lessons, head: int) -> Line:
        self._lessons[head] = lessons
        rows, answers, weight = self._with_soft(lessons, head, _SOFT_SHARE)
        return regress(self._matrix[rows], answers, weight)

    def _with_soft(self, lessons: _Lessons, head: int, share: float) -> tuple[list[int], np.ndarray, np.ndarray]:
        """Rows, answers and weights of labels, and of soft labels that weigh a share of the whole."""
        answers, weight = np.array(lessons.truth, float), np.array(lessons.weight or [1.0] * len(lessons.rows))
        if self._soft:
            each = share / (1 - share) * len(lessons.rows) / len(self._soft)
            answers = np.concatenate([answers, self._sure[:, head]])
            weight = np.concatenate([weight, np.full(len(self._soft), each)])
        return lessons.rows + self._soft, answers, weight

    def _words(self, unit: float) -> Convolution:
        """The convolution, taught what the lines of the first three heads were taught."""
        heads = len(self._lessons)
        answers, weight = np.zeros((2, self._matrix.shape[0], heads))
        for head, lessons in self._lessons.items():
            for row, answer, counts in zip(*self._with_soft(lessons, head, _SOFT_SHARE_OF_WORDS), strict=True):
                answers[row, head] += counts * answer
                weight[row, head] += counts
        answers /= np.maximum(weight, np.finfo(float).tiny)
        rows = np.flatnonzero(weight.any(axis=1))
        return convolution.fit([self._seen.texts[row] for row in rows], answers[rows], weight[rows], unit)


@dataclass(frozen=True, slots=True)
class _Lessons:
    """What labels teach one head: rows of texts, yes or no, and what each counts, one where nothing is said."""

    rows: list[int]
    truth: list[bool]
    weight: Sequence[float] = ()


def seen_by(examples: Iterable[Example], soft: Iterable[SoftUnit]) -> SeenTexts:
    """All texts of some examples and soft labels."""
    return SeenTexts([*(unit for example in examples for unit in example.units), *(item.unit for item in soft)])
