"""What `per-file-ignores` makes of the settings for one file."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from doclint.model.config import Config


def settings_for(path: str, config: Config) -> Config:
    """The configuration with the rules that `per-file-ignores` takes away from the path.

    Patterns are those of .gitignore, as in `exclude`, and are matched below the working folder.
    """
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
