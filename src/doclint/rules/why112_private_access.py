"""WHY112: a private part of another object is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class PrivateAccess(StepRule):
    """A private part of another object is used.

    What it asks
    ------------
    What does the public interface lack, and which version makes this unnecessary?

    Why it matters
    --------------
    Private names change without notice. The reader must know what to look for when they do.

    Example
    -------
    ::

        loop._ready.clear()

    A good answer
    -------------
    ::

        loop._ready.clear()  # not close(): it waits for callbacks, which would wait for us and deadlock
    """

    code = "WHY112"
    name = "private-access"
    measured = Measured(0.28, 50, "docstring")
    remedy = "say what the public interface lacks, or use it"
    constructs = frozenset({"private-access"})
    VALID = (
        "def stop(self):\n    self._ready.clear()\n",
        "def stop(loop):\n"
        "    # not close(): it waits for callbacks, which would wait for this one and deadlock\n"
        "    loop._ready.clear()\n",
    )
    INVALID = (
        "def stop(loop):\n    loop._ready.clear()\n",
        "def name(frame):\n    return frame._code\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "module-level" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"What does the public interface lack that `{sight.subject}` gives?"
