"""WHY146: a model changes its mode, its gradients or its device."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step

# what such a function does is to run a model without training it, so the switch goes without saying
_RUNS = re.compile(r"eval|predict|infer|valid|test|generat|sampl|embed|encod|score|metric|forward|visuali|plot", re.I)

_TRAINS = re.compile(r"train|fit|update|learn|step|epoch", re.I)


class TrainingSwitch(StepRule):
    """A model changes its mode, its gradients or its device.

    What it asks
    ------------
    What would go wrong without the switch here: a leaking gradient, a layer in the wrong mode, memory?

    Why it matters
    --------------
    Batch norm and dropout behave differently in each mode, and a detached tensor no longer teaches what made it. Where
    the switch stands in the middle of training, a reader cannot tell a trick from a slip.

    Example
    -------
    ::

        target = teacher(x).detach()

    A good answer
    -------------
    ::

        # the teacher must not learn from its pupil, otherwise both collapse to a constant
        target = teacher(x).detach()
    """

    code = "WHY146"
    name = "training-switch"
    default = False
    measured = Measured(0.04, 24, "idiom")
    remedy = "say what would go wrong without the switch"
    constructs = frozenset({"mode", "no-gradient", "device"})
    VALID = (
        "import torch\ndef predict(model, x):\n    model.eval()\n    return model(x)\n",
        "import torch\n# the teacher must not learn from its pupil\ntarget = teacher(x).detach()\n",
    )
    INVALID = (
        "import torch\ntarget = teacher(x).detach()\n",
        "import torch\ndef fit(model):\n    model.eval()\n    step(model)\n",
        "import torch\ndef fit(model):\n    model.cuda()\n    step(model)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        name = step.symbol.rpartition(".")[2]
        if sight.construct == "mode":
            # each mode goes without saying where it is at home
            return (_TRAINS if sight.detail == "eval" else _RUNS).search(name) is not None
        return not _RUNS.search(name)

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "mode":
            return f"Why is `{sight.subject}` switched to {sight.detail} mode here?"
        if sight.construct == "device":
            return f"Why does `{sight.detail}` move to the {sight.subject} here?"
        return f"Why no gradients through `{sight.subject}`?"
