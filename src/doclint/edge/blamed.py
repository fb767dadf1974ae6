"""What `git blame` told in earlier runs: it takes longer than judging the file, and most commits touch few files."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache as remembered
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from doclint.edge.cache import Cache, blob_of, key_of_blame
from doclint.edge.git import GitProblem, git

if TYPE_CHECKING:
    # the time of each line, None where it is not committed
    Times = list[int | None]


class Place(NamedTuple):
    """A file in a work tree, its path from the root, the last commit, and git's name for what that has there."""

    file: Path
    path: str
    head: str
    blob: str


class Blamed:
    """The times of lines kept under a file's path and content.

    Content alone does not settle them: lines that are removed and brought back are as young as their return. So the
    times of an earlier commit hold only where it lies behind the last one and nothing since then touched the file.
    """

    def __init__(self, folder: str | None) -> None:
        self._cache = Cache(Path(folder)) if folder else None

    def times(self, place: Place) -> Times | None:
        """What was told of the file, where it still holds."""
        text = self._cache.text(self._key(place)) if self._cache else None
        if text is None:
            return None
        try:
            head, times = json.loads(text)
            whole = [time for time in times if time is None or isinstance(time, int)]
        except (ValueError, TypeError):
            return None
        if head != place.head:
            touched = _touched(place.file.parent, str(head), place.head)
            if touched is None or place.path in touched:
                return None
            self.keep(place, whole)
        return whole

    def keep(self, place: Place, times: Times) -> None:
        """Keeps what was told."""
        if self._cache is not None:
            with suppress(OSError):
                self._cache.keep(self._key(place), json.dumps([place.head, times]))

    def close(self) -> None:
        """Writes what is new."""
        if self._cache is not None:
            self._cache.close()

    def _key(self, place: Place) -> bytes:
        try:
            data = place.file.read_bytes()
        except OSError:
            data = b""
        return key_of_blame(place.path, place.blob, blob_of(data))


@remembered
def _touched(folder: Path, start: str, end: str) -> frozenset[str] | None:
    """The paths that commits after `start` touched, up to `end`; None where `start` is not behind it.

    Read from the cache, `start` may be anything that someone wrote there.
    """
    if not start.isalnum():
        return None
    try:
        git("merge-base", "--is-ancestor", start, end, folder=folder)
        # merges too: one that takes a side's version of a file makes no commit of its own for it
        listed = git("log", "-m", "--format=", "--name-only", "--no-renames", "-z", f"{start}..{end}", folder=folder)
    except GitProblem:
        return None
    return frozenset(listed.decode(errors="surrogateescape").split("\0"))
