"""Judges labelled examples with a given student through doclint's own code, and sets the student's thresholds."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from doclint.judge import reason
from doclint.judge.features import see
from doclint.judge.restate import may_restate
from doclint.model.remark import Placement
from training.examples import UNJUDGED
from training.measure import best_threshold, threshold_for_precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.judge.student import Student
    from doclint.model.judgement import Reason
    from training.examples import Example

HEADS = ("why", "strong", "restates")
PLACEMENTS = ("lead", "trailing", "docstring")

# by those who kept "almost, but a word of it helps a little" apart, of which a maintainer lets half go as well; by the
# published labels it makes .94, and .70 would make .88
RESTATING_PRECISION = 0.75

# more than any text can sum to
_NEVER = 32_767


@contextmanager
def using(student: Student) -> Iterator[None]:
    """Lets doclint judge with other weights than the shipped ones."""
    shipped = reason.student
    reason.student = lambda: student  # type: ignore[assignment]
    reason.sentences_of.cache_clear()
    try:
        yield
    finally:
        reason.student = shipped
        reason.sentences_of.cache_clear()


def judgements(examples: Sequence[Example], student: Student) -> list[Reason]:
    """doclint's judgement on each example."""
    with using(student):
        return [_judgement(example) for example in examples]


def _judgement(example: Example) -> Reason:
    """On what an annotator read: a remark, or one sentence of a docstring, whose others may say more."""
    if example.source == "sentences" or not example.judged:
        return reason.reason_of(example.remark)
    read = {unit.prose for unit, _ in example.judged}
    return next(said for sentence, said in reason.sentences_of(example.remark) if sentence in read)


def sums(examples: Sequence[Example], student: Student) -> np.ndarray:
    """The three main sums of each example; a docstring has those of its best sentence."""
    found = []
    for example in examples:
        each = [student.judge(see(unit.prose, unit.code), unit.placement)[: len(HEADS)] for unit in example.units]
        found.append([max(column) for column in zip(*each, strict=True)] or [-_NEVER] * len(HEADS))
    return np.array(found)


def with_thresholds(student: Student, examples: Sequence[Example], totals: np.ndarray) -> Student:
    """The student with thresholds that suit sums of examples it was not fitted on."""
    strengths = np.array([example.why for example in examples])
    asked = strengths != UNJUDGED
    # one for all placements, which the sums already tell apart: one for each, of a few hundred texts, is luck (trailing
    # comments got -1.9 here and were read best at -.9 elsewhere)
    found = {
        "why": round(best_threshold(strengths[asked] >= 1, totals[asked, 0])),
        "strong": round(best_threshold(strengths[asked] == 2, totals[asked, 1])),
        "restates": _restating_threshold(examples, totals[:, 2]),
    }
    return replace(student, thresholds={head: dict.fromkeys(PLACEMENTS, total) for head, total in found.items()})


def _restating_threshold(examples: Sequence[Example], totals: np.ndarray) -> int:
    """From where on restatements are right often enough, among the texts that rules let through."""
    rows = [row for row, example in enumerate(examples) if example.why == UNJUDGED and _open(example)]
    truth = np.array([bool(examples[row].restates) for row in rows], dtype=bool)
    threshold = threshold_for_precision(truth, totals[rows], RESTATING_PRECISION)
    return _NEVER if np.isinf(threshold) else round(threshold)


def _open(example: Example) -> bool:
    if example.restates is None or example.remark.placement is Placement.DOCSTRING:
        return False
    unit = example.units[0]
    return may_restate(unit.prose, see(unit.prose, unit.code))
