"""WHY144: a seed is set to a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class FixedSeed(StepRule):
    """A seed is set to a number.

    What it asks
    ------------
    What has to come out the same each time, and does the result hold for other seeds?

    Why it matters
    --------------
    A seed that was picked because the score was best with it is a parameter fitted to the test set. A reader cannot
    tell it from one that was typed at random.

    Example
    -------
    ::

        np.random.seed(1234)

    A good answer
    -------------
    ::

        # the split must stay the same between the two notebooks; accuracy moves by less than a point over ten seeds
        np.random.seed(1234)
    """

    code = "WHY144"
    name = "fixed-seed"
    default = False
    measured = Measured(0.08, 12, "idiom")
    remedy = "say what must be repeatable, and how much another seed changes"
    constructs = frozenset({"seed"})
    VALID = (
        "import shop\nshop.seed(7)\n",
        "import numpy as np\n# both notebooks must draw the same split\nnp.random.seed(7)\n",
    )
    INVALID = (
        "import numpy as np\nnp.random.seed(7)\n",
        "import torch\ntorch.manual_seed(7)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return True

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why `{sight.detail}({sight.subject})`: what must come out the same, and does it hold for other seeds?"
