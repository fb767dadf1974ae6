"""How far a long run is, on one line of stderr that is gone when the run ends."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.model.report import FileReport

# a run that ends within a second needs no comfort, and a terminal no more than ten lines a second
_PATIENCE = 1.0
_INTERVAL = 0.1


class Progress:
    """Counts reports; silent unless wanted and stderr is a terminal. `files` is None where that is not known."""

    def __init__(self, files: int | None, wanted: bool) -> None:
        self._files = files
        self._started = self._told = time.monotonic()
        self._done = self._lines = self._questions = 0
        self._wanted = wanted and sys.stderr.isatty()
        self._shown = False

    def add(self, report: FileReport) -> None:
        """One more file is done."""
        self._done += 1
        self._lines += report.lines
        self._questions += len(report.findings)
        now = time.monotonic()
        if self._wanted and now - self._started > _PATIENCE and now - self._told > _INTERVAL:
            self._told, self._shown = now, True
            rate = self._lines / (now - self._started)
            # padded, as a shorter line would leave the end of the one before
            of = "" if self._files is None else f"/{self._files}"
            line = f"{self._done}{of} files, {rate:,.0f} lines/s, {self._questions} questions so far"
            sys.stderr.write(f"\r{line:<78}")
            sys.stderr.flush()

    def note(self, message: str) -> None:
        """Tells what a user must know, whether or not progress is wanted."""
        self.close()
        sys.stderr.write(f"doclint: {message}\n")

    def close(self) -> None:
        """Leaves the terminal as it was."""
        if self._shown:
            sys.stderr.write(f"\r{'':<78}\r")
            sys.stderr.flush()
