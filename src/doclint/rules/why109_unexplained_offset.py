"""WHY109: one or two is added inside a long expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedOffset(StepRule):
    """One or two is added inside a long expression.

    What it asks
    ------------
    Which boundary does the offset account for: a length, an index, a separator?

    Why it matters
    --------------
    Off-by-one corrections are right for a reason that the arithmetic does not show, and wrong one refactoring
    later.

    Example
    -------
    ::

        width = columns - len(prefix) - len(marker) * depth - 1

    A good answer
    -------------
    ::

        width = columns - len(prefix) - len(marker) * depth - 1  # a full last column makes the terminal wrap
    """

    code = "WHY109"
    name = "unexplained-offset"
    measured = Measured(0.12, 40, "obvious")
    remedy = "name the boundary in a few words"
    constructs = frozenset({"offset"})
    VALID = (
        "def width(columns):\n    return columns - 1\n",
        "def width(columns, prefix, marker, depth, extra):\n"
        "    # a full last column makes the terminal wrap, so one is left free\n"
        "    return columns - len(prefix) - len(marker) * depth - max(extra, depth) - min(extra, depth) - 1\n",
    )
    INVALID = (
        "def width(columns, prefix, marker, depth, extra):\n"
        "    return columns - len(prefix) - len(marker) * depth - max(extra, depth) - min(extra, depth) - 1\n",
        "def window(rows, at, size, margin, step):\n"
        "    return rows[max(0, at - size * step - 1) : min(len(rows), at + size * step + margin(rows, at))]\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "large" in sight.traits and not sight.traits & {"raises", "module-level"}

    def question(self, sight: Sight, step: Step) -> str:
        return f"What does the {sight.subject} in `{sight.detail}` account for?"
