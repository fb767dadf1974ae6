"""Which files a run reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.config import Config

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
        if os.path.splitext(name)[1] in _SUFFIXES  # noqa: PTH122 - as below
        and not excluded.match_file(_relative(Path(name)))
        and any(Path(os.path.normpath(Path(name).absolute())).is_relative_to(place) for place in places)
    ]


def _walk(folder: Path, excluded: pathspec.GitIgnoreSpec, respect_gitignore: bool) -> Iterator[str]:
    # each with the folder that its patterns count from: "" or a beginning of the places below it
    ignores = [("", excluded)]
    for root, folders, files in os.walk(folder):
        inside = os.path.relpath(root, folder)
        here = "" if inside == os.curdir else inside + os.sep
        if respect_gitignore and ".gitignore" in files:
            lines = Path(root, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
            ignores.append((here, pathspec.GitIgnoreSpec.from_lines(lines)))
        # cut once for a folder: paths made relative entry by entry took half the time of a run without work
        ruling = [(len(above), spec) for above, spec in ignores if here.startswith(above)]
        folders[:] = sorted(name for name in folders if not _ignored(f"{here}{name}/", ruling))
        for name in files:
            suffix = os.path.splitext(name)[1]  # noqa: PTH122 - a Path for every entry doubles the time of the walk
            if suffix in _SUFFIXES and not _ignored(here + name, ruling):
                yield str(Path(root, name))


def _ignored(place: str, ruling: Sequence[tuple[int, pathspec.GitIgnoreSpec]]) -> bool:
    return any(spec.match_file(place[start:]) for start, spec in ruling)


def _relative(path: Path) -> str:
    """The path below the working folder, the place excludes are written for; a path outside stands as it is."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return path.name
