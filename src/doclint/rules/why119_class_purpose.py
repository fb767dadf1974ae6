"""WHY119: a class of some size does not say why it exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ClassPurpose(StepRule):
    """A class of some size does not say why it exists.

    What it asks
    ------------
    What does the class hide, and what is always true of its instances?

    Why it matters
    --------------
    Its methods show what can be done with it and never when one should want to.

    Example
    -------
    ::

        class Ledger:
            ...  # two hundred lines

    A good answer
    -------------
    ::

        class Ledger:
            '''Entries in the order they were booked, because auditors read them that way.'''
    """

    code = "WHY119"
    name = "class-purpose"
    measured = Measured(0.0, 0, "unmeasured")
    remedy = "open the class with one sentence on why it exists"
    constructs = frozenset({"class-purpose"})
    VALID = (
        "class Ledger:\n" + "    x = 1\n" * 9,
        "class Ledger:\n    '''Entries in booking order, because auditors read them that way.'''\n"
        + "    x = 1\n" * 50,
    )
    INVALID = (
        "class Ledger:\n" + "    x = 1\n" * 50,
        "class Ledger(list):\n" + "    def f(self):\n        pass\n" * 30,
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "public" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"What does {sight.subject} hide, and what is always true of its instances?"
