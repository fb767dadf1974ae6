"""WHY115: an object is copied before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class DefensiveCopy(StepRule):
    """An object is copied before it is used.

    What it asks
    ------------
    Who else holds this object, and what breaks without the copy?

    Why it matters
    --------------
    A copy looks like waste until the alias that made it necessary is met again in production.

    Example
    -------
    ::

        options = copy.deepcopy(options)

    A good answer
    -------------
    ::

        options = copy.deepcopy(options)  # copied because plugins keep theirs and change them later
    """

    code = "WHY115"
    name = "defensive-copy"
    measured = Measured(0.33, 6, "idiom")
    remedy = "name the other holder"
    constructs = frozenset({"copy", "loop-copy"})
    VALID = (
        "def use(options):\n    return dict(options)\n",
        "def use(options):\n"
        "    # copied because plugins keep theirs and change them later\n"
        "    return copy.deepcopy(options)\n",
    )
    INVALID = (
        "def use(options):\n    return copy.deepcopy(options)\n",
        "def drain(self):\n    for item in list(self.items):\n        self.drop(item)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "loop-copy":
            return "module-level" not in sight.traits
        return "deep" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Who else holds {sight.subject}, and what breaks without this copy?"
