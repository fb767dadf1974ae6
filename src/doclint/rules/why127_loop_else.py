"""WHY127: a loop has an else branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class LoopElse(StepRule):
    """A loop has an else branch.

    What it asks
    ------------
    Which way out of the loop does the else stand for?

    Why it matters
    --------------
    Readers disagree about what a loop's else means; half of them read it as "if the loop never ran".

    Example
    -------
    ::

        while queue:
            ...
        else:
            retry()

    A good answer
    -------------
    ::

        # no break: every peer was asked and none had the block
        else:
            retry()
    """

    code = "WHY127"
    name = "loop-else"
    measured = Measured(0.20, 15, "obvious")
    remedy = "say in a few words when the else runs"
    constructs = frozenset({"loop-else"})
    VALID = (
        "def ask(queue):\n    while queue:\n        queue.pop()\n",
        "def ask(queue):\n"
        "    # no break means that every peer was asked and none had the block, so a retry is due\n"
        "    while queue:\n"
        "        if queue.pop():\n"
        "            break\n"
        "    else:\n"
        "        retry()\n",
    )
    INVALID = (
        "def ask(queue):\n    while queue:\n        if queue.pop():\n            break\n    else:\n        retry()\n",
        "def ask(queue):\n    for peer in queue:\n        if peer.ok:\n            break\n    else:\n        retry()\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "module-level" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return "Which way out of this loop does its else stand for, and why does it matter?"
