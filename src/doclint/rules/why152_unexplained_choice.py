"""WHY152: a condition chooses a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedChoice(StepRule):
    """A condition chooses a number.

    What it asks
    ------------
    Where does the number come from, and why this one in this case?

    Why it matters
    --------------
    Two cases and a number are half of a rule. The other half, why the case needs this number, is known to its author
    only.

    Example
    -------
    ::

        cost = count * (700 if hashed else 500)

    A good answer
    -------------
    ::

        # measured with 64-bit builds: an entry takes 500 bytes, and its hash table another 200
        cost = count * (700 if hashed else 500)
    """

    code = "WHY152"
    name = "unexplained-choice"
    measured = Measured(0.72, 72, "obvious")
    remedy = "say why the case needs this number"
    constructs = frozenset({"either-number"})
    VALID = (
        "def cost(count, size):\n    return count * (size if size else 40)\n",
        "def cost(count, hashed):\n"
        "    # measured with 64-bit builds: an entry takes 500 bytes, and its hash table another 200\n"
        "    return count * (700 if hashed else 500)\n",
    )
    INVALID = (
        "def cost(count, hashed):\n    return count * (700 if hashed else 500)\n",
        'def weight(path):\n    return -50 if ".smil" in path else 0\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return not sight.traits & {"documented", "raises", "conversion", "module-level"}

    def question(self, sight: Sight, step: Step) -> str:
        return f"Where does {sight.subject} in `{sight.detail}` come from, and why in this case?"
