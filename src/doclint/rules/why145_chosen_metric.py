"""WHY145: a model is judged or chosen by a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ChosenMetric(StepRule):
    """A model is judged or chosen by a metric.

    What it asks
    ------------
    Which mistakes does the metric count, and are they the ones that cost?

    Why it matters
    --------------
    Accuracy says little where classes are uneven, and a squared error is ruled by the few largest values. Which is
    right depends on what the model is for, which the code does not show.

    Example
    -------
    ::

        search = GridSearchCV(model, grid, scoring="recall")

    A good answer
    -------------
    ::

        # recall, because a missed tumour costs a life and a false alarm costs one more scan
        search = GridSearchCV(model, grid, scoring="recall")
    """

    code = "WHY145"
    name = "chosen-metric"
    default = False
    measured = Measured(0.06, 17, "standard")
    remedy = "say which mistakes cost most, and that the metric counts them"
    constructs = frozenset({"metric"})
    VALID = (
        'import shop\nshop.compile(metrics=["accuracy"])\n',
        "from sklearn.model_selection import cross_val_score\n"
        "# a missed tumour costs a life, a false alarm one more scan\n"
        'scores = cross_val_score(model, X, y, scoring="recall")\n',
    )
    INVALID = (
        'import keras\nmodel.compile(loss="binary_crossentropy", metrics=["accuracy"])\n',
        "from sklearn.model_selection import cross_val_score\n"
        'scores = cross_val_score(model, X, y, scoring="recall")\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return True

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why judge `{sight.detail}` by {sight.subject}: which mistakes cost most here?"
