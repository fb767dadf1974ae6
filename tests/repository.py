"""Real git repositories in a temporary folder."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# a fixed time, so that commits have the same ids and ages on every run
_CLOCK = "2024-01-01T12:00:00+00:00"


@dataclass(frozen=True)
class Repository:
    """A work tree with the few moves that the tests make."""

    root: Path

    def git(self, *arguments: str, date: str = _CLOCK) -> str:
        """What git prints, without the user's own configuration."""
        environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_DATE": date,
        }
        identity = (
            "-c",
            "user.name=Someone",
            "-c",
            "user.email=someone@example.com",
            "-c",
            "protocol.file.allow=always",
        )
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=self.root, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def write(self, **files: str) -> None:
        """Writes modules by name: `write(app="x = 1")` writes app.py."""
        for name, text in files.items():
            (self.root / f"{name}.py").write_text(text, encoding="utf-8")

    def commit(self, message: str = "Change", *, date: str = _CLOCK) -> None:
        """Commits everything in the work tree."""
        self.git("add", "--all", date=date)
        self.git("commit", "--quiet", "--allow-empty", "--message", message, date=date)


def make_repository(root: Path) -> Repository:
    """A new repository without a commit."""
    root.mkdir(exist_ok=True, parents=True)
    repository = Repository(root)
    repository.git("init", "--quiet", "--initial-branch", "main")
    return repository
