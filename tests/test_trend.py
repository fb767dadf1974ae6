"""The score through history: read from git's objects, and the same whatever the work tree holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from doclint.cli import cli
from doclint.edge.git import GitProblem
from doclint.model.config import Config
from doclint.model.trend import Point
from doclint.render.trend import render_svg, render_text
from doclint.trend import trend
from tests.repository import Repository, make_repository

if TYPE_CHECKING:
    from pathlib import Path

SWALLOW = "try:\n    f()\nexcept Exception:\n    pass\n"
CONFIG = Config(select=("WHY101",))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Three commits: one question, two, and one of them answered."""
    made = make_repository(tmp_path)
    monkeypatch.chdir(tmp_path)
    made.write(a=SWALLOW)
    made.commit(date="2024-01-01T12:00:00+00:00")
    made.git("tag", "-a", "v1", "-m", "one")
    made.write(b=SWALLOW)
    made.commit(date="2024-02-01T12:00:00+00:00")
    made.write(b=SWALLOW.replace("pass", "pass  # since the peer sends every row again within the hour"))
    made.commit(date="2024-03-01T12:00:00+00:00")
    made.git("tag", "v2")
    return made


def test_each_commit_of_a_range_is_a_point(repository: Repository) -> None:
    points = trend("v1..", ["."], CONFIG)
    assert [(point.day, point.asked, point.open) for point in points] == [
        ("2024-01-01", 1, 1),
        ("2024-02-01", 2, 2),
        ("2024-03-01", 2, 1),
    ]


def test_tags_are_points_by_name(repository: Repository) -> None:
    assert [(point.name, point.open) for point in trend("tags", ["."], CONFIG)] == [("v1", 1), ("v2", 1)]


def test_the_work_tree_is_neither_read_nor_changed(repository: Repository) -> None:
    before = trend("v1..", ["."], CONFIG)
    (repository.root / "a.py").write_text("x = 1\n", encoding="utf-8")
    state = repository.git("status", "--porcelain")
    assert trend("v1..", ["."], CONFIG) == before
    assert repository.git("status", "--porcelain") == state


def test_paths_narrow_the_trend(repository: Repository) -> None:
    assert [point.asked for point in trend("v1..", ["b.py"], CONFIG)] == [0, 1, 1]


@pytest.mark.parametrize("revisions", ["nope..", "nope", "--all..", "-1"])
def test_what_git_does_not_know_is_said(repository: Repository, revisions: str) -> None:
    with pytest.raises(GitProblem):
        trend(revisions, ["."], CONFIG)


def test_the_command_writes_each_format(repository: Repository) -> None:
    result = CliRunner().invoke(cli, ["report", "--trend", "v1..", "--format", "jsonl"])
    assert [json.loads(line)["day"] for line in result.output.splitlines()] == [
        "2024-01-01",
        "2024-02-01",
        "2024-03-01",
    ]
    refused = CliRunner().invoke(cli, ["report", "--trend", "v1..", "--format", "junit"])
    assert refused.exit_code == 2


def test_a_picture_is_well_formed_whatever_a_tag_is_called() -> None:
    points = [Point('<"&>\u202e', "0" * 40, "2024-01-01", None, 0, 0), Point("b", "1" * 40, "2024-01-02", 50.0, 4, 2)]
    picture = ElementTree.fromstring(render_svg(points))
    assert picture.tag.endswith("svg")
    assert "\u202e" not in render_svg(points) + render_text(points)


def test_a_bare_clone_has_the_same_history(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = trend("v1..", ["."], CONFIG)
    repository.git("clone", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert trend("v1..", ["."], CONFIG) == before
