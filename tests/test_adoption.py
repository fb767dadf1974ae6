"""A team adopts doclint: a baseline for what is there, a gate for what is new, and nothing that comes back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.repository import Repository

_ROOT = Path(__file__).parents[1]
_OLD = """\
def load(path):
    try:
        return open(path).read()
    except Exception:
        pass


def save(path, text):
    try:
        open(path, "w").write(text)
    except Exception:
        pass
"""
_SILENT = """\


def close(connection):
    try:
        connection.close()
    except Exception:
        pass
"""
_REASON = "  # the peer may be gone already, because servers drop idle clients, and nothing is left to clean up"
_ANSWERED = _SILENT.replace("except Exception:", f"except Exception:{_REASON}")

_LOCAL_HOOK = """\
repos:
  - repo: local
    hooks:
      - id: doclint-staged
        name: doclint
        entry: {python} -m doclint check --staged
        language: system
        types_or: [python, pyi, jupyter]
        require_serial: true
        exclude: ^legacy/
"""


def doclint(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "doclint", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def commit(repository: Repository, message: str) -> str:
    """What the hook says about a commit of everything; empty where the commit went through."""
    try:
        repository.commit(message)
    except subprocess.CalledProcessError as error:
        return f"{error.stdout}{error.stderr}"
    return ""


@pytest.fixture
def adopted(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Repository:
    """A repository with a history, a baseline, and the hook installed by the real pre-commit."""
    monkeypatch.setenv("PYTHONPATH", str(_ROOT / "src"))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    repository.write(store="x = 1\n")
    repository.commit("start")
    repository.write(store=_OLD)
    repository.commit("grow")
    assert doclint("baseline").stdout == ".doclint-baseline.json: 2 accepted (2 new, 0 answered)\n"
    Path(".pre-commit-config.yaml").write_text(_LOCAL_HOOK.format(python=sys.executable))
    repository.commit("adopt doclint")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], check=True, capture_output=True)
    return repository


def test_the_life_of_a_gate(adopted: Repository) -> None:
    adopted.write(store=_OLD + _SILENT)
    blocked = commit(adopted, "close without a word")
    assert blocked.count("WHY101") == 1
    assert "store.py:18:5: WHY101" in blocked

    adopted.write(store=_OLD + _ANSWERED)
    assert commit(adopted, "close, with the reason") == ""

    load, _, rest = (_OLD + _ANSWERED).partition("\n\n\ndef save")
    adopted.write(store=f"def save{rest}", reading="class Reader:\n" + indent(load, "    ") + "\n")
    assert commit(adopted, "move load into a class of another file") == ""
    assert doclint("check").returncode == 0
    assert entries() == [["reading.py", "Reader.load"], ["store.py", "save"]]

    adopted.write(store=f"def save{rest}".replace("Exception:\n", f"Exception:{_REASON}\n", 1))
    assert "1 answered, 1 left" in doclint("check").stderr
    assert entries() == [["reading.py", "Reader.load"]]
    assert commit(adopted, "answer an old spot") == ""


def test_excludes_of_pre_commit_and_of_doclint_hold(adopted: Repository) -> None:
    for folder in ("legacy", "generated", "lib"):
        Path(folder).mkdir()
        adopted.write(**{f"{folder}/close": _SILENT})
    Path("doclint.toml").write_text('extend-exclude = ["generated"]\n')
    blocked = commit(adopted, "three copies")
    assert [line.split(":")[0] for line in blocked.splitlines() if "WHY101" in line] == ["lib/close.py"]


def entries() -> list[list[str]]:
    return [row[:2] for row in json.loads(Path(".doclint-baseline.json").read_text())["findings"]]


_OWN_HOOK = """\
repos:
  - repo: {root}
    rev: {revision}
    hooks:
      - id: {hook}
"""


@pytest.mark.slow
@pytest.mark.parametrize("hook", ["doclint", "doclint-staged"])
def test_the_hooks_of_this_checkout(repository: Repository, tmp_path: Path, hook: str) -> None:
    """pre-commit itself clones the checkout, builds it in a fresh environment and runs the hook."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    head = ["git", "-C", str(_ROOT), "rev-parse", "HEAD"]
    asked = subprocess.run(head, capture_output=True, text=True, check=False)
    if asked.returncode:
        pytest.skip("pre-commit clones a repository, and this is a bare copy of one")
    revision = asked.stdout.strip()
    config = _OWN_HOOK.format(root=_ROOT, revision=revision, hook=hook)
    Path(".pre-commit-config.yaml").write_text(config)
    for text, code in ((_SILENT, 1), (_ANSWERED, 0)):
        repository.write(store=text)
        repository.git("add", "--all")
        command = [sys.executable, "-m", "pre_commit", "run"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        assert ("WHY101" in done.stdout) == bool(code)
