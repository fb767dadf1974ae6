"""WHY138: a model, its training or its measure is set to a value, and nothing says why that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ModelSetting(StepRule):
    """A model, its training or its measure is set to a value, and nothing says why that one.

    What it asks
    ------------
    Were the values searched for, taken from a paper, or a first guess? Why is this the measure to judge by?

    Why it matters
    --------------
    Settings travel from project to project by copying. Where they were tuned, and on what, tells the next person which
    of them may change with the data.

    Example
    -------
    ::

        model = RandomForestClassifier(n_estimators=300, max_depth=8)

    A good answer
    -------------
    ::

        # out-of-bag error is flat from 300 trees on; deeper than 8 and the model learns the 40 shops by heart
        model = RandomForestClassifier(n_estimators=300, max_depth=8)
    """

    code = "WHY138"
    name = "model-setting"
    default = False
    measured = Measured(0.51, 67, "standard")
    remedy = "say whether the value was searched, borrowed or guessed, and on what data"
    constructs = frozenset({"model-setting", "early-stopping", "schedule"})
    VALID = (
        "import shop\nmodel = shop.Ridge(alpha=3)\n",
        "from sklearn.ensemble import RandomForestClassifier\n"
        "model = RandomForestClassifier(random_state=0, n_jobs=4)\n",
        "from sklearn.ensemble import RandomForestClassifier\n"
        "# 300, because out-of-bag error is flat from there on\n"
        "model = RandomForestClassifier(n_estimators=300)\n",
    )
    INVALID = (
        "from sklearn.ensemble import RandomForestClassifier\n"
        "model = RandomForestClassifier(n_estimators=300, max_depth=8)\n",
        'import lightgbm\nparams = {"learning_rate": 0.05, "num_leaves": 31}\n',
        "import torch\nEPOCHS = 35\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "schedule":
            return bool(sight.subject)
        if "dictionary" in sight.traits:
            return "parameters" in sight.traits
        return "usual" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "early-stopping":
            what = f" of `{sight.detail}`" if sight.detail else ""
            return f"Why stop after {sight.subject} rounds without a better value{what}: how noisy is it?"
        if sight.construct == "schedule":
            settings = f" with {sight.subject}" if sight.subject else ""
            return f"Why the schedule {sight.detail}{settings}: what went wrong with a constant learning rate?"
        owner = f" for {sight.detail}" if sight.detail else ""
        return f"Why {sight.subject}{owner}: searched for, borrowed, or a first guess?"
