"""What a whole process costs."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Linux counts peak memory in kilobytes
_MEMORY_UNIT = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of CPU with all children, bytes of the largest process, and its exit status."""

    wall: float
    cpu: float
    memory: int
    status: int = 0


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Cost:
    """The cost of one run; what it prints is its own business."""
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        # wait4 took the exit status away from Popen, which would wait for it for ever
        process.returncode = 0
    return Cost(
        wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MEMORY_UNIT, os.waitstatus_to_exitcode(status)
    )


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each measure: on a shared machine a mean follows its worst neighbour."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        int(median(cost.memory for cost in costs)),
    )
