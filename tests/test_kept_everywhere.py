"""Every way to a report goes through the cache: what was judged once is not judged again, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from click.testing import CliRunner

from doclint.cli import cli
from doclint.model.config import Config
from doclint.model.effort import Effort
from doclint.trend import trend

if TYPE_CHECKING:
    from tests.repository import Repository

SWALLOW = "try:\n    f()\nexcept Exception:\n    pass\n"


@pytest.fixture(autouse=True)
def _history(repository: Repository) -> None:
    repository.write(a=SWALLOW)
    repository.commit(date="2024-01-01T12:00:00+00:00")
    repository.git("tag", "v1")
    repository.write(a=SWALLOW + SWALLOW, b=SWALLOW)
    repository.commit(date="2024-02-01T12:00:00+00:00")


def refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("judged or read again")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "."],
        ["check", "--diff", "v1"],
        ["report", "--compare", "v1"],
        ["report", "--format", "json", "--details"],
        ["report", "--format", "html", "--single-file"],
        ["report", "--trend", "v1.."],
    ],
    ids=" ".join,
)
def test_the_second_run_judges_nothing_and_says_the_same(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def output(*more: str) -> str:
        result = CliRunner().invoke(cli, [*arguments, *more], catch_exceptions=False)
        assert result.exit_code in {0, 1}
        return result.output

    plain = output("--no-cache")
    assert output() == plain
    assert output("--jobs", "3", "--no-cache") == plain
    monkeypatch.setattr("doclint.lint.lint_source", refuse)
    assert output() == plain


def test_staged_text_is_kept_too(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(c=SWALLOW)
    repository.git("add", "c.py")
    first = CliRunner().invoke(cli, ["check", "--staged"]).output
    assert "c.py" in first
    monkeypatch.setattr("doclint.lint.lint_source", refuse)
    assert CliRunner().invoke(cli, ["check", "--staged"]).output == first


def test_history_finds_what_the_work_tree_left_without_reading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    effort = Effort(cache=str(Path.cwd() / ".doclint_cache"))
    whole = trend("v1..", ["."], Config(), effort)
    monkeypatch.setattr("doclint.trend.contents", refuse)
    assert trend("v1..", ["."], Config(), effort) == whole
    CliRunner().invoke(cli, ["cache", "clear"])
    CliRunner().invoke(cli, ["check", "."])
    # only the last commit has this file, and the work tree is that commit
    assert [point.asked for point in trend("v1..", ["b.py"], Config(), effort)] == [0, 1]
