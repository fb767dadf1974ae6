"""WHY130: a local name is deleted before its function ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedDeletion(StepRule):
    """A local name is deleted before its function ends.

    What it asks
    ------------
    What must be gone at this point: memory, a cycle, a name that others would see?

    Why it matters
    --------------
    Names go by themselves when a function ends. Who deletes one earlier knows of something that is waiting for it.

    Example
    -------
    ::

        del chunk

    A good answer
    -------------
    ::

        del chunk  # the next read allocates as much again, and both do not fit
    """

    code = "WHY130"
    name = "unexplained-deletion"
    measured = Measured(0.68, 102, "idiom")
    remedy = "say what would be kept alive or seen without it"
    constructs = frozenset({"deletion"})
    VALID = (
        "def use(rows, y):\n    del y\n    return rows\n",
        "def read(stream):\n"
        "    chunk = stream.read()\n"
        "    # otherwise both chunks would have to fit into memory at once\n"
        "    del chunk\n"
        "    return stream.read()\n",
    )
    INVALID = (
        "def read(stream):\n    chunk = stream.read()\n    del chunk\n    return stream.read()\n",
        "def run():\n    plan, rest = make()\n    del plan, rest\n    wait()\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return not sight.traits & {"parameter", "frame", "module-level"}

    def question(self, sight: Sight, step: Step) -> str:
        return f"What must be gone here, that {sight.subject} is deleted before the function ends?"
