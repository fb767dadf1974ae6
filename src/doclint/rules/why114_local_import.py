"""WHY114: an import inside a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class LocalImport(StepRule):
    """An import inside a function.

    What it asks
    ------------
    Why here and not at the top: a cycle, a cost, or an optional dependency?

    Why it matters
    --------------
    Whoever moves it up finds out by a crash, or by a slower start that nobody notices.

    Example
    -------
    ::

        def plot(self):
            import matplotlib

    A good answer
    -------------
    ::

        def plot(self):
            import matplotlib  # optional, and slow: it costs every start a second
    """

    code = "WHY114"
    name = "local-import"
    measured = Measured(0.19, 52, "idiom")
    remedy = "name the cycle, the cost or the extra"
    constructs = frozenset({"local-import"})
    VALID = (
        "import json\n",
        "def plot(self):\n"
        "    import matplotlib  # not at the top, because importing it would cost every start a second\n",
    )
    INVALID = (
        "def plot(self):\n    import matplotlib\n",
        "def parse(text):\n    from app.models import Tree\n    return Tree(text)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return True

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why is {sight.subject} imported here and not at the top: a cycle, a cost, or an optional dependency?"
