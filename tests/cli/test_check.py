"""What `doclint check` prints and exits with; a script or a hook relies on both."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import doclint
from doclint.cli import cli

OPEN = "try:\n    work()\nexcept Exception:\n    pass\n"
CLEAN = "print('nothing to ask')\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("open.py").write_text(OPEN)
    Path("clean.py").write_text(CLEAN)


def check(*arguments: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(cli, ["check", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_finding_is_one_clickable_line() -> None:
    result = check("open.py")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith("open.py:3:1: WHY101 unexplained-swallow: Why ")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("clean.py",), 0),
        (("open.py",), 1),
        ((), 1),
        (("open.py", "--exit-zero"), 0),
        (("open.py", "--fail-on", "never"), 0),
        (("open.py", "--fail-on", "error"), 0),
        (("open.py", "--fail-on", "never", "--fail-under", "50"), 1),
        (("clean.py", "--fail-under", "50"), 0),
        (("open.py", "--ignore", "WHY101"), 0),
        (("open.py", "--ignore", "unexplained-swallow"), 0),
        (("open.py", "--select", "WHY5"), 0),
        (("open.py", "--select", "ALL"), 1),
        (("missing.py",), 2),
        (("open.py", "--select", "WHY999"), 2),
        (("open.py", "--fail-on", "sometimes"), 2),
        (("open.py", "--config", "missing.toml"), 2),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    assert check(*arguments).exit_code == code


def test_what_cannot_be_read_outranks_findings_and_hides_none() -> None:
    Path("broken.py").write_text("def f(:\n")
    result = check(".", "--exit-zero")
    assert result.exit_code == 3
    assert "broken.py:1" in result.stdout
    assert "open.py:3:1: WHY101" in result.stdout


def test_a_misspelt_rule_is_named_with_its_nearest() -> None:
    result = check("open.py", "--select", "unexplained-swalow")
    assert result.stdout == ""
    assert "did you mean `unexplained-swallow`?" in result.stderr


def test_standard_input_has_the_name_it_is_given() -> None:
    result = check("-", "--stdin-filename", "pkg/buffer.py", stdin=OPEN)
    assert result.exit_code == 1
    assert result.stdout.startswith("pkg/buffer.py:3:1: WHY101")


def test_standard_input_named_like_a_test_is_not_asked() -> None:
    assert check("-", "--stdin-filename", "tests/test_x.py", stdin=OPEN).exit_code == 0


def test_standard_input_obeys_per_file_ignores() -> None:
    Path("doclint.toml").write_text('[per-file-ignores]\n"scripts/*" = ["WHY101"]\n')
    assert check("-", "--stdin-filename", "scripts/a.py", stdin=OPEN).exit_code == 0
    assert check("-", "--stdin-filename", "src/a.py", stdin=OPEN).exit_code == 1


def test_statistics_count_each_rule() -> None:
    Path("more.py").write_text(OPEN + OPEN)
    result = check(".", "--statistics")
    assert result.exit_code == 1
    (row,) = [line for line in result.stdout.splitlines() if "WHY101" in line]
    assert row.split()[:1] == ["3"] or row.split()[1] == "3"


def test_an_empty_folder_says_so() -> None:
    Path("empty").mkdir()
    result = check("empty")
    assert result.exit_code == 0
    assert "no Python files" in result.stdout


def test_the_program_itself_exits_with_the_code_and_keeps_standard_output_clean() -> None:
    # the package under test need not be installed, and the working folder is not its own
    environment = {**os.environ, "PYTHONPATH": str(Path(doclint.__file__).parents[1])}
    command = [sys.executable, "-m", "doclint", "check", "open.py"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("open.py:3:1: WHY101")
