"""WHY132: missing values are filled in, and nothing says why that way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ImputedValues(StepRule):
    """Missing values are filled in, and nothing says why that way.

    What it asks
    ------------
    Why are they missing, and why is this value a fair guess? Would dropping or marking them be worse?

    Why it matters
    --------------
    A filled value looks measured to everything after it. Whether the mean, zero or the last value is harmless depends
    on why the value was missing, which the table does not show.

    Example
    -------
    ::

        df["age"] = df["age"].fillna(df["age"].median())

    A good answer
    -------------
    ::

        # 20 % lack an age, more than we can lose; the median, because a few centenarians pull the mean up
        df["age"] = df["age"].fillna(df["age"].median())
    """

    code = "WHY132"
    name = "imputed-values"
    default = False
    measured = Measured(0.2, 44, "idiom")
    remedy = "say why the values are missing and why this one is a fair guess"
    constructs = frozenset({"imputed"})
    VALID = (
        "import pandas as pd\n"
        "# the till writes nothing when nothing is sold, so a gap means zero\n"
        "sales = sales.fillna(0)\n",
        "import shapes\nsquare.fillna(0)\n",
    )
    INVALID = (
        'import pandas as pd\ndf["age"] = df["age"].fillna(df["age"].median())\n',
        'from sklearn.impute import SimpleImputer\nimputer = SimpleImputer(strategy="most_frequent")\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "number" not in sight.traits and ("statistic" in sight.traits or {"named", "literal"} <= sight.traits)

    def question(self, sight: Sight, step: Step) -> str:
        what = f"missing {sight.subject}" if sight.subject else "missing values"
        way = sight.detail if sight.detail.startswith("the ") else f"`{sight.detail}`"
        return f"Why fill {what} with {way} instead of dropping or marking those rows?"
