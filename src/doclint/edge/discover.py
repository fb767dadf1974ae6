"""Which files a run reads."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.config import Config

    _Ruling = tuple[int, pathspec.GitIgnoreSpec]

_SUFFIXES = frozenset({".py", ".pyi", ".ipynb"})


class NoSuchPath(Exception):
    """A path named on the command line does not exist."""


def discover(paths: Sequence[str], config: Config) -> list[str]:
    """Python files and notebooks under the paths, sorted and each once, named relative to where the user named them.

    Excludes hold for files named directly too: pre-commit passes names. Symbolic links to folders are not followed,
    so a loop of folders ends.

    Raises:
        NoSuchPath: for a path that does not exist.
    """
    excluded = pathspec.GitIgnoreSpec.from_lines([*config.exclude, *config.extend_exclude])
    found: set[str] = set()
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise NoSuchPath(f"{name}: no such file or folder")
        if path.is_dir():
            found.update(_walk(path, excluded, config.respect_gitignore))
        elif not excluded.match_file(_relative(path)):
            found.add(str(path))
    return sorted(found)


def chosen(names: Sequence[str], paths: Sequence[str], config: Config) -> list[str]:
    """The names of Python files, on disk or not, that lie at or under the paths and are not excluded."""
    excluded = pathspec.GitIgnoreSpec.from_lines([*config.exclude, *config.extend_exclude])
    places = [Path(path).absolute() for path in paths]
    return [
        name
        for name in names
        if _suffix(name) in _SUFFIXES
        and not excluded.match_file(_relative(Path(name)))
        and any(Path(os.path.normpath(Path(name).absolute())).is_relative_to(place) for place in places)
    ]


def _walk(folder: Path, excluded: pathspec.GitIgnoreSpec, respect_gitignore: bool) -> Iterator[str]:
    """The files below a folder; whole paths are strings, since a Path for every entry doubles the time of the walk."""
    start = "" if folder == Path() else str(folder).rstrip(os.sep) + os.sep
    # folders still to be read, each with the patterns that rule there; those count from the folder whose length is told
    waiting: list[tuple[str, list[_Ruling]]] = [("", [(0, excluded)])]
    while waiting:
        here, ruling = waiting.pop()
        entries = _entries(start + here)
        if respect_gitignore and any(entry.name == ".gitignore" and entry.is_file() for entry in entries):
            lines = Path(start + here, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
            ruling = [*ruling, (len(here), pathspec.GitIgnoreSpec.from_lines(lines))]
        for entry in entries:
            place = here + entry.name
            if entry.is_dir(follow_symlinks=False):
                if not _ignored(place + os.sep, ruling):
                    waiting.append((place + os.sep, ruling))
            elif _suffix(entry.name) in _SUFFIXES and not entry.is_dir() and not _ignored(place, ruling):
                yield start + place


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder; nothing where it may not be read."""
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        return list(entries)
    return []


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1]  # noqa: PTH122 - see `_walk`


def _ignored(place: str, ruling: Sequence[_Ruling]) -> bool:
    return any(spec.match_file(place[start:]) for start, spec in ruling)


def _relative(path: Path) -> str:
    """The path below the working folder, the place excludes are written for; a path outside stands as it is."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return path.name
