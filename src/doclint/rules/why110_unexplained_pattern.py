"""WHY110: a regular expression that has to be decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedPattern(StepRule):
    """A regular expression that has to be decoded.

    What it asks
    ------------
    Which inputs must the pattern accept and reject, and where is that format defined?

    Why it matters
    --------------
    A pattern says how it matches, never what it was written for: a reader cannot tell a bug from an intention.

    Example
    -------
    ::

        ID = re.compile(r"^[A-Z]{2}\\d{2}(?:\\s?\\d{4}){3,7}$")

    A good answer
    -------------
    ::

        # banks print IBANs in groups of four, so blanks must be allowed (ISO 13616)
        ID = re.compile(r"^[A-Z]{2}\\d{2}(?:\\s?\\d{4}){3,7}$")
    """

    code = "WHY110"
    name = "unexplained-pattern"
    measured = Measured(0.36, 14, "name")
    remedy = "give an example that must match and one that must not, or the source of the format"
    constructs = frozenset({"regex"})
    VALID = (
        'SHORT = re.compile("[a-z]+")\n',
        "import re\n\n# banks print IBANs in groups of four, so blanks must be allowed (ISO 13616)\n"
        'IBAN = re.compile("^[A-Z]{2}[0-9]{2}( ?[0-9]{4}){3,7}$")\n',
    )
    INVALID = (
        'IBAN = re.compile("^[A-Z]{2}[0-9]{2}( ?[0-9]{4}){3,7}$")\n',
        'def check(text):\n    return re.match("^[A-Z]{2}[0-9]{2}( ?[0-9]{4}){3,7}$", text)\n',
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "explained-inside" not in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"Which inputs must {sight.subject} accept and reject, and where is that format defined?"
