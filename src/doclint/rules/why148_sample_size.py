"""WHY148: a number of rows is drawn, and the others are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class SampleSize(StepRule):
    """A number of rows is drawn, and the others are left.

    What it asks
    ------------
    What do the other rows cost, and does the result hold on more of them?

    Why it matters
    --------------
    A sample that was taken to fit into memory while trying things out tends to stay. Rare groups may be missing from
    it, and every later number has the noise of its size.

    Example
    -------
    ::

        df = df.sample(1000)

    A good answer
    -------------
    ::

        # the plot is unreadable above a thousand points; the table below counts all rows
        df = df.sample(1000)
    """

    code = "WHY148"
    name = "sample-size"
    default = False
    measured = Measured(0.76, 50, "message")
    remedy = "say what sets the size: memory, time, a plot, a test"
    constructs = frozenset({"sampled"})
    VALID = (
        "import random\nchosen = rows.sample(10)\n",
        "import pandas as pd\ndf = df.sample(frac=1)\n",
        "import pandas as pd\n# the plot is unreadable above a thousand points\ndf = df.sample(1000)\n",
    )
    INVALID = (
        "import pandas as pd\ndf = df.sample(1000)\n",
        "import polars as pl\npart = df.sample(n=5000)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "number" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why a sample of {sight.subject} from `{sight.detail}`: what do the other rows cost?"
