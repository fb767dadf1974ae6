"""The composite action: its script run by a real shell, against a shallow clone as CI makes them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from tests.repository import Repository

_ROOT = Path(__file__).parents[1]
_SWALLOW = "def {name}():\n    try:\n        work()\n    except Exception:\n        pass\n\n\n"


def steps() -> list[dict[str, Any]]:
    action = yaml.safe_load((_ROOT / "action.yml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = action["runs"]["steps"]
    return found


def test_no_input_is_pasted_into_a_script() -> None:
    assert [step["name"] for step in steps() if "${{" in step.get("run", "")] == []


@pytest.fixture
def runner(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A shallow checkout of a pull request's branch, and the environment that the runner gives a step."""
    repository.write(a=_SWALLOW.format(name="old"))
    repository.commit("main")
    repository.git("checkout", "-q", "-b", "topic")
    repository.write(a=_SWALLOW.format(name="old") + _SWALLOW.format(name="new"))
    repository.commit("topic")
    checkout = tmp_path / "checkout"
    origin = f"file://{repository.root}"
    repository.git("clone", "-q", "--depth", "1", "--branch", "topic", origin, str(checkout))
    monkeypatch.chdir(checkout)
    doclint = tmp_path / "doclint"
    doclint.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m doclint "$@"\n')
    doclint.chmod(0o755)
    return {
        **os.environ,
        "PYTHONPATH": str(_ROOT / "src"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_BASE_REF": "main",
        "RUNNER_TEMP": str(tmp_path),
        "DOCLINT": str(doclint),
        "PATHS": ".",
        "BASE": "",
        "FAIL_ON": "",
        "COMMENT": "true",
    }


def ask(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    script = next(step["run"] for step in steps() if step.get("id") == "ask")
    # the options that GitHub runs `shell: bash` with
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_pull_request_is_asked_about_what_it_adds(runner: dict[str, str], tmp_path: Path) -> None:
    done = ask(runner)
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("::warning file=a.py,line=11,") == done.stdout.count("::warning") == 1
    assert "1 question opened" in (tmp_path / "doclint.md").read_text()
    assert '"ruleId": "WHY101"' in (tmp_path / "doclint.sarif").read_text()
    assert (tmp_path / "summary.md").read_text().count("<!-- doclint -->") == 1


def test_a_push_is_asked_about_everything(runner: dict[str, str]) -> None:
    done = ask({**runner, "GITHUB_BASE_REF": "", "FAIL_ON": "never"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("::warning") == 2
