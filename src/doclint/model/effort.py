"""How much of the machine a run may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """What changes the time of a run and never its result.

    `jobs` is the number of processes, None for as many as pay; `cache` the folder that keeps reports between runs,
    None for no keeping; `progress` whether to tell on stderr how far a long run is.
    """

    jobs: int | None = 1
    cache: str | None = None
    progress: bool = False
