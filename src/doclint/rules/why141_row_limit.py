"""WHY141: rows are cut off at a number, a position or a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class RowLimit(StepRule):
    """Rows are cut off at a number, a position or a label.

    What it asks
    ------------
    What set the number? Who looked at these rows, what was wrong with them, and how many go?

    Why it matters
    --------------
    A limit that was read off one plot cuts good rows in the next delivery, and a position or a label means something
    else as soon as the file is sorted another way. The code shows neither.

    Example
    -------
    ::

        df = df[df.fare < 300]

    A good answer
    -------------
    ::

        # the three fares of 512 are one booking counted for each of its guests; no other fare is above 263
        df = df[df.fare < 300]
    """

    code = "WHY141"
    name = "row-limit"
    default = True
    measured = Measured(0.94, 67, "name")
    remedy = "say what is wrong with the rows beyond, and what set the number"
    constructs = frozenset({"rows-filtered", "rows-dropped", "rows-position", "rows-label"})
    VALID = (
        "import pandas as pd\nprint(len(df[df.price < 500]))\n",
        "import pandas as pd\ndf = df[df.price > 0]\n",
        "import pandas as pd\ncheap = df[df.price < 500]\n",
        "import pandas as pd\n"
        "# a price above 500 is a whole pallet, because the shop lists those by mistake\n"
        "df = df[df.price < 500]\n",
    )
    INVALID = (
        "import pandas as pd\ndf = df[df.price < 500]\n",
        "import pandas as pd\ndf = df.iloc[14:70]\n",
        "import pandas as pd\ndf = df.drop([523, 1298])\n",
        "import pandas as pd\ndf = df.drop(df[(df.area > 4000) & (df.price < 300000)].index)\n",
        'import polars as pl\ndf = df.filter(pl.col("price") < 500)\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "rows-filtered":
            return {"limit", "replaced"} <= sight.traits and "array" not in sight.traits
        if sight.construct == "rows-dropped":
            return "limit" in sight.traits
        return True

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "rows-position":
            return f"Why just the part `{sight.subject}` of `{sight.detail}`: what is in the other rows?"
        if sight.construct == "rows-label":
            what = "columns" if "columns" in sight.traits else "rows"
            return f"What is wrong with the {what} {sight.subject} of `{sight.detail}`?"
        if sight.construct == "rows-dropped":
            return f"Why leave out the rows `{sight.subject}`: what is wrong with them, and what set the limit?"
        return f"Why keep only the rows where `{sight.subject}`: what set the limit, and what lies beyond?"
