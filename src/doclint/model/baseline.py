"""Findings that a project accepts for now."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding: where it is by name, and what it says by digest, so that no edit elsewhere moves it."""

    path: str
    symbol: str
    rule: str
    digest: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """When the baseline grew (an ISO date), by how many findings, and why."""

    date: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """All accepted findings, sorted, and the record of how they came to be accepted.

    The same entry may stand several times, as the same text may in one function.
    """

    entries: tuple[Entry, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
