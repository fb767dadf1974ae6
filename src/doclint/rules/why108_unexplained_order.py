"""WHY108: an order is made or reversed, and nothing says who depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedOrder(StepRule):
    """An order is made or reversed, and nothing says who depends on it.

    What it asks
    ------------
    What breaks if this runs in another order?

    Why it matters
    --------------
    Order is invisible in a result that happens to be right. The next reader removes the sort as waste.

    Example
    -------
    ::

        for part in sorted(parts, key=len, reverse=True):
            text = text.replace(part, "")

    A good answer
    -------------
    ::

        # longest first, because a short part may sit inside a longer one
        for part in sorted(parts, key=len, reverse=True):
            text = text.replace(part, "")
    """

    code = "WHY108"
    name = "unexplained-order"
    measured = Measured(0.35, 95, "obvious")
    remedy = "say who depends on the order"
    constructs = frozenset({"order", "flush"})
    VALID = (
        "def names(parts):\n    return sorted(parts)\n",
        "def cut(text, parts):\n"
        "    # longest first, because a short part may sit inside a longer one\n"
        "    for part in sorted(parts.items(), key=len, reverse=True):\n"
        '        text = text.replace(part, "")\n',
    )
    INVALID = (
        "def cut(text, parts):\n"
        "    for part in sorted(parts.items(), key=len, reverse=True):\n"
        '        text = text.replace(part, "")\n',
        "def close(pool):\n    pool.shutdown()\n    gc.collect()\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "flush":
            return "collect" in sight.traits
        return sight.traits >= {"reversed", "large"}

    def question(self, sight: Sight, step: Step) -> str:
        return f"What breaks without `{sight.subject}` here, or in another order?"
