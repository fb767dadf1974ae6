"""WHY123: a fixed part of a sequence is cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedSlice(StepRule):
    """A fixed part of a sequence is cut out.

    What it asks
    ------------
    What do the positions mean, and who guarantees that layout?

    Why it matters
    --------------
    A constant slice depends on a format that is fixed somewhere else.

    Example
    -------
    ::

        stamp = line[14:19]

    A good answer
    -------------
    ::

        stamp = line[14:19]  # the kernel pads its log prefix to 14 characters, so the stamp always starts here
    """

    code = "WHY123"
    name = "unexplained-slice"
    measured = Measured(0.29, 21, "obvious")
    remedy = "name the layout"
    once_a_function = True
    constructs = frozenset({"slice"})
    VALID = (
        "def stamp(line):\n    return line[1:]\n",
        "def _stamp(line):\n"
        "    # the kernel pads its log prefix to 14 characters, so the stamp always starts here\n"
        "    return line[14:19]\n",
    )
    INVALID = (
        "def _stamp(line):\n    return line[14:19]\n",
        "def _tail(line):\n    return line[:-7]\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return sight.traits >= {"private", "undocumented"} and "module-level" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Which layout makes {sight.subject} the right bound in `{sight.detail}`?"
