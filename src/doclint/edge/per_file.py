"""What the settings are for one file: `per-file-ignores`, and whose Python versions count."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from doclint.model.config import Config


def settings_for(path: str, config: Config) -> Config:
    """The configuration without the rules that `per-file-ignores` takes away from the path.

    Outside the working folder, `requires-python` is not known.

    Patterns are those of .gitignore, as in `exclude`, and are matched below the working folder.
    """
    if config.requires_python and _is_elsewhere(path):
        # a file of another project may well support older versions than the project in the working folder
        config = replace(config, requires_python="")
    if not config.per_file_ignores:
        return config
    place = _relative(path)
    codes = [code for pattern, codes in config.per_file_ignores if _spec(pattern).match_file(place) for code in codes]
    return replace(config, ignore=(*config.ignore, *codes)) if codes else config


@lru_cache(maxsize=64)
def _spec(pattern: str) -> pathspec.GitIgnoreSpec:
    return pathspec.GitIgnoreSpec.from_lines([pattern])


def _relative(path: str) -> str:
    """The path below the working folder; one outside stands as its name, which a pattern such as `*.py` still meets."""
    try:
        return str(Path(path).absolute().relative_to(Path.cwd()))
    except ValueError:
        return Path(path).name


def _is_elsewhere(path: str) -> bool:
    """Whether a path lies outside the working folder; names below it, nearly all, are told by their first letters."""
    return path.startswith(("/", "..")) and not Path(os.path.normpath(Path(path).absolute())).is_relative_to(Path.cwd())
