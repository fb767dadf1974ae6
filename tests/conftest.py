"""What several tests stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.repository import Repository, make_repository

if TYPE_CHECKING:
    from pathlib import Path

# a git hook or a CI service around the tests must not steer the git and the formats under test
_SURROUNDINGS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*_SURROUNDINGS, "CI", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository that is also the working folder."""
    made = make_repository(tmp_path / "project")
    monkeypatch.chdir(made.root)
    return made
