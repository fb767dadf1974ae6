"""WHY131: rows leave the data, and nothing says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class DroppedRows(StepRule):
    """Rows leave the data, and nothing says why.

    What it asks
    ------------
    Why do these rows go: are they wrong, rare or out of scope? How many are they, and would filling them in be worse?

    Why it matters
    --------------
    Every later number speaks only of the rows that stayed. A reader who does not know why the others went cannot tell
    whether the result holds for them.

    Example
    -------
    ::

        df = df.dropna(subset=["age"])

    A good answer
    -------------
    ::

        # age is missing only in rows imported from the old form, which never asked for it: a median would invent adults
        df = df.dropna(subset=["age"])
    """

    code = "WHY131"
    name = "dropped-rows"
    default = False
    measured = Measured(0.33, 63, "obvious")
    remedy = "say what is wrong with the rows that go, and how many they are"
    constructs = frozenset({"rows-missing", "rows-duplicate", "rows-filtered", "rows-dropped"})
    VALID = (
        "import pandas as pd\nprint(len(df[df.price > 0]))\n",
        'import csv\nrows = rows.dropna(subset=["age"])\n',
        "import pandas as pd\n# a price of 0 is a gift, because the shop books those too\ndf = df[df.price > 0]\n",
    )
    INVALID = (
        'import pandas as pd\ndf = df.dropna(subset=["age"])\n',
        "import pandas as pd\ndf = df[df.price > 0]\n",
        'import pandas as pd\ndf = df.drop_duplicates("id")\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if "array" in sight.traits or "replaced" not in sight.traits:
            return False
        script = "module-level" in sight.traits
        if sight.construct == "rows-missing":
            return script or bool(sight.subject)
        if "limit" in sight.traits:
            return False
        if sight.construct == "rows-filtered":
            return "number" in sight.traits or (script and "text" in sight.traits)
        return True

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "rows-missing":
            what = f"missing {sight.subject}" if sight.subject else "any missing value"
            return f"Why drop rows with {what} instead of imputing them?"
        if sight.construct == "rows-duplicate":
            what = f"rows with the same {sight.subject}" if sight.subject else "duplicate rows"
            return f"Where do {what} come from, and is it right to keep just one of them?"
        if sight.construct == "rows-dropped":
            return f"Why leave out the rows `{sight.subject}`: what is wrong with them?"
        return f"Why keep only the rows where `{sight.subject}`, and what is in the others?"
