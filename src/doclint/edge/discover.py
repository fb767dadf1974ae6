"""Which files a run reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.config import Config


def discover(paths: Sequence[str], config: Config) -> Iterator[Path]:
    """Python files under the paths, sorted."""
    for path in map(Path, paths):
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))
