"""Suppressions: comments that close questions with a reason of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.model.finding import Finding
    from doclint.model.judgement import Reason
    from doclint.model.span import Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """One `# doclint: ignore[...] -- reason` comment.

    `selectors` are the codes or names in its brackets, empty where it closes every question; `reason` is what
    follows the dashes. It closes questions that begin on its own line or on the lines `first` to `last`.
    """

    span: Span
    selectors: tuple[str, ...]
    reason: str
    whole_file: bool
    first: int
    last: int

    def covers(self, line: int) -> bool:
        """Whether a question that begins on the line is closed."""
        return line == self.span.line or self.first <= line <= self.last


@dataclass(frozen=True, slots=True)
class Usage:
    """What became of a suppression in a run.

    `idle` are its selectors that closed nothing although their rules ran (`ALL` stands for empty brackets),
    `unknown` those that mean no rule, and `judged` is the judgement on its reason, None where none is written.
    """

    suppression: Suppression
    idle: tuple[str, ...]
    unknown: tuple[str, ...]
    judged: Reason | None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a suppression closed; `by` is the comment's place and `reason` its justification."""

    finding: Finding
    reason: str
    by: Span
