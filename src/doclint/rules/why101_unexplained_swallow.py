"""WHY101: an error that disappears without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedSwallow(StepRule):
    """An error is caught broadly and dropped.

    What it asks
    ------------
    Why is it safe to ignore the error here, and what would the caller see if it were not?

    Why it matters
    --------------
    A handler that drops everything also drops the errors nobody thought of. Only the author knows which one was
    meant; a reader can neither narrow the handler nor remove it.

    Example
    -------
    ::

        try:
            connection.close()
        except Exception:
            pass

    A good answer
    -------------
    ::

        except Exception:
            pass  # the peer may be gone already, and a failed close leaves nothing to clean up
    """

    code = "WHY101"
    name = "unexplained-swallow"
    default = True
    measured = Measured(0.95, 76, "docstring")
    remedy = "say in one sentence why ignoring it is safe, or catch the error you expect"
    constructs = frozenset({"broad-except", "suppressed-error"})
    VALID = (
        "try:\n    close()\nexcept KeyError:\n    pass\n",
        "def __del__(self):\n"
        '    """Can fail at program exit, so errors are suppressed."""\n'
        "    try:\n        self.close()\n    except Exception:\n        pass\n",
        "try:\n    close()\nexcept Exception:\n    pass\n"
        "    # the peer may be gone already, so nothing is left to clean up\n",
    )
    INVALID = (
        "try:\n    close()\nexcept Exception:\n    pass\n",
        "try:\n    close()\nexcept:\n    pass\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "suppressed-error":
            return "broad" in sight.traits
        return bool(sight.traits & {"only-pass", "only-continue"}) and "says-silent" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why is it safe to ignore {sight.subject} here, and what would the caller see if it were not?"
