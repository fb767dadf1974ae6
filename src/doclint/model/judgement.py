"""What the two judges say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """How likely a reader asks why at a step: `value` in [0, 1], `causes` with the weightiest first."""

    value: float
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """What a remark contributes towards an answer.

    `kind` is the kind of text (why, what, contract, usage, todo, heading, code, directive, legal, other); `why` the
    probability that it states a reason (strength 1 or 2); `strength` the judged 0, 1 or 2; `reason` the kind of
    reason (goal, cause, constraint, consequence, tradeoff, assumption, provenance, history) where there is one;
    `restates` the probability that it adds nothing to the code beside it. `hollow` is the phrase that keeps the
    strength at 1 at most ("for performance"), for the question to quote.
    """

    kind: str
    why: float
    strength: int
    reason: str | None
    restates: float
    hollow: str | None = None
