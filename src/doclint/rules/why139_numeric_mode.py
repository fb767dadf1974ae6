"""WHY139: precision, device or mode is switched, and nothing says why here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class NumericMode(StepRule):
    """Precision, device or mode is switched, and nothing says why here.

    What it asks
    ------------
    What needs the other precision, device or mode: memory, speed, a library that refuses the first? Why is the loss
    harmless?

    Why it matters
    --------------
    A cast loses digits, a frozen layer learns nothing, a tensor on the CPU is slow. Each is right for a reason that
    lies in the hardware or in another library.

    Example
    -------
    ::

        features = features.astype("float16")

    A good answer
    -------------
    ::

        # half the memory, or the 40 M rows don't fit; the features are counts below 2048, which float16 keeps exactly
        features = features.astype("float16")
    """

    code = "WHY139"
    name = "numeric-mode"
    default = False
    measured = Measured(0.39, 28, "obvious")
    remedy = "say what needs the switch, and why what it loses is harmless"
    constructs = frozenset({"cast", "frozen"})
    VALID = (
        "import torch\nmodel.eval()\n",
        "import numpy as np\n"
        "# the C library reads single precision only, otherwise it crashes\n"
        'image = image.astype("float32")\n',
    )
    INVALID = (
        "import torch\nmodel.encoder.requires_grad_(False)\n",
        'import numpy as np\nfeatures = features.astype("float16")\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return sight.construct == "frozen" or bool(sight.traits & {"float16", "half", "bfloat16", "int8", "int16"})

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "frozen":
            return f"Why is `{sight.subject}` frozen: what would training it spoil?"
        return f"Why cast `{sight.detail}` to {sight.subject}: what needs it, and are the lost digits harmless?"
