"""WHY501: a question closed without saying why it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, PragmaRule

if TYPE_CHECKING:
    from doclint.model.suppression import Usage


class SuppressionWithoutReason(PragmaRule):
    """A suppression that does not say why the question may stay open.

    What it asks
    ------------
    Why need nobody answer this question here?

    Why it matters
    --------------
    A suppression is itself a step that a reader stops at. Without its reason nobody dares to remove it, and the next
    author copies it.

    Example
    -------
    ::

        for attempt in range(17):  # doclint: ignore[WHY103]
            ...

    A good answer
    -------------
    ::

        for attempt in range(17):  # doclint: ignore[WHY103] -- the exercise text of chapter 4 fixes the number
            ...
    """

    code = "WHY501"
    name = "suppression-without-reason"
    default = True
    measured = Measured(1.0, 0, "nothing: the form requires a reason")
    remedy = "add `-- ` and the reason, or answer the question itself and delete the comment"
    VALID = (
        "x = 1  # doclint: ignore[WHY103] -- the exercise text fixes the number\n",
        "# doclint: ignore-file -- a copy of the protocol's own tables, checked against it by a test\nx = 1\n",
        'text = """# doclint: ignore"""\n',
    )
    INVALID = (
        "x = 1  # doclint: ignore[WHY103]\n",
        "# doclint: ignore-file\nx = 1\n",
        "x = 1  # doclint: ignore[WHY103] -- just in case\n",
    )

    def check(self, usage: Usage) -> str | None:
        words = ", ".join(usage.suppression.selectors) or "every question"
        if usage.judged is None:
            return f"Why may {words} stay unanswered here?"
        if usage.judged.hollow is not None and usage.judged.strength < 2:
            return f'"{usage.judged.hollow}" closes {words}: what would happen otherwise?'
        return None
