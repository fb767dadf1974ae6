"""`--fresh`, `--since`, `--compare` and `--fail-on new`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from doclint.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

    from tests.repository import Repository

SWALLOW = "def {name}():\n    try:\n        {name}er()\n    except Exception:{reason}\n        pass\n\n\n"
REASON = "  # the peer may be gone already, because servers drop idle clients, and nothing is left to clean up"


def swallow(*names: str, reason: str = "") -> str:
    return "".join(SWALLOW.format(name=name, reason=reason) for name in names)


def doclint(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture
def _history(repository: Repository) -> None:
    repository.write(a=swallow("load", "save"))
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.git("checkout", "-q", "-b", "topic")
    repository.write(a=swallow("load", reason=REASON) + swallow("save", "store"))
    repository.commit(date="2024-06-01T00:00:00+00:00")


@pytest.mark.usefixtures("_history")
def test_a_check_since_asks_about_young_lines_and_counts_the_others() -> None:
    result = doclint("check", "--since", "30d")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.py:18:5: WHY101")
    assert result.stdout.count("WHY101") == 1
    assert "1 more: show them with --all" in result.stdout
    assert doclint("check", "--since", "30d", "--all").stdout.count("WHY101") == 2


@pytest.mark.usefixtures("_history")
def test_a_report_puts_young_lines_first() -> None:
    findings = json.loads(doclint("report", "--fresh", "30d", "--format", "json").stdout)["files"][0]["findings"]
    assert [finding["fresh"] for finding in findings] == [False, True]
    shown = doclint("report", "--fresh", "30d").stdout
    assert shown.index("a.py:18") < shown.index("a.py:11")


@pytest.mark.usefixtures("_history")
def test_old_questions_alone_do_not_fail_a_check_since(repository: Repository) -> None:
    repository.commit("years later", date="2026-06-01T00:00:00+00:00")
    assert doclint("check", "--since", "30d").exit_code == 0
    assert doclint("check").exit_code == 1


def test_without_git_that_is_said_and_all_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text(swallow("load"))
    result = doclint("check", "--since", "30d")
    assert result.exit_code == 1
    assert "--since changes nothing: " in result.stderr


def test_an_age_is_a_number_with_a_unit() -> None:
    result = doclint("check", "--since", "3q")
    assert result.exit_code == 2
    assert "3q is no age: write 30d, 2w, 6m or 1y" in result.stderr


@pytest.mark.usefixtures("_history")
def test_a_comparison_tells_what_a_branch_opened_and_closed() -> None:
    told = json.loads(doclint("report", "--compare", "main", "--format", "json").stdout)["against"]
    assert [row["symbol"] for row in told["opened"]] == ["store"]
    assert [row["symbol"] for row in told["closed"]] == ["load"]
    assert told["score"] == 0
    assert "since main: score 0 → " in doclint("report", "--compare", "main").stdout


@pytest.mark.usefixtures("_history")
def test_only_opened_questions_fail_on_new(repository: Repository) -> None:
    assert doclint("report", "--compare", "main", "--fail-on", "new").exit_code == 1
    repository.write(a=swallow("load", reason=REASON) + swallow("save"))
    assert doclint("report", "--compare", "main", "--fail-on", "new").exit_code == 0
    assert doclint("report", "--fail-on", "new").exit_code == 2


@pytest.mark.usefixtures("_history")
def test_files_that_a_branch_deletes_or_adds_count(repository: Repository) -> None:
    repository.write(b=swallow("fresh").replace("Exception", "BaseException"))
    (repository.root / "a.py").unlink()
    told = json.loads(doclint("report", "--compare", "main", "--format", "json").stdout)["against"]
    assert [row["symbol"] for row in told["opened"]] == ["fresh"]
    assert sorted(row["symbol"] for row in told["closed"]) == ["load", "save"]
