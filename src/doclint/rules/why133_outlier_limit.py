"""WHY133: values are cut at a limit, and nothing says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class OutlierLimit(StepRule):
    """Values are cut at a limit, and nothing says where it comes from.

    What it asks
    ------------
    What lies beyond the limit: errors, or rare but real values? What set it there?

    Why it matters
    --------------
    A limit decides what counts as an error. One that was read off a plot last year cuts real values today, and nobody
    can tell without its source.

    Example
    -------
    ::

        df["fare"] = df["fare"].clip(0, 300)

    A good answer
    -------------
    ::

        # the three fares of 512 are one booking counted for each of its guests, so they are capped, not dropped
        df["fare"] = df["fare"].clip(0, 300)
    """

    code = "WHY133"
    name = "outlier-limit"
    default = False
    measured = Measured(0.58, 36, "obvious")
    remedy = "say what lies beyond the limit and what set it there"
    constructs = frozenset({"outlier-limit"})
    VALID = (
        "import numpy as np\nprobability = np.clip(probability, 0, 1)\n",
        'import pandas as pd\nmiddle = df["fare"].quantile(0.5)\n',
        "import pandas as pd\n"
        "# the meter saturates at 300, because its counter has no more bits\n"
        'df["fare"] = df["fare"].clip(0, 300)\n',
    )
    INVALID = (
        'import pandas as pd\ndf["fare"] = df["fare"].clip(0, 300)\n',
        'import pandas as pd\ntop = df["fare"].quantile(0.99)\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if "quantile" in sight.traits:
            return "kept" in sight.traits and "interval" not in sight.traits
        return "plain" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        if "quantile" in sight.traits:
            return f"Why cut {sight.detail} at the quantile {sight.subject}: what lies beyond it?"
        limits = "limits" if " and " in sight.subject else "limit"
        return f"What set the {limits} {sight.subject} on {sight.detail}, and what lies beyond?"
