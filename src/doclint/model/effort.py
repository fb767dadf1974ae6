"""How much of the machine a run may use."""

from __future__ import annotations

from dataclasses import dataclass

# the executor that is this machine
LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Effort:
    """What changes the time of a run and never its result.

    `jobs` is the number of processes, None for as many as pay; `cache` the folder that keeps reports between runs,
    None for no keeping; `progress` whether to tell on stderr how far a long run is; `executor` is where files are
    judged: `local`, or the `dask://HOST:PORT` of a scheduler.
    """

    jobs: int | None = 1
    cache: str | None = None
    progress: bool = False
    executor: str = LOCAL
