"""WHY147: missing values become a number that stands in the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class FilledNumber(StepRule):
    """Missing values become a number that stands in the code.

    What it asks
    ------------
    Why is this number a fair guess, or how does everything after it tell the mark from a measurement?

    Why it matters
    --------------
    A table full of -999 or 0.5 looks measured. A model that splits on it learns who left the field empty, a mean over
    it is wrong, and the next reader cannot tell the mark from a value.

    Example
    -------
    ::

        df["speed"] = df["speed"].fillna(-999)

    A good answer
    -------------
    ::

        # the trees split it off by themselves, and no real speed is below zero
        df["speed"] = df["speed"].fillna(-999)
    """

    code = "WHY147"
    name = "filled-number"
    default = False
    measured = Measured(0.72, 57, "obvious")
    remedy = "say why the number is a fair guess, or what keeps it apart from real values"
    constructs = frozenset({"imputed"})
    VALID = (
        'import pandas as pd\ndf["sold"] = df["sold"].fillna(0)\n',
        'import pandas as pd\ndf = df[df["score"].fillna(-999) > 3]\n',
        "import pandas as pd\n"
        "# the trees split it off by themselves, because no real speed is below zero\n"
        'df["speed"] = df["speed"].fillna(-999)\n',
    )
    INVALID = (
        'import pandas as pd\ndf["speed"] = df["speed"].fillna(-999)\n',
        'import polars as pl\ndf = df.with_columns(pl.col("share").fill_null(0.5))\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "number" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        what = f"missing {sight.subject}" if sight.subject else "missing values"
        return f"Why do {what} become {sight.detail}: a fair guess, or a mark, and who tells it from a measurement?"
