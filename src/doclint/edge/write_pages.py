"""A folder of pages, without those that an earlier run left and this one did not write."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from doclint.edge.write import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable

# which pages are ours: a folder named by mistake must lose nothing that doclint did not put there
_LIST = ".doclint-pages"
_MARK = '<meta name="generator" content="doclint'
# the mark stands in the head, within the first lines
_HEAD = 1000


def write_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Writes texts below a folder, which is made where it is missing, and removes the pages of files that are gone.

    Raises:
        OSError: when a folder or file cannot be written; the files before it are then in place.
    """
    before = _listed(folder)
    written: set[str] = set()
    for name, text in pages:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text)
        written.add(name)
    for name in sorted(before - written):
        _remove(folder, name)
    write_atomically(folder / _LIST, "".join(f"{name}\n" for name in sorted(written)))


def _listed(folder: Path) -> set[str]:
    try:
        names = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {name for name in names if not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts}


def _remove(folder: Path, name: str) -> None:
    """A page of an earlier run; one that somebody wrote over since then has no mark and stays."""
    path = folder / name
    with suppress(OSError, UnicodeDecodeError):
        with path.open(encoding="utf-8") as page:
            is_ours = not path.is_symlink() and _MARK in page.read(_HEAD)
        if is_ours:
            path.unlink()
