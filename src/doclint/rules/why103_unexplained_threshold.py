"""WHY103: a number decides which way a comparison goes, and nothing says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule
from doclint.rules.texts import enumerated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.step import Sight, Step

# a check with a message explains itself; ranges, bytes and codes are read off the code; of questions about lengths
# annotators shared .88 where the condition was written and .62 elsewhere (n = 41 and 21)
_EXCUSES = frozenset(
    "raises code plain module-level range hex documented conversion length said shown half test".split()
)


class UnexplainedThreshold(StepRule):
    """A number decides which way a comparison goes, and nothing says where it comes from.

    What it asks
    ------------
    Where does the number come from: measured, specified, or a guess? What goes wrong if it is halved or doubled?

    Why it matters
    --------------
    A threshold without a source cannot be changed by anyone but its author: nobody else knows what it was tuned on.

    Example
    -------
    ::

        if score > 0.85:
            merge(left, right)

    A good answer
    -------------
    ::

        # measured on the 2019 addresses: below 0.85 wrong pairs would be merged
        if score > 0.85:
            merge(left, right)
    """

    code = "WHY103"
    name = "unexplained-threshold"
    default = True
    measured = Measured(0.88, 112, "standard")
    remedy = "say where the number comes from, or give it a name that does"
    once_a_function = True
    one_formula = True
    constructs = frozenset({"number-comparison"})
    VALID = (
        "def pick(score):\n    if score > 0:\n        merge()\n",
        "def pick(rows):\n    if len(rows) > 3:\n        merge()\n",
        "def pick(score):\n    if score > 85:\n        raise ValueError(score)\n",
        "def turn(angle):\n    if angle > 180:\n        angle -= 360\n    return angle\n",
        'def parse(self, code):\n    if code > 1114111:\n        self.error("no such character")\n        code = 0\n',
        "def test_spread(x):\n    if x > 34:\n        merge()\n",
        "def pick(length):\n    if length < 26:\n        merge()\n",
        'def pick(reply):\n    if reply["status_code"] >= 512:\n        merge()\n',
        "def pick(pad):\n    if pad >= 0 and pad < 21:\n        merge()\n",
        'def pick(files):\n    if files > 55:\n        ask("This takes more than 55 files. Go on?")\n',
        "def pick(score):\n"
        "    # measured on the 2019 addresses: below 0.85 wrong pairs would be merged\n"
        "    if score > 0.85:\n"
        "        merge()\n",
    )
    INVALID = (
        "def pick(score):\n    if score > 0.85:\n        merge()\n",
        "def pick(height):\n    while height < 37 and not full():\n        grow()\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        # of other numbers annotators nearly always found enough in a docstring, where there was one
        if "ordering" not in sight.traits or sight.traits & _EXCUSES:
            return False
        return "undocumented" in sight.traits and "unit" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return (
            f"Where does {sight.subject} in `{sight.detail}` come from, and what goes wrong if it is halved or doubled?"
        )

    def question_of_all(self, subjects: Sequence[str]) -> str:
        return f"Where do {enumerated(subjects)} come from, and what goes wrong if they are halved or doubled?"
