"""A finding: a question that the code leaves open, or a remark that explains nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.model.span import Span


class Severity(str, Enum):
    """What it costs when the question stays open."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """One question, with the place it is asked at.

    `confidence` is the rule's measured precision, `need` and `explained` are those of the step asked (0 for findings
    about remarks). `looked` says where an answer was looked for, `remedy` names the cheapest ways out, `fingerprint`
    identifies the finding by rule, symbol and text, never by line; `digest` stands for its text alone. `fresh` is
    whether its line is young, where that was asked for.
    """

    code: str
    rule: str
    span: Span
    symbol: str
    question: str
    severity: Severity
    confidence: float
    need: float
    explained: float
    causes: tuple[str, ...]
    looked: str
    remedy: str
    fingerprint: str
    rank: float = 0.0
    digest: str = ""
    fresh: bool = False
