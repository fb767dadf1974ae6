"""WHY135: columns are dropped or selected, and nothing says why those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ChosenFeatures(StepRule):
    """Columns are dropped or selected, and nothing says why those.

    What it asks
    ------------
    Why these columns and not the others: do they leak the target, repeat each other, or say nothing?

    Why it matters
    --------------
    A column that was left out because it leaks the answer will be put back by the next person who wants a better score.

    Example
    -------
    ::

        df = df.drop(columns=["ticket", "cabin"])

    A good answer
    -------------
    ::

        # cabin was filled in only for survivors, so it would leak the target; ticket is unique per row
        df = df.drop(columns=["ticket", "cabin"])
    """

    code = "WHY135"
    name = "chosen-features"
    default = False
    measured = Measured(0.45, 49, "obvious")
    remedy = "say what the columns that stay have and the others lack"
    constructs = frozenset({"columns-dropped", "columns-selected", "features-selected"})
    VALID = (
        "import pandas as pd\ndf = df.drop(columns=unused)\n",
        "import pandas as pd\n"
        "# cabin was filled in only for survivors, so it would leak the target\n"
        'df = df.drop(columns=["cabin"])\n',
    )
    INVALID = (
        'import pandas as pd\ndf = df.drop(columns=["ticket", "cabin"])\n',
        "from sklearn.decomposition import PCA\npca = PCA(n_components=50)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "columns-dropped":
            return "missing" in sight.traits or ("named" in sight.traits and "mentioned" not in sight.traits)
        if sight.construct == "columns-selected":
            return "features" in sight.traits
        return "picture" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "features-selected":
            return f"Why does {sight.detail} keep {sight.subject}: what is lost below, and gained above?"
        if sight.construct == "columns-selected":
            return f"Why take {sight.subject} of `{sight.detail}`: what do the other columns lack?"
        if "missing" in sight.traits:
            return f"Why drop the columns of `{sight.detail}` that have missing values instead of imputing them?"
        return f"Why leave out {sight.subject}: would it leak, repeat another column, or say nothing?"
