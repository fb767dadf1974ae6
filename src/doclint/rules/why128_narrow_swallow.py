"""WHY128: an expected error is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class NarrowSwallow(StepRule):
    """An expected error is dropped.

    What it asks
    ------------
    When does this error occur, and why is nothing to be done about it?

    Why it matters
    --------------
    That the error is expected is plain; why the missing result does not matter is not.

    Example
    -------
    ::

        try:
            os.unlink(path)
        except OSError:
            pass

    A good answer
    -------------
    ::

        except OSError:
            pass  # another worker may have removed it first, which is just as good
    """

    code = "WHY128"
    name = "narrow-swallow"
    measured = Measured(0.55, 230, "idiom")
    remedy = "say when the error occurs"
    constructs = frozenset({"narrow-except", "suppressed-error"})
    VALID = (
        "def remove(path):\n"
        "    try:\n"
        "        unlink(path)\n"
        "    except OSError as error:\n"
        '        log.error("kept: %s", error)\n',
        "def remove(path):\n"
        "    try:\n"
        "        unlink(path)\n"
        "    except OSError:\n"
        "        pass  # another worker may have removed it first, which is just as good\n",
    )
    INVALID = (
        "def remove(path):\n    try:\n        unlink(path)\n    except OSError:\n        pass\n",
        "def remove(path):\n    with suppress(OSError):\n        unlink(path)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.construct == "suppressed-error":
            return True
        return "only-pass" in sight.traits and not sight.traits & {"import-guard", "teardown"}

    def question(self, sight: Sight, step: Step) -> str:
        return f"When does {sight.subject} occur here, and why is there nothing to do about it?"
