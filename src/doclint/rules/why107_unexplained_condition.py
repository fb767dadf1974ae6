"""WHY107: a condition of three terms or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedCondition(StepRule):
    """A condition of three terms or more.

    What it asks
    ------------
    What case does this condition stand for, and which real input made each part necessary?

    Why it matters
    --------------
    Each term was added for a case somebody met. Without the case, no one can tell which of them still matter.

    Example
    -------
    ::

        if node.parent and not node.frozen and node.kind != "leaf":
            rebuild(node)

    A good answer
    -------------
    ::

        # frozen parents are shared between trees, so a rebuild would change the other tree too
        if node.parent and not node.frozen and node.kind != "leaf":
            rebuild(node)
    """

    code = "WHY107"
    name = "unexplained-condition"
    measured = Measured(0.49, 59, "obvious")
    remedy = "name the case in one sentence, or give the condition a name"
    constructs = frozenset({"condition"})
    VALID = (
        "def visit(node):\n    if node.parent and not node.frozen:\n        rebuild(node)\n",
        "def visit(node):\n"
        "    # frozen parents are shared between trees, so a rebuild would change the other tree too\n"
        '    if node.parent and not node.frozen and node.kind != "leaf":\n'
        "        rebuild(node)\n",
    )
    INVALID = (
        'def visit(node):\n    if node.parent and not node.frozen and node.kind != "leaf":\n        rebuild(node)\n',
        "def visit(node):\n    return node.a or (node.b and node.c)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "raises" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"What case does `{sight.subject}` stand for, and which input made each part necessary?"
