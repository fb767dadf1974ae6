"""WHY126: one value is treated unlike all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class SpecialCase(StepRule):
    """One value is treated unlike all others.

    What it asks
    ------------
    Where does this value come from, and why is it different?

    Why it matters
    --------------
    A special case is the trace of a bug, a customer or a protocol; the code shows only that it is there.

    Example
    -------
    ::

        if column == "grade_2":
            continue

    A good answer
    -------------
    ::

        # skipped because grade_2 was entered twice in the 2018 survey
        if column == "grade_2":
            continue
    """

    code = "WHY126"
    name = "special-case"
    measured = Measured(0.43, 21, "obvious")
    remedy = "say what is special about the value"
    constructs = frozenset({"string-case"})
    VALID = (
        "def visit(column, name):\n    return column == name\n",
        "def visit(column):\n"
        "    # skipped because grade_2 was entered twice in the 2018 survey\n"
        '    if column == "grade_2":\n'
        "        return None\n",
    )
    INVALID = (
        'def visit(column):\n    if column == "grade_2":\n        return None\n',
        'def visit(column):\n    return column != "x"\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return sight.traits >= {"undocumented"} and "module-level" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Where does {sight.subject} come from, and why is it treated differently?"
