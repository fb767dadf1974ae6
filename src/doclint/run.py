"""The table of contents of the program: discover -> lint -> report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.edge.discover import discover
from doclint.lint import lint_source
from doclint.model.report import Failure, FileReport, Report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from doclint.model.config import Config


def run(paths: Sequence[str], config: Config, *, details: bool = False) -> Report:
    """The report over all files under the paths."""
    return Report(tuple(_lint_file(path, config, details) for path in discover(paths, config)))


def _lint_file(path: Path, config: Config, details: bool) -> FileReport:
    try:
        data = path.read_bytes()
    except OSError as error:
        return FileReport(str(path), failure=Failure("io", error.strerror or str(error)))
    return lint_source(data, str(path), config, details=details)
