"""A project's score through its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Blob(NamedTuple):
    """A file of a revision: its path, git's name for its content, and the bytes of that."""

    path: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One revision: its name for people (a tag or short hash), its day, and its files."""

    name: str
    commit: str
    day: str
    blobs: tuple[Blob, ...]


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
