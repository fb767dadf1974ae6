"""WHY502: a suppression that closes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, PragmaRule

if TYPE_CHECKING:
    from doclint.model.suppression import Usage


class UnusedSuppression(PragmaRule):
    """A suppression that closes nothing, or names no rule.

    What it asks
    ------------
    Which question was this suppression for, and is it still asked?

    Why it matters
    --------------
    It outlives the code it was written for, tells readers of an oddity that is gone, and would hide the next
    question on the same line from everybody. Only rules that ran are counted, so a run of some rules never calls the
    suppressions of others unused.

    Example
    -------
    ::

        total = price * count  # doclint: ignore[WHY103] -- the rate is fixed by contract

    A good answer
    -------------
    ::

        total = price * count
    """

    code = "WHY502"
    name = "unused-suppression"
    default = True
    measured = Measured(1.0, 0, "nothing: whether a suppression closed something is a fact")
    remedy = "delete it, or name the rule that asks here"
    alongside = ("WHY101",)
    VALID = (
        "try:\n    close()\nexcept Exception:\n    pass  # doclint: ignore[WHY101] -- a teaching example\n",
        "x = 1  # doclint: ignore[WHY303] -- a rule that did not run\n",
    )
    INVALID = (
        "x = 1  # doclint: ignore[WHY101] -- the handler it was for is gone\n",
        "x = 1  # doclint: ignore[WHY999] -- names no rule\n",
    )

    def check(self, usage: Usage) -> str | None:
        if usage.unknown:
            return f"No rule is called `{usage.unknown[0]}`: which one does this suppression mean?"
        if not usage.idle:
            return None
        words = "any rule" if usage.idle == ("ALL",) else ", ".join(usage.idle)
        return f"No question of {words} is open here: what is this suppression still for?"
