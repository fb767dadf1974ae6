"""A project's score through its history."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One revision: its name for people (a tag or short hash), its day, and the objects of its files by path."""

    name: str
    commit: str
    day: str
    blobs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What today's rules say of one revision."""

    name: str
    commit: str
    day: str
    score: float | None
    asked: int
    answered: int

    @property
    def open(self) -> int:
        """How many questions stay open."""
        return self.asked - self.answered
