"""WHY121: a fraction is handed to a call without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedWeight(StepRule):
    """A fraction is handed to a call without a name.

    What it asks
    ------------
    What does the number stand for, and where does it come from?

    Why it matters
    --------------
    A bare float among arguments hides both its meaning and its source.

    Example
    -------
    ::

        blend(left, right, 0.3)

    A good answer
    -------------
    ::

        blend(left, right, 0.3)  # more red than this and testers could not read the text any more, so 0.3
    """

    code = "WHY121"
    name = "unexplained-weight"
    measured = Measured(0.61, 69, "obvious")
    remedy = "name the argument and say where the number comes from"
    once_a_function = True
    constructs = frozenset({"float-argument"})
    VALID = (
        "def mix(left, right):\n    return blend(left, right, 1.0)\n",
        "def mix(left, right):\n"
        "    # more red than this and testers could not read the text any more, so 0.3\n"
        "    return blend(left, right, 0.3)\n",
    )
    INVALID = (
        "def mix(left, right):\n    return blend(left, right, 0.3)\n",
        "def mix(self):\n    self.scale(1.15)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "module-level" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"What does {sight.subject} mean to {sight.detail}, and where does it come from?"
