"""How old each line is, as `git blame` tells."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.edge.blamed import Blamed, Place
from doclint.edge.git import GitProblem, git

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doclint.edge.blamed import Times

_DAY = 86400


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of a repository: its path from the root, the last commit with its time, and what that has in it."""

    prefix: str
    head: str
    now: int
    blobs: dict[str, str]


def line_ages(paths: Iterable[str], cache: str | None = None) -> dict[str, tuple[float, ...]]:
    """The age in days of each line of the files, counted back from the last commit of their repository.

    Lines that are not committed yet have no age, 0. White space changes do not make a line young. Files outside of a
    repository are left out. The clock is never asked: the same history gives the same ages. What git told of a file
    is kept in the folder `cache` until a commit touches it.

    Raises:
        GitProblem: when git is missing, or none of the files is in a repository.
    """
    names = sorted(set(paths))
    files = {name: Path(name).absolute() for name in names}
    # git does the work in processes of its own, which threads are enough to keep running
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool, closing(Blamed(cache)) as blamed:
        parents = sorted({file.parent for file in files.values()})
        folders = dict(zip(parents, pool.map(_folder, parents), strict=True))
        known = {name: _known(file, folders[file.parent], blamed) for name, file in files.items()}
        missing = [name for name in names if known[name] is None]
        for name, told in zip(missing, pool.map(lambda name: _blame(files[name]), missing), strict=True):
            known[name] = told
            _keep(files[name], folders[files[name].parent], told, blamed)
    ages = {name: _ages(files[name], folders[files[name].parent], known[name]) for name in names}
    problems = [told for told in ages.values() if isinstance(told, GitProblem)]
    if names and len(problems) == len(names):
        raise problems[0]
    return {name: told for name, told in ages.items() if not isinstance(told, GitProblem)}


def _folder(folder: Path) -> _Folder | GitProblem:
    try:
        now, head = git("log", "-1", "--format=%ct %H", folder=folder).decode().split()
        prefix, is_shallow = git("rev-parse", "--show-prefix", "--is-shallow-repository", folder=folder).splitlines()
        if is_shallow == b"true":
            # the commits at its edge are blamed for all before them, until someone fetches those
            return _Folder(os.fsdecode(prefix), "", int(now), {})
        listed = [entry.partition(b"\t") for entry in git("ls-tree", "-z", "HEAD", folder=folder).split(b"\0")]
        blobs = {os.fsdecode(name): head.split()[2].decode() for head, _, name in listed if name}
    except (GitProblem, OSError) as error:
        return error if isinstance(error, GitProblem) else GitProblem(f"{folder}: {error.strerror}")
    return _Folder(os.fsdecode(prefix), head, int(now), blobs)


def _place(file: Path, folder: _Folder) -> Place | None:
    """What the blame of a file depends on; None where the last commit does not have it."""
    blob = folder.blobs.get(file.name)
    return None if blob is None else Place(file, folder.prefix + file.name, folder.head, blob)


def _known(file: Path, folder: _Folder | GitProblem, blamed: Blamed) -> Times | GitProblem | None:
    if isinstance(folder, GitProblem):
        return folder
    place = _place(file, folder)
    return None if place is None else blamed.times(place)


def _keep(file: Path, folder: _Folder | GitProblem, told: Times | GitProblem, blamed: Blamed) -> None:
    place = None if isinstance(folder, GitProblem) else _place(file, folder)
    if place is not None and not isinstance(told, GitProblem):
        blamed.keep(place, told)


def _blame(file: Path) -> Times | GitProblem:
    try:
        if not git("ls-files", "-z", "--", file.name, folder=file.parent):
            return [None] * (file.read_bytes().count(b"\n") + 1)
        return blamed_times(git("blame", "-w", "--line-porcelain", "--", file.name, folder=file.parent))
    except GitProblem as error:
        return error
    except OSError as error:
        return GitProblem(f"{file}: {error.strerror}")


def _ages(file: Path, folder: _Folder | GitProblem, times: Times | GitProblem | None) -> tuple[float, ...] | GitProblem:
    if isinstance(folder, GitProblem):
        return folder
    if times is None or isinstance(times, GitProblem):
        return times or GitProblem(f"{file}: has no history")
    ages = tuple(max(0.0, (folder.now - time) / _DAY) if time is not None else 0.0 for time in times)
    # the lines of a notebook's file are not those of its cells, and running it makes most of them new: it has one age
    return (min(ages, default=0.0),) * len(ages) if file.suffix == ".ipynb" else ages


def blamed_times(porcelain: bytes) -> Times:
    """The author time of each line of `git blame --line-porcelain`; None for a line that is not committed."""
    times: Times = []
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
