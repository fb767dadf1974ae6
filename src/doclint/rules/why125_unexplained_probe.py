"""WHY125: an object is asked whether it has an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedProbe(StepRule):
    """An object is asked whether it has an attribute.

    What it asks
    ------------
    Which objects come without it, and since when do others have it?

    Why it matters
    --------------
    A probe stands for a type, a version or a protocol that is not named.

    Example
    -------
    ::

        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")

    A good answer
    -------------
    ::

        # because notebooks replace stdout with an object that has no encoding
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    """

    code = "WHY125"
    name = "unexplained-probe"
    measured = Measured(0.20, 10, "idiom")
    remedy = "name the objects that lack it"
    constructs = frozenset({"hasattr"})
    VALID = (
        "def setup(stream):\n    stream.reconfigure()\n",
        "def setup(stream):\n"
        "    # because notebooks replace stdout with an object that has no encoding\n"
        '    if hasattr(stream, "reconfigure"):\n'
        "        stream.reconfigure()\n",
    )
    INVALID = (
        'def setup(stream):\n    if hasattr(stream, "reconfigure"):\n        stream.reconfigure()\n',
        'def setup(stream):\n    return hasattr(stream, "mode")\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "raises" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Which objects come here without {sight.subject}?"
