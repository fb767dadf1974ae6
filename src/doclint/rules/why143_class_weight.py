"""WHY143: mistakes on one class count more than on another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class ClassWeight(StepRule):
    """Mistakes on one class count more than on another.

    What it asks
    ------------
    Where do these weights come from: the shares of the classes, the price of each mistake, a search?

    Why it matters
    --------------
    Weights move every score the model gives. "balanced" can be worked out again from the data; a number written by hand
    cannot.

    Example
    -------
    ::

        model = LinearSVC(class_weight={0: 1, 1: 8})

    A good answer
    -------------
    ::

        # 8, because a missed fraud costs as much as eight wrongly stopped payments (finance, March 2024)
        model = LinearSVC(class_weight={0: 1, 1: 8})
    """

    code = "WHY143"
    name = "class-weight"
    default = True
    measured = Measured(1.0, 13, "name")
    remedy = "say what made one class worth that much more"
    constructs = frozenset({"class-weight"})
    VALID = (
        'from sklearn.svm import LinearSVC\nmodel = LinearSVC(class_weight="balanced")\n',
        "from xgboost import XGBClassifier\nmodel = XGBClassifier(scale_pos_weight=negatives / positives)\n",
        "from sklearn.svm import LinearSVC\n"
        "# a missed fraud costs as much as eight wrongly stopped payments\n"
        "model = LinearSVC(class_weight={0: 1, 1: 8})\n",
    )
    INVALID = (
        "from sklearn.svm import LinearSVC\nmodel = LinearSVC(class_weight={0: 1, 1: 8})\n",
        "from xgboost import XGBClassifier\nmodel = XGBClassifier(scale_pos_weight=12)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return True

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why {sight.detail} {sight.subject}: what makes a mistake on one class worth that much more?"
