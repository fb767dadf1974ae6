"""Settings: what is unknown is refused by name, and `doclint config` tells what runs and why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from doclint.cli import cli

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("selct = []", "unknown key `selct`; did you mean `select`?"),
        ("zzz = 1", "unknown key `zzz`; known keys: exclude, "),
        ("select = 'WHY1'", "`select` is a list of strings"),
        ("top = true", "`top` is a int"),
        ("fail-on = 'often'", "`fail-on` is one of "),
        ("per-file-ignores = ['x']", "`per-file-ignores` maps patterns to lists of rules"),
        ("select = ['unexplained-swalow']", "did you mean `unexplained-swallow`?"),
        ("[per-file-ignores]\n'*' = ['WHY10x']", "no rule is called `WHY10x`"),
        ("select = [", "not valid TOML"),
    ],
)
def test_bad_settings_exit_2_and_say_where(settings: str, said: str) -> None:
    Path("doclint.toml").write_text(settings)
    for verb in ("check", "report", "config"):
        result = run(verb)
        assert result.exit_code == 2
        assert said in result.stderr


def test_tool_that_is_no_table() -> None:
    Path("pyproject.toml").write_text("[tool]\ndoclint = 3\n")
    result = run("config")
    assert result.exit_code == 2
    assert "[doclint]" in result.stderr


def test_config_is_toml_that_says_where_each_setting_came_from() -> None:
    Path("pyproject.toml").write_text(
        '[project]\nname = "x"\nrequires-python = ">=3.9"\n'
        '[tool.doclint]\nignore = ["WHY103"]\ntop = 10\n[tool.doclint.per-file-ignores]\n"a\\"b.py" = ["WHY1"]\n'
    )
    result = run("config")
    assert result.exit_code == 0
    told = tomllib.loads(result.stdout)
    assert told["ignore"] == ["WHY103"]
    assert told["requires-python"] == ">=3.9"
    assert told["per-file-ignores"] == {'a"b.py': ["WHY1"]}
    rows = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in result.stdout.splitlines() if " = " in line}
    file = str(Path.cwd() / "pyproject.toml")
    # set to its default value is still set
    assert (rows["ignore"], rows["top"], rows["fail-on"]) == (file, file, "default")
    assert rows["requires-python"] == f"{file} [project]"
    rules = result.stdout.splitlines()[-1]
    assert "WHY101" in rules
    assert "WHY103" not in rules


def test_the_nearest_settings_file_wins() -> None:
    Path("doclint.toml").write_text("top = 3\n")
    Path("sub").mkdir()
    Path("sub", "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert f"top = 3  # {Path.cwd() / 'doclint.toml'}" in run("config").stdout
