"""WHY129: warnings are switched off for whoever runs after this line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class SilencedWarning(StepRule):
    """Warnings are switched off for whoever runs after this line.

    What it asks
    ------------
    Which warning is expected here, and why is it harmless?

    Why it matters
    --------------
    A filter without a message hides the warnings of every library to come.

    Example
    -------
    ::

        warnings.simplefilter("ignore")

    A good answer
    -------------
    ::

        # numpy warns about the empty slice that the last window always is
        warnings.simplefilter("ignore")
    """

    code = "WHY129"
    name = "silenced-warning"
    default = True
    measured = Measured(0.95, 38, "docstring")
    remedy = "name the expected warning and why it is harmless, or filter by message"
    constructs = frozenset({"warning-filter"})
    VALID = (
        'import warnings\nwarnings.filterwarnings("ignore", message="empty slice")\n',
        "import warnings\n"
        "def mean(rows):\n"
        "    # because numpy would warn about the empty slice that the last window always is\n"
        '    warnings.simplefilter("ignore")\n'
        "    return rows.mean()\n",
    )
    INVALID = (
        'import warnings\ndef mean(rows):\n    warnings.simplefilter("ignore")\n    return rows.mean()\n',
        'import warnings\nwarnings.filterwarnings("ignore")\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "narrowed" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Which warning does `{sight.subject}` mean, and why is it harmless?"
