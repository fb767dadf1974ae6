"""A unified diff and the tree it made, to what changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from unidiff.errors import UnidiffParseError
from unidiff.patch import PatchSet

from doclint.model.change import ChangedFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from unidiff.patch import PatchedFile


class BadPatch(Exception):
    """A diff that cannot be used; the message says where and what to do."""


def changed_by(patch: bytes, roots: Sequence[Path]) -> tuple[ChangedFile, ...]:
    """The sources that a diff made as they are on disk, and what they were before.

    A diff names files relative to a folder it does not tell: the first of `roots` where the file fits is it.

    Raises:
        BadPatch: for text that is no diff, and for a diff whose new side is not what the files say.
    """
    try:
        # latin-1 gives every byte a character of its own, so that lines of any encoding survive
        files = PatchSet(patch.decode("latin-1"))
    except UnidiffParseError as error:
        raise BadPatch(f"the diff on standard input is broken: {str(error).strip()}: make it again") from None
    if patch.strip() and not files:
        raise BadPatch("standard input holds no unified diff: pipe the output of `git diff` into `--diff -`")
    return tuple(_changed(file, roots) for file in files if _name(file).endswith((".py", ".pyi", ".ipynb")))


def _changed(file: PatchedFile, roots: Sequence[Path]) -> ChangedFile:
    name = _name(file)
    if file.is_removed_file:
        removed = [line.value.removesuffix("\n") for hunk in file for line in hunk.source_lines()]
        return ChangedFile(name, "\n".join(removed).encode("latin-1"), None)
    problem = f"{name}: no such file"
    for root in roots:
        try:
            after = (root / name).read_bytes()
        except OSError:
            continue
        before, line = _undone(file, after)
        if before is not None:
            return ChangedFile(os.path.relpath(root / name), before, after)
        problem = f"{name}:{line}: the file does not say what the diff's new side says"
    raise BadPatch(f"{problem}: check out the tree that the diff leads to, or make the diff again")


def _name(file: PatchedFile) -> str:
    return file.path.strip('"').encode("latin-1").decode(errors="surrogateescape")


def _undone(file: PatchedFile, after: bytes) -> tuple[bytes | None, int]:
    """The bytes before the diff, or None and the first line at which it does not fit."""
    rows = after.decode("latin-1").split("\n")
    before: list[str] = []
    done = 0
    for hunk in file:
        # a hunk that adds nothing starts after the line it names
        start = hunk.target_start - 1 if hunk.target_length else hunk.target_start
        before += rows[done:start]
        for offset, line in enumerate(hunk.target_lines()):
            at = start + offset
            if at >= len(rows) or rows[at].rstrip("\r") != line.value.rstrip("\r\n"):
                return None, at + 1
        before += [line.value.removesuffix("\n") for line in hunk.source_lines()]
        done = start + hunk.target_length
    return "\n".join(before + rows[done:]).encode("latin-1"), 0
