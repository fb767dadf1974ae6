"""WHY102: every error is turned into the same fallback value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class BroadFallback(StepRule):
    """Every error is turned into the same fallback value.

    What it asks
    ------------
    Which failures do you expect here, and why is the fallback right for all of them?

    Why it matters
    --------------
    A caller that gets the fallback cannot tell "nothing there" from "something broke". Only the author knows which
    errors were meant.

    Example
    -------
    ::

        try:
            return json.loads(text)
        except Exception:
            return {}

    A good answer
    -------------
    ::

        except Exception:
            # settings of older releases hold pickles, which cannot be read any more, so they count as none
            return {}
    """

    code = "WHY102"
    name = "broad-fallback"
    default = True
    measured = Measured(0.99, 79, "name")
    remedy = "name the failure you expect in one sentence, catch only that error, or let it pass on"
    constructs = frozenset({"broad-except"})
    VALID = (
        "def load(text):\n    try:\n        return parse(text)\n    except ValueError:\n        return {}\n",
        "def load(text):\n"
        "    try:\n"
        "        return parse(text)\n"
        "    except Exception as error:\n"
        '        log.warning("no settings: %s", error)\n'
        "        return {}\n",
        "def load(text):\n"
        "    try:\n"
        "        return parse(text)\n"
        "    except Exception:\n"
        "        # settings of older releases hold pickles, which cannot be read any more, so they count as none\n"
        "        return {}\n",
    )
    INVALID = (
        "def load(text):\n    try:\n        return parse(text)\n    except Exception:\n        return {}\n",
        "def load(self, text):\n    try:\n        self.tree = parse(text)\n    except:\n        self.tree = None\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        # is_ipv6(text) says by its name that it answers by failing
        if sight.traits & {"reports", "raises", "uses-error", "teardown", "predicate", "module-level"}:
            return False
        return sight.traits >= {"plain-fallback", "docstring-silent"}

    def question(self, sight: Sight, step: Step) -> str:
        return (
            "Which failures do you expect here, "
            f"and why does {sight.subject} become this fallback rather than an error?"
        )
