"""WHY120: a constant sets a limit, size or rate, and nothing says why this much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedLimit(StepRule):
    """A constant sets a limit, size or rate, and nothing says why this much.

    What it asks
    ------------
    Why this much, and what happens at half or twice as much?

    Why it matters
    --------------
    The name says what the number limits. Only its author knows whether it was measured, copied or guessed.

    Example
    -------
    ::

        MAX_RETRIES = 7

    A good answer
    -------------
    ::

        # because the queue gives up after two minutes, which seven doubling waits just fill
        MAX_RETRIES = 7
    """

    code = "WHY120"
    name = "unexplained-limit"
    measured = Measured(0.47, 107, "name")
    remedy = "say where the number comes from"
    constructs = frozenset({"constant"})
    VALID = (
        'GRAVITY_NAME = "g"\n',
        "MAX_DEPTH = 1\n",
        "import mail\n\n# because the queue gives up after two minutes, which seven doubling waits just fill\n"
        "MAX_RETRIES = 7\n",
    )
    INVALID = (
        "MAX_RETRIES = 7\n",
        "class Pool:\n    DECAY = 0.37\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if "plain" in sight.traits:
            return False
        return "limit-name" in sight.traits or "fraction" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why is {sight.detail} {sight.subject}, and what happens at half or twice as much?"
