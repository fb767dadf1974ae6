"""Several formats at once, each where it was asked for, and nothing written where that cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from doclint.cli import cli

if TYPE_CHECKING:
    from tests.repository import Repository


@pytest.fixture(autouse=True)
def _open_question(repository: Repository) -> None:
    repository.write(a="try:\n    work()\nexcept Exception:\n    pass\n")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments])


def test_files_and_standard_output_each_get_their_format() -> None:
    result = check("--output-format", "concise", "--output", "json=a.json", "--output", "jsonl=a.jsonl")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.py:3:1: WHY101")
    assert json.loads(Path("a.json").read_text())["asked"] == 1
    assert json.loads(Path("a.jsonl").read_text())["path"] == "a.py"


def test_a_bare_file_gets_the_one_format() -> None:
    assert check("--output-format", "json", "--output", "a.json").stdout == ""
    assert json.loads(Path("a.json").read_text())["asked"] == 1


def test_two_formats_on_standard_output_are_refused() -> None:
    result = check("--output-format", "json", "--output-format", "jsonl")
    assert result.exit_code == 2
    assert "json and jsonl cannot share standard output" in result.stderr


def test_a_missing_folder_is_refused_before_anything_is_written() -> None:
    Path("old.json").write_text("old")
    result = check("--output", "json=old.json", "--output", "jsonl=missing/a.jsonl")
    assert result.exit_code == 2
    assert "there is no folder missing" in result.stderr
    assert Path("old.json").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == [".git", "a.py", "old.json"]


def test_one_format_in_two_files_is_refused() -> None:
    assert check("--output", "json=a.json", "--output", "json=b.json").exit_code == 2


def test_a_folder_is_no_file() -> None:
    Path("out").mkdir()
    assert check("--output", "json=out").exit_code == 2


def test_on_github_annotations_and_the_job_summary_come_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("an earlier step\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert check().stdout.startswith("::warning file=a.py,line=3,endLine=4,title=WHY101")
    assert Path("summary.md").read_text().startswith("an earlier step\n<!-- doclint -->\n### doclint: 1 question")


def test_a_format_that_was_asked_for_beats_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert check("--output-format", "concise").stdout.startswith("a.py:3:1: WHY101")


def test_on_gitlab_code_quality_comes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    assert json.loads(check().stdout)[0]["check_name"] == "unexplained-swallow"
