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
    ignores: dict[str, pathspec.GitIgnoreSpec] = {}
    for root, folders, files in os.walk(folder):
        if respect_gitignore and ".gitignore" in files:
            lines = Path(root, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
            ignores[root] = pathspec.GitIgnoreSpec.from_lines(lines)

        def keep(name: str, suffix: str = "", root: str = root) -> bool:
            path = os.path.join(root, name)  # noqa: PTH118 - a Path for every entry doubles the time of the walk
            inside = os.path.relpath(path, folder) + suffix
            if excluded.match_file(inside):
                return False
            return not any(
                path.startswith(above + os.sep) and spec.match_file(os.path.relpath(path, above) + suffix)
                for above, spec in ignores.items()
            )

        folders[:] = sorted(name for name in folders if keep(name, "/"))
        for name in files:
            if os.path.splitext(name)[1] in _SUFFIXES and keep(name):  # noqa: PTH122 - as above
                yield str(Path(root, name))


def _relative(path: Path) -> str:
    """The path below the working folder, the place excludes are written for; a path outside stands as it is."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return path.name
