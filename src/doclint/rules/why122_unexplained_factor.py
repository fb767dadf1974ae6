"""WHY122: a result is computed with a number that no unit explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule
from doclint.rules.texts import enumerated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.step import Sight, Step

# units, positions, a conversion's own numbers, formulas whose source the docstring names, and sizes on a screen
_EXCUSES = frozenset(
    {"unit", "module-level", "raises", "index", "power", "epsilon", "hex", "documented", "conversion", "formatted"}
    | {"sourced", "looks", "product"}
)


class UnexplainedFactor(StepRule):
    """A result is computed with a number that no unit explains.

    What it asks
    ------------
    Where does the number come from: a formula, a measurement, a guess?

    Why it matters
    --------------
    A factor looks like science. Without its source, no one can tell a constant of nature from a fudge.

    Example
    -------
    ::

        score = hits * 1.7 + misses

    A good answer
    -------------
    ::

        score = hits * 1.7 + misses  # 1.7 measured on the 2020 logs, so that a hit weighs as much as a miss
    """

    code = "WHY122"
    name = "unexplained-factor"
    measured = Measured(0.87, 165, "obvious")
    remedy = "say where the number comes from, or give it a name that does"
    once_a_function = True
    one_formula = True
    constructs = frozenset({"number-arithmetic"})
    VALID = (
        "def seconds(hours):\n    total = hours * 3600\n    return total\n",
        "def rate(hits, misses):\n"
        "    score = hits * 1.7 + misses  # 1.7 measured on the 2020 logs, so that a hit weighs as much as a miss\n"
        "    return score\n",
    )
    INVALID = (
        "def rate(hits, misses):\n    score = hits * 1.7 + misses\n    return score\n",
        "def charge(total):\n    total += 37 * depth()\n    return total\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return not sight.traits & _EXCUSES

    def question(self, sight: Sight, step: Step) -> str:
        return f"Where does {sight.subject} in `{sight.detail}` come from?"

    def question_of_all(self, subjects: Sequence[str]) -> str:
        return f"Where do {enumerated(subjects)} come from: one formula, or several?"
