"""WHY137: two tables are joined, and nothing says what becomes of rows without a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ChosenJoin(StepRule):
    """Two tables are joined, and nothing says what becomes of rows without a match.

    What it asks
    ------------
    What becomes of rows without a match, and can a key match more than once?

    Why it matters
    --------------
    A join drops, empties or multiplies rows without a word. Which of them is harmless depends on the keys, and those
    are in the data, not in the code.

    Example
    -------
    ::

        orders = orders.merge(users, on="user_id")

    A good answer
    -------------
    ::

        # orders without a user are test orders, so an inner join drops them; user_id is unique in users, otherwise
        # orders would count twice
        orders = orders.merge(users, on="user_id")
    """

    code = "WHY137"
    name = "chosen-join"
    default = False
    measured = Measured(0.32, 19, "obvious")
    remedy = "say what happens to rows without a match, and pass validate= where a key must be unique"
    constructs = frozenset({"join"})
    VALID = (
        'import pandas as pd\nline = ", ".join(names)\n',
        "import pandas as pd\n"
        "# left, because guests order without an account\n"
        'orders = orders.merge(users, on="user_id", how="left")\n',
    )
    INVALID = (
        'import pandas as pd\norders = orders.merge(users, on="user_id", how="outer")\n',
        'import pandas as pd\nboth = pd.merge(left, right, on=["day", "shop"])\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        # a merge that says how was thought about; the default drops rows without a word
        return {"merge", "how-unsaid"} <= sight.traits or bool(sight.traits & {"how-outer", "how-cross"})

    def question(self, sight: Sight, step: Step) -> str:
        how = f"{sight.detail} join{' (the default)' if 'how-unsaid' in sight.traits else ''}"
        article = "an" if how[0] in "aeiou" else "a"
        keys = f" on {sight.subject}" if sight.subject else ""
        return f"Why {article} {how}{keys}: what becomes of rows without a match, and can a key match twice?"
