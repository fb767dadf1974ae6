"""WHY129: warnings are switched off for whoever runs after this line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step

# what is called so silences on behalf of its caller, who knows why
_SILENCER = re.compile(r"ignor|suppress|silenc|quiet|mute", re.I)


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
    measured = Measured(0.98, 86, "docstring")
    remedy = "name the expected warning and why it is harmless, or filter by message"
    constructs = frozenset({"warning-filter"})
    VALID = (
        'import warnings\nwarnings.filterwarnings("ignore", message="empty slice")\n',
        "import warnings\n"
        "def mean(rows):\n"
        "    # because numpy would warn about the empty slice that the last window always is\n"
        '    warnings.simplefilter("ignore")\n'
        "    return rows.mean()\n",
        'import warnings\ndef old(rows):\n    warnings.warn("old is deprecated", DeprecationWarning)\n'
        '    warnings.filterwarnings("ignore", category=DeprecationWarning)\n    return older(rows)\n',
        'import warnings\ndef strict():\n    warnings.simplefilter("error")\n',
        'import warnings\ndef start(quiet):\n    if quiet:\n        warnings.simplefilter("ignore")\n',
        "import warnings\nwith warnings.catch_warnings():\n"
        '    warnings.simplefilter("ignore", DeprecationWarning)\n    import imp\n',
    )
    INVALID = (
        'import warnings\ndef mean(rows):\n    warnings.simplefilter("ignore")\n    return rows.mean()\n',
        'import warnings\nwarnings.filterwarnings("ignore")\n',
        'import warnings\nwarnings.simplefilter("ignore", RuntimeWarning)\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        # filters with another action let warnings through or make them errors, and one under `if quiet:` was asked for
        if "ignores" not in sight.traits or "asked-for" in sight.traits:
            return False
        # a category is as wide as its libraries make it; only a message or a module says what is meant
        wide = "whole-category" in sight.traits or "narrowed" not in sight.traits
        return wide and not _SILENCER.search(step.symbol)

    def question(self, sight: Sight, step: Step) -> str:
        return f"Which warning does `{sight.subject}` mean, and why is it harmless?"
