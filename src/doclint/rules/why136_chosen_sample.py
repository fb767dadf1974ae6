"""WHY136: data is split, drawn or balanced, and nothing says why that way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ChosenSample(StepRule):
    """Data is split, drawn or balanced, and nothing says why that way.

    What it asks
    ------------
    Why this part, this many folds, this balance? May rows that belong together (a user, a day) land
    on both sides?

    Why it matters
    --------------
    A random split of rows that belong together tests on what was learned. Whether that can happen here is known only to
    somebody who knows the data.

    Example
    -------
    ::

        train, test = train_test_split(df, test_size=0.07)

    A good answer
    -------------
    ::

        # rows are independent scans, one a patient, so a random split cannot leak; 0.07 leaves the 400
        # positives that the confidence interval needs
        train, test = train_test_split(df, test_size=0.07)
    """

    code = "WHY136"
    name = "chosen-sample"
    default = False
    measured = Measured(0.45, 53, "standard")
    remedy = "say what makes the split fair, and why this part or number"
    constructs = frozenset({"split", "folds", "sampled", "shuffled", "balanced"})
    VALID = (
        "import random\nchosen = rows.sample(10)\n",
        "from sklearn.model_selection import train_test_split\ntrain, test = train_test_split(df, test_size=0.2)\n",
        "from sklearn.model_selection import train_test_split\n"
        "# one scan a patient, so a random split cannot leak between the sides\n"
        "train, test = train_test_split(df, test_size=0.2)\n",
    )
    INVALID = (
        "from sklearn.model_selection import train_test_split\ntrain, test = train_test_split(df, test_size=0.07)\n",
        "import pandas as pd\ndf = df.sample(frac=0.3)\n",
        "from imblearn.over_sampling import SMOTE\nrows, labels = SMOTE().fit_resample(rows, labels)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if "number" in sight.traits:
            return False
        if sight.construct == "balanced":
            return bool(sight.detail) or "module-level" in sight.traits
        return sight.construct != "shuffled" and "usual" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "split":
            how = "in this proportion" if "lengths" in sight.traits else "at random"
            part = f" {sight.subject}" if sight.subject else ""
            return f"Why hold out{part} {how}: can rows that belong together land on both sides?"
        if sight.construct == "folds":
            number = f"{sight.subject} folds" if sight.subject else "its default number of folds"
            return f"Why {sight.detail} with {number}: can rows that belong together land on both sides?"
        if sight.construct == "sampled":
            return f"Why a sample of {sight.subject} from `{sight.detail}`: what do the other rows cost?"
        if sight.construct == "balanced":
            return f"Why balance the classes with {sight.subject} rather than weigh them?"
        return f"Why {sight.subject}: does the result depend on it?"
