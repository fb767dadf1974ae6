"""WHY118: a module of some size does not say what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ModulePurpose(StepRule):
    """A module of some size does not say what it is for.

    What it asks
    ------------
    Which decision does this file hide from the rest?

    Why it matters
    --------------
    A newcomer opens files in search of one thing. Without a first sentence each has to be read to its end.

    Example
    -------
    ::

        import os
        ...  # two hundred lines

    A good answer
    -------------
    ::

        '''Locks that survive a crashed holder: the pid inside tells whether it still lives.'''
    """

    code = "WHY118"
    name = "module-purpose"
    measured = Measured(0.0, 0, "unmeasured")
    remedy = "open the file with one sentence on what it is for"
    constructs = frozenset({"module-purpose"})
    VALID = (
        "x = 1\n" * 20,
        "'''Locks that survive a crashed holder, because the pid inside tells whether it still lives.'''\n"
        + "x = 1\n" * 100,
    )
    INVALID = (
        "x = 1\n" * 100,
        "import os\n\n" + "def f():\n    pass\n\n\n" * 30,
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return True

    def question(self, sight: Sight, step: Step) -> str:
        return "What is this file for, and which decision does it hide from the rest?"
