"""`--jobs`, the cache and what a run loads: time changes, results do not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import cli

SOURCE = "try:\n    f()\nexcept KeyError:\n    pass\n"
PARSERS = {"libcst", "radon", "rich", "multiprocessing", "doclint.lint", "doclint.rules", "doclint.source.read"}


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOCLINT_CACHE_DIR", raising=False)
    Path("pyproject.toml").touch()
    Path("m.py").write_text(SOURCE)


def output(*arguments: str) -> str:
    result = CliRunner().invoke(cli, list(arguments))
    assert result.exit_code in {0, 1}, result.output
    return result.output


def test_the_cache_lies_in_the_project_root_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("folder").mkdir()
    cold = output("check", "m.py")
    assert output("check", "m.py") == cold == output("check", "m.py", "--no-cache")
    monkeypatch.chdir("folder")
    output("check", "../m.py")
    assert Path("../.doclint_cache/reports.sqlite").exists()
    assert not Path(".doclint_cache").exists()
    assert "2 reports" in output("cache", "info")
    assert "freed" in output("cache", "clear")
    assert "0 reports" in output("cache", "info")


def test_no_cache_writes_nothing() -> None:
    output("check", "m.py", "--no-cache")
    assert not Path(".doclint_cache").exists()


def test_the_cache_folder_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    output("check", "m.py", "--cache-dir", "here")
    monkeypatch.setenv("DOCLINT_CACHE_DIR", "there")
    output("report", "m.py")
    assert Path("here/reports.sqlite").exists()
    assert Path("there/reports.sqlite").exists()
    assert not Path(".doclint_cache").exists()


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5"])
def test_jobs_are_a_number_or_auto(jobs: str) -> None:
    result = CliRunner().invoke(cli, ["check", "m.py", "--jobs", jobs])
    assert result.exit_code == 2
    assert "auto" in result.output


def loaded(*arguments: str) -> set[str]:
    """The modules loaded at the end of a run in a process of its own."""
    code = (
        "import atexit, sys; sys.argv[1:] = " + repr(list(arguments)) + "\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=open('loaded', 'w')))\n"
        "from doclint.__main__ import main; main()"
    )
    source = Path(__file__).parents[2] / "src"
    environment = {**os.environ, "PYTHONPATH": str(source)}
    subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    return set(Path("loaded").read_text().split())


def test_a_warm_run_loads_no_parser() -> None:
    assert "libcst" in loaded("check", "m.py")
    assert not loaded("check", "m.py") & PARSERS


def test_the_version_loads_neither_verbs_nor_rules_nor_click() -> None:
    assert not loaded("--version") & {*PARSERS, "doclint.run", "sqlite3", "pathspec", "click"}
