"""What git knows, asked through its machine-readable forms."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.model.change import ChangedFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SOURCES = ("*.py", "*.pyi", "*.ipynb")
# symbolic links and submodules hold no source of their own
_REGULAR = (b"100644", b"100755")


class GitProblem(Exception):
    """Git cannot answer; the message says what to do."""


def git(*arguments: str, folder: Path | None = None, given: bytes | None = None) -> bytes:
    """The output of a git command.

    Raises:
        GitProblem: when git is missing or refuses.
    """
    # no optional locks: reading must not make an editor's or a hook's own git wait
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, input=given, env=environment, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise GitProblem("git is not installed: install it, or name files instead") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitProblem(f"git {arguments[0]}: {said or 'failed without a word'}")
    return done.stdout


def top_level() -> Path:
    """The root of the work tree around the working folder.

    Raises:
        GitProblem: outside of a repository.
    """
    try:
        return Path(os.fsdecode(git("rev-parse", "--show-toplevel")).removesuffix("\n"))
    except GitProblem as error:
        if "not a git repository" in str(error):
            raise GitProblem("not inside a git repository: run this in a clone, or give a diff on `-`") from None
        raise


def changed_since(revision: str) -> tuple[ChangedFile, ...]:
    """Sources that differ between the work tree and its merge base with a revision; files git does not track count.

    Raises:
        GitProblem: when the revision or the merge base is not there.
    """
    root = top_level()
    rows = _raw_rows(git("diff", *_RAW, merge_base(revision), "--", *_SOURCES, folder=root))
    names = git("ls-files", "-z", "--others", "--exclude-standard", "--", *_SOURCES, folder=root)
    untracked = [_Row(b"000000", b"100644", _ZERO, _ZERO, name, name) for name in names.split(b"\0") if name]
    return _files(root, [*rows, *untracked])


def changed_in_index() -> tuple[ChangedFile, ...]:
    """Sources that differ between the index and the last commit; before the first commit, all of the index."""
    root = top_level()
    return _files(root, _raw_rows(git("diff", "--cached", *_RAW, "--", *_SOURCES, folder=root)))


def merge_base(revision: str) -> str:
    """The commit at which the current branch left a revision.

    Raises:
        GitProblem: with the command that brings the missing part, where one does.
    """
    if not _is_commit("HEAD"):
        raise GitProblem("this repository has no commit yet: use --staged")
    if revision.startswith("-") or not _is_commit(revision):
        raise GitProblem(f"git knows no commit `{revision}`: fetch it, or name a branch, tag or commit you have")
    try:
        return git("merge-base", "HEAD", revision).split()[0].decode()
    except GitProblem:
        if git("rev-parse", "--is-shallow-repository").strip() == b"true":
            raise GitProblem(
                f"this clone is too shallow to hold the merge base with `{revision}`: "
                "run `git fetch --unshallow`, or check out with fetch-depth: 0"
            ) from None
        raise GitProblem(f"HEAD and `{revision}` share no history: name a commit this branch grew from") from None


def _is_commit(revision: str) -> bool:
    try:
        git("rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    except GitProblem as error:
        if "failed without a word" in str(error):
            return False
        raise
    return True


# rename detection is named, since a user's diff.renames may turn it off
_RAW = ("--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--ignore-submodules")
_ZERO = b"0" * 40


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry of `git diff --raw -z`."""

    old_mode: bytes
    new_mode: bytes
    old_id: bytes
    new_id: bytes
    old_path: bytes
    new_path: bytes


def _raw_rows(raw: bytes) -> Iterator[_Row]:
    fields = iter(raw.split(b"\0"))
    for head in fields:
        if not head:
            return
        old_mode, new_mode, old_id, new_id, status = head.removeprefix(b":").split()
        old_path = next(fields)
        yield _Row(old_mode, new_mode, old_id, new_id, old_path, next(fields) if status[:1] in b"RC" else old_path)


def _files(root: Path, rows: Sequence[_Row] | Iterator[_Row]) -> tuple[ChangedFile, ...]:
    rows = list(rows)
    blobs = blobs_of(root, {row.old_id for row in rows} | {row.new_id for row in rows})
    here = Path.cwd()
    files: dict[str, ChangedFile] = {}
    for row in rows:
        path = os.path.relpath(root / os.fsdecode(row.new_path), here)
        before = blobs.get(row.old_id, b"") if row.old_mode in _REGULAR else b""
        after = None
        if row.new_mode in _REGULAR:
            # git gives no id for what only the work tree holds
            after = blobs[row.new_id] if row.new_id in blobs else _on_disk(root / os.fsdecode(row.new_path))
        files[path] = ChangedFile(path, before, after)
    return tuple(files[path] for path in sorted(files))


def _on_disk(path: Path) -> bytes | None:
    """The file's bytes; None when it went away since git looked."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def blobs_of(root: Path, ids: set[bytes]) -> dict[bytes, bytes]:
    """The contents of objects, all through one process."""
    wanted = sorted(object_id for object_id in ids if object_id.strip(b"0"))
    if not wanted:
        return {}
    stream = git("cat-file", "--batch", folder=root, given=b"\n".join(wanted) + b"\n")
    blobs: dict[bytes, bytes] = {}
    position = 0
    for object_id in wanted:
        end = stream.index(b"\n", position)
        header = stream[position:end].split()
        position = end + 1
        if header[1] == b"blob":
            size = int(header[2])
            blobs[object_id] = stream[position : position + size]
            position += size + 1
    return blobs
