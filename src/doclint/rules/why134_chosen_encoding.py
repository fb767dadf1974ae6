"""WHY134: a column is encoded, scaled or cut into bins, and nothing says why that way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ChosenEncoding(StepRule):
    """A column is encoded, scaled or cut into bins, and nothing says why that way.

    What it asks
    ------------
    What do the values look like that this encoding or scale suits them, and what would the model do with the raw ones?

    Why it matters
    --------------
    Numbered categories gain an order, scaled values lose their outliers or keep them, bins hide what is inside. Each
    choice rests on something the author saw in the data.

    Example
    -------
    ::

        df["size"] = df["size"].map({"S": 0, "M": 1, "L": 2})

    A good answer
    -------------
    ::

        # sizes are ordered, so one number is enough; a gap of 1 is right because prices rise by the same step
        df["size"] = df["size"].map({"S": 0, "M": 1, "L": 2})
    """

    code = "WHY134"
    name = "chosen-encoding"
    default = False
    measured = Measured(0.44, 43, "name")
    remedy = "say what in the data made this encoding or scale the right one"
    constructs = frozenset({"encoded", "scaled", "binned", "transformed"})
    VALID = (
        'import json\nsize = sizes.map({"S": 0, "M": 1, "L": 2})\n',
        "import pandas as pd\n"
        "# fares span four powers of ten, and the linear model would see only the largest\n"
        'df["fare"] = np.log1p(df["fare"])\n',
    )
    INVALID = (
        'import pandas as pd\ndf["size"] = df["size"].map({"S": 0, "M": 1, "L": 2})\n',
        "from sklearn.preprocessing import MinMaxScaler\nscaler = MinMaxScaler()\n",
        'import pandas as pd\ndf["group"] = pd.cut(df["age"], [0, 18, 65, 120])\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if (
            sight.construct in {"encoded", "scaled"}
            and "mapped" not in sight.traits
            and "module-level" not in sight.traits
        ):
            return False
        # these three are what everybody takes first, so nobody asks
        return not {sight.subject, sight.detail} & {"StandardScaler", "LabelEncoder", "OneHotEncoder"}

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "binned":
            if sight.subject.isdigit():
                return f"Why {sight.subject} bins for {sight.detail or 'the values'}: what would fewer or more change?"
            return f"Why cut {sight.detail or 'the values'} at {sight.subject}: what changes there?"
        if sight.construct == "transformed":
            return f"Why `{sight.detail}` of {sight.subject}: what does its distribution look like?"
        if sight.construct == "scaled":
            target = f" for {sight.detail}" if sight.detail else ""
            return f"Why scale with {sight.subject}{target} and not another way?"
        what = sight.subject or "the categories"
        if "mapped" in sight.traits:
            return f"Why these numbers for {what}: does the model take them as an order?"
        return f"Why encode {what} with {sight.detail}: are there few categories, and is there an order among them?"
