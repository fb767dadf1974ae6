"""WHY116: state of the whole process is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class GlobalState(StepRule):
    """State of the whole process is changed.

    What it asks
    ------------
    Who reads this state, and what keeps it right when two callers set it?

    Why it matters
    --------------
    Environment variables, globals and warning filters reach code that the reader does not have in view.

    Example
    -------
    ::

        os.environ["MKL_NUM_THREADS"] = "1"

    A good answer
    -------------
    ::

        os.environ["MKL_NUM_THREADS"] = "1"  # otherwise forked workers would each start a thread per core
    """

    code = "WHY116"
    name = "global-state"
    measured = Measured(0.20, 98, "obvious")
    remedy = "name who reads the state"
    constructs = frozenset({"environment", "global-state", "warning-filter"})
    VALID = (
        'def run(env):\n    env["THREADS"] = "1"\n',
        "import os\n"
        "def run():\n"
        "    # otherwise forked workers would each start a thread per core\n"
        '    os.environ["THREADS"] = "1"\n',
    )
    INVALID = (
        'import os\ndef run():\n    os.environ["THREADS"] = "1"\n',
        "def reset():\n    global cache\n    cache = {}\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return sight.construct != "warning-filter" or "narrowed" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Who depends on {sight.subject} being changed for the whole process?"
