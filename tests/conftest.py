"""What several tests stand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.repository import Repository, make_repository

if TYPE_CHECKING:
    from collections.abc import Callable

# a git hook or a CI service around the tests must not steer the git and the formats under test
_SURROUNDINGS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY")

# a busy machine must not fail a property that holds
settings.register_profile("doclint", deadline=None)
settings.load_profile("doclint")


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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="rewrite the expected output; review the diff")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in the folder `snapshots` beside the test."""
    folder = Path(request.path).parent / "snapshots"

    def check(name: str, text: str) -> None:
        expected = folder / name
        if request.config.getoption("--update-snapshots"):
            folder.mkdir(exist_ok=True)
            expected.write_text(text, encoding="utf-8", newline="")
        assert text == expected.read_text(encoding="utf-8")

    return check
