"""What a branch did to the questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report against an earlier one: the score then, and the questions opened and closed since, with their paths.

    `revision` is what the user called the earlier state.
    """

    revision: str
    score: float | None
    opened: tuple[tuple[str, Finding], ...]
    closed: tuple[tuple[str, Finding], ...]
