"""The hook under the real pre-commit: a commit is blocked by an open question and passes once the reason is written.

Slow, because pre-commit builds the hook an environment of its own and installs the package with its dependencies.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import Repository, make_repository
from tests.source.test_cells import notebook as made

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
CUT = ("code", "import pandas as pd\nimport sklearn"), ("code", 'sure = df[df["score"] >= 0.8]')
WHY_CUT = ("markdown", "Below 0.8 the two raters disagree in one case of five, so those cases go to a person instead.")
UNEXPLAINED = "def stop(server):\n    try:\n        server.close()\n    except Exception:\n        pass\n"
EXPLAINED = UNEXPLAINED.replace(
    "        pass\n", "        pass  # the peer may have hung up already, which leaves nothing to close\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments: not the user's own, and built once for all tests here."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This checkout as a repository with one commit: pre-commit installs only what is committed."""
    hooks = make_repository(tmp_path_factory.mktemp("hooks"))
    for name in ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks.root / name)
    hooks.commit()
    return hooks


def commit(repository: Repository, home: Path) -> subprocess.CompletedProcess[str]:
    """Commits everything as a user would, hooks included."""
    repository.git("add", "--all")
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    # the hook must find the package that pre-commit installs, never the one under test
    environment.pop("PYTHONPATH", None)
    identity = ("-c", "user.name=Someone", "-c", "user.email=someone@example.com")
    command = ["git", *identity, "commit", "--message", "Change"]
    return subprocess.run(
        command, cwd=repository.root, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


def with_hook(repository: Repository, hooks: Repository, hook: str) -> None:
    """Installs the hook; the commit before it holds the configuration."""
    revision = hooks.git("rev-parse", "HEAD").strip()
    (repository.root / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.root}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n", encoding="utf-8"
    )
    repository.commit("Configure")
    command = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(command, cwd=repository.root, check=True, capture_output=True)


def test_blocks_until_the_reason_is_written(repository: Repository, hooks: Repository, home: Path) -> None:
    with_hook(repository, hooks, "doclint")
    repository.write(server=UNEXPLAINED)
    blocked = commit(repository, home)
    assert blocked.returncode == 1, blocked.stderr
    assert "server.py:4:5: WHY101 unexplained-swallow: Why is it safe to ignore Exception here" in blocked.stderr
    assert repository.git("log", "--format=%s").split() == ["Configure"]

    repository.write(server=EXPLAINED)
    passed = commit(repository, home)
    assert passed.returncode == 0, passed.stderr
    assert repository.git("log", "--format=%s").split() == ["Change", "Configure"]


def test_excludes_hold_for_the_names_that_pre_commit_passes(
    repository: Repository, hooks: Repository, home: Path
) -> None:
    with_hook(repository, hooks, "doclint")
    (repository.root / "doclint.toml").write_text('extend-exclude = ["legacy.py"]\n', encoding="utf-8")
    repository.write(legacy=UNEXPLAINED)
    assert commit(repository, home).returncode == 0


def test_a_notebook_is_answered_in_its_next_markdown_cell(
    repository: Repository, hooks: Repository, home: Path
) -> None:
    with_hook(repository, hooks, "doclint")
    notebook = repository.root / "raters.ipynb"
    notebook.write_bytes(made(*CUT))
    blocked = commit(repository, home)
    assert blocked.returncode == 1, blocked.stderr
    assert "raters.ipynb:cell 2:1:" in blocked.stderr
    assert "WHY142 decision-threshold" in blocked.stderr

    notebook.write_bytes(made(*CUT, WHY_CUT))
    passed = commit(repository, home)
    assert passed.returncode == 0, passed.stderr


def test_the_staged_hook_asks_about_new_text_only(repository: Repository, hooks: Repository, home: Path) -> None:
    repository.write(old=UNEXPLAINED)
    with_hook(repository, hooks, "doclint-staged")
    repository.write(old=UNEXPLAINED + "\n\nprint('started')\n")
    passed = commit(repository, home)
    assert passed.returncode == 0, passed.stderr

    repository.write(new=UNEXPLAINED.replace("server", "client"))
    blocked = commit(repository, home)
    assert blocked.returncode == 1, blocked.stderr
    assert "new.py:4:5" in blocked.stderr
    assert "old.py" not in blocked.stderr
