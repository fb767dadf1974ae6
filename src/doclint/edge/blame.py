"""How old each line is, as `git blame` tells."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.edge.git import GitProblem, git

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = 86400


def line_ages(paths: Iterable[str]) -> dict[str, tuple[float, ...]]:
    """The age in days of each line of the files, counted back from the last commit of their repository.

    Lines that are not committed yet have no age, 0. White space changes do not make a line young. Files outside of a
    repository are left out. The clock is never asked: the same history gives the same ages.

    Raises:
        GitProblem: when git is missing, or none of the files is in a repository.
    """
    names = sorted(set(paths))
    # git does the work in processes of its own, which threads are enough to keep running
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        told = list(pool.map(_ages, names))
    if names and all(isinstance(ages, GitProblem) for ages in told):
        raise told[0] if isinstance(told[0], GitProblem) else GitProblem("no file has a history")
    return {name: ages for name, ages in zip(names, told, strict=True) if not isinstance(ages, GitProblem)}


def _ages(path: str) -> tuple[float, ...] | GitProblem:
    file = Path(path).absolute()
    try:
        now = _last_commit(file.parent)
        if not git("ls-files", "-z", "--", file.name, folder=file.parent):
            return (0.0,) * (file.read_bytes().count(b"\n") + 1)
        times = blamed_times(git("blame", "-w", "--line-porcelain", "--", file.name, folder=file.parent))
    except GitProblem as error:
        return error
    except OSError as error:
        return GitProblem(f"{path}: {error.strerror}")
    ages = tuple(max(0.0, (now - time) / _DAY) if time is not None else 0.0 for time in times)
    # the lines of a notebook's file are not those of its cells, and running it makes most of them new: it has one age
    return (min(ages, default=0.0),) * len(ages) if file.suffix == ".ipynb" else ages


def _last_commit(folder: Path) -> int:
    return int(git("log", "-1", "--format=%ct", folder=folder))


def blamed_times(porcelain: bytes) -> list[int | None]:
    """The author time of each line of `git blame --line-porcelain`; None for a line that is not committed."""
    times: list[int | None] = []
    committed, time = True, 0
    for row in porcelain.split(b"\n"):
        # the source line comes last and is the only one behind a tab, so that no source can pose as a header
        if row.startswith(b"\t"):
            times.append(time if committed else None)
            committed = True
        elif row.startswith(b"author-time "):
            time = int(row.split()[1])
        elif row.startswith(b"0" * 40):
            committed = False
    return times
