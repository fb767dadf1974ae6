"""From what was seen to what is asked: the hits of the selected rules, arranged into questions a reader would put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.step import Sight, Step
    from doclint.rules.base import StepRule
    from doclint.rules.selection import Selection

# a branch of two cases may part the lines of one calculation; what stands further off is another thought
_APART = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that asks about a sight of a step."""

    rule: StepRule
    sight: Sight
    step: Step


Question = tuple[Hit, ...]


def questions(steps: Sequence[Step], selection: Selection) -> Iterator[Question]:
    """The questions of a file in source order; of each, the first hit is the one to ask by.

    A step is one question, led by the rule that is most often right. Steps that follow each other closely in a
    function and are led by the same rule about numbers are one question too, since one formula has one source.
    """
    formula: list[Hit] = []
    for hits in _by_step(steps, selection):
        if formula and not _continues(formula, hits):
            yield tuple(formula)
            formula = []
        formula += hits
    if formula:
        yield tuple(formula)


def together(hits: Sequence[Hit]) -> str:
    """The words of a question about all hits of its leading rule."""
    lead = hits[0]
    subjects = tuple(dict.fromkeys(hit.sight.subject for hit in hits if hit.rule is lead.rule))
    if lead.rule.one_formula and len(subjects) > 1:
        return lead.rule.question_of_all(subjects)
    return lead.rule.question(lead.sight, lead.step)


def _by_step(steps: Sequence[Step], selection: Selection) -> Iterator[list[Hit]]:
    met: set[tuple[str, str, int]] = set()
    for step in steps:
        hits = [
            Hit(rule, sight, step)
            for sight in step.sights
            for rule in selection.step_rules(sight.construct)
            if rule.holds(sight, step) and not (rule.once_a_function and _repeats(met, rule, sight, step))
        ]
        if hits:
            yield sorted(hits, key=lambda hit: (hit.rule.measured.precision, hit.rule.code), reverse=True)


def _continues(formula: Sequence[Hit], hits: Sequence[Hit]) -> bool:
    last, lead = formula[-1].step, hits[0]
    return (
        lead.rule.one_formula
        and formula[0].rule is lead.rule
        and lead.step.function == last.function
        and lead.step.function > 0
        and lead.step.span.line - last.span.end_line <= _APART
    )


def _repeats(met: set[tuple[str, str, int]], rule: StepRule, sight: Sight, step: Step) -> bool:
    """Whether a rule met the same literal in the same function before; notes it otherwise."""
    place = (rule.code, sight.subject, step.function)
    if place in met:
        return True
    met.add(place)
    return False
