"""Revisions and the files in them, from git's objects: the work tree is never touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.edge.git import GitProblem, blobs_of, git, top_level
from doclint.model.trend import Blob, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable

# a picture as wide as a README has room for about as many points
_MOST = 60


def snapshots(revisions: str) -> list[Snapshot]:
    """The revisions of a range (`v1.0..`, oldest first, along first parents), or with `tags` every tag below HEAD.

    Of more than 60 an even choice is kept, with the first and the last.

    Raises:
        GitProblem: outside of a repository, or when git does not know the range.
    """
    root = _root()
    points = _tags(root) if revisions == "tags" else _range(revisions, root)
    if not points:
        raise GitProblem(f"there is no revision in `{revisions}`: name a range such as `v1.0..`, or `tags`")
    step = max(1.0, (len(points) - 1) / (_MOST - 1))
    kept = [points[round(number * step)] for number in range(min(len(points), _MOST))]
    return [Snapshot(name, commit, day, _files(commit, root)) for name, commit, day in kept]


def contents(objects: Iterable[str]) -> dict[str, bytes]:
    """The bytes of objects."""
    found = blobs_of(_root(), {name.encode() for name in objects})
    return {name.decode(): data for name, data in found.items()}


def _root() -> Path:
    try:
        return top_level()
    except GitProblem as error:
        if "must be run in a work tree" not in str(error):
            raise
        # a bare clone, as servers keep them, has all that a trend is made of
        return Path(os.fsdecode(git("rev-parse", "--absolute-git-dir")).removesuffix("\n"))


def _tags(root: Path) -> list[tuple[str, str, str]]:
    form = "%(refname:short)%00%(*objectname)%00%(objectname)%00%(creatordate:short)"
    listed = git("for-each-ref", "--merged=HEAD", "--sort=creatordate", f"--format={form}", "refs/tags", folder=root)
    rows = [line.split("\0") for line in listed.decode(errors="replace").splitlines()]
    # an annotated tag is an object of its own; the commit is the one it points to
    return [(name, behind or own, day) for name, behind, own, day in rows]


def _range(revisions: str, root: Path) -> list[tuple[str, str, str]]:
    start, dots, end = revisions.partition("..")
    if not dots or revisions.startswith("-"):
        raise GitProblem(
            f"`{revisions}` is no range: write `{revisions.lstrip('-')}..` for everything since, or `tags`"
        )
    end = end or "HEAD"
    form = "--format=%h%x00%H%x00%cs"
    first = git("log", "-1", form, start, "--", folder=root) if start else b""
    rest = git("log", "--first-parent", "--reverse", form, f"{start}..{end}" if start else end, "--", folder=root)
    rows = [tuple(line.split("\0")) for line in (first + rest).decode().splitlines()]
    return [(name, commit, day) for name, commit, day in rows]


def _files(commit: str, root: Path) -> tuple[Blob, ...]:
    """The regular files of a commit, their paths as seen from the working folder."""
    here = Path.cwd()
    files = []
    for entry in git("ls-tree", "-r", "-l", "-z", "--full-tree", commit, folder=root).split(b"\0"):
        head, _, path = entry.partition(b"\t")
        if head.startswith(b"100"):
            _, _, name, size = head.split()
            files.append(Blob(os.path.relpath(root / os.fsdecode(path), here), name.decode(), int(size)))
    return tuple(files)
