"""WHY117: a function with so many branches that a reader needs a guide, and not one reason in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class DenseFunction(StepRule):
    """A function with so many branches that a reader needs a guide, and not one reason in it.

    What it asks
    ------------
    What problem forced this shape, and which step would a newcomer simplify first and break?

    Why it matters
    --------------
    Complexity that has grown case by case is full of decisions. One sentence of reason shows where they start.

    Example
    -------
    ::

        def resolve(node, scope, depth):
            ...  # thirty branches

    A good answer
    -------------
    ::

        # aliases may point at each other, so every branch must end in a name that was not seen before
        def resolve(node, scope, depth):
            ...
    """

    code = "WHY117"
    name = "dense-function"
    measured = Measured(0.03, 36, "docstring")
    remedy = "say in its docstring, or at its hardest step, what forced this shape"
    constructs = frozenset({"dense-function"})
    VALID = (
        "def f(x):\n" + "    if x:\n        g()\n" * 9,
        "def f(x):\n    # aliases may point at each other, so every branch must end in a name not seen before\n"
        + "    if x:\n        g()\n" * 30,
    )
    INVALID = (
        "def f(x):\n" + "    if x:\n        g()\n" * 30,
        "def f(x):\n    for y in x:\n" + "        if y:\n            g()\n" * 22,
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "over-30" in sight.traits or sight.traits >= {"over-20", "short-docstring"}

    def question(self, sight: Sight, step: Step) -> str:
        return (
            f"What problem forced the shape of {sight.subject} ({sight.detail} branches), "
            "and which of them would a newcomer simplify first and break?"
        )
