"""WHY124: a lock is tried, with a timeout or without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedLock(StepRule):
    """A lock is tried, with a timeout or without waiting.

    What it asks
    ------------
    Who may hold the lock, and why is going on without it right?

    Why it matters
    --------------
    What a lock protects, and against whom, is never visible where it is taken.

    Example
    -------
    ::

        if not self._lock.acquire(timeout=5):
            return

    A good answer
    -------------
    ::

        # a second flush would write the same rows again, so whoever comes late must leave
        if not self._lock.acquire(blocking=False):
            return
    """

    code = "WHY124"
    name = "unexplained-lock"
    measured = Measured(0.33, 6, "idiom")
    remedy = "say against whom the lock protects"
    constructs = frozenset({"lock"})
    VALID = (
        "def flush(self):\n    self._lock.acquire()\n",
        "def flush(self):\n"
        "    # a second flush would write the same rows again, so whoever comes late must leave\n"
        "    return self._lock.acquire(blocking=False)\n",
    )
    INVALID = (
        "def flush(self):\n    return self._lock.acquire(blocking=False)\n",
        "def flush(self):\n    self._lock.acquire(timeout=wait)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "timed" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Who may hold {sight.subject}, and what happens when it is not had in time?"
