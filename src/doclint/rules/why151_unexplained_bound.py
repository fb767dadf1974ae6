"""WHY151: a result is held to a bound that nothing explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step

# the ends of percent, degrees, bytes and machine integers need no reason
_ENDS = frozenset(
    {"100", "100.0", "180", "180.0", "360", "360.0", "255", "255.0", "0xff", "127", "32767", "65535", "0xffff"}
    | {"2147483647", "0x7fffffff", "4294967295", "0xffffffff", "9223372036854775807"}
)
_EXCUSES = frozenset({"documented", "raises", "conversion", "module-level"})


class UnexplainedBound(StepRule):
    """A result is held to a bound that nothing explains.

    What it asks
    ------------
    What happens beyond the bound, and where does the number come from?

    Why it matters
    --------------
    `min` and `max` hide a decision in a call: beyond the bound somebody else's value is thrown away. Only its author
    knows which one was met.

    Example
    -------
    ::

        delay = min(delay * 2, 45)

    A good answer
    -------------
    ::

        delay = min(delay * 2, 45)  # the load balancer drops connections that are silent for a minute
    """

    code = "WHY151"
    name = "unexplained-bound"
    measured = Measured(0.78, 74, "obvious")
    remedy = "say what lies beyond the bound"
    constructs = frozenset({"bound"})
    VALID = (
        "def share(part):\n    return min(part, 100)\n",
        "def back_off(delay):\n"
        "    delay = min(delay * 2, 45)  # because the load balancer drops connections that are silent for a minute\n"
        "    return delay\n",
    )
    INVALID = (
        "def back_off(delay):\n    return min(delay * 2, 45)\n",
        "def width(columns):\n    return max(columns - 4, 22)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return not sight.traits & _EXCUSES and sight.subject.lower().replace("_", "") not in _ENDS

    def question(self, sight: Sight, step: Step) -> str:
        return f"What happens beyond {sight.subject} in `{sight.detail}`, and where does the number come from?"
