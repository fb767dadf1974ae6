"""WHY142: a score becomes a decision at a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class DecisionThreshold(StepRule):
    """A score becomes a decision at a number.

    What it asks
    ------------
    What was weighed to get this number: which mistakes cost more, measured on which data?

    Why it matters
    --------------
    Below the number one thing happens, above it another. A score drifts with each training, and whoever trains the
    model again keeps the number unless it says what it was chosen for.

    Example
    -------
    ::

        alarm = proba > 0.35

    A good answer
    -------------
    ::

        # a missed leak costs forty call-outs, and 0.35 is where the two cost the same on the winter of 2023
        alarm = proba > 0.35
    """

    code = "WHY142"
    name = "decision-threshold"
    default = True
    measured = Measured(0.95, 42, "standard")
    remedy = "say which mistakes cost more and on what data the number was chosen"
    once_a_function = True
    constructs = frozenset({"decision-threshold"})
    VALID = (
        "import sklearn\nalarm = proba > 0.5\n",
        "import shop\nalarm = proba > 0.35\n",
        "import sklearn\n# a missed leak costs forty call-outs, so rather too many alarms\nalarm = proba > 0.35\n",
    )
    INVALID = (
        "import sklearn\nalarm = proba > 0.35\n",
        'import pandas as pd\nsure = df[df["score"] >= 0.8]\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        # half is where a classifier decides by itself
        return "half" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why decide at {sight.subject} of `{sight.detail}`: which mistakes cost more, and on what data?"
