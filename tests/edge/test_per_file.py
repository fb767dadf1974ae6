"""`per-file-ignores` takes rules away from the files its patterns meet, and from no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.edge.per_file import settings_for
from doclint.model.config import Config
from doclint.rules.selection import Selection

CONFIG = Config(per_file_ignores=(("scripts/*.py", ("WHY1",)), ("*_old.py", ("unused-suppression",))))


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("scripts/run.py", ("WHY1",)),
        ("scripts/run_old.py", ("WHY1", "unused-suppression")),
        ("src/deep/run_old.py", ("unused-suppression",)),
        ("src/run.py", ()),
        (str(Path.cwd() / "scripts" / "run.py"), ("WHY1",)),
        ("/elsewhere/run_old.py", ("unused-suppression",)),
    ],
)
def test_matches_below_the_working_folder(path: str, ignored: tuple[str, ...]) -> None:
    assert settings_for(path, CONFIG).ignore == ignored


def test_the_rules_do_not_run() -> None:
    codes = {rule.code for rule in Selection.of(settings_for("scripts/run.py", CONFIG)).rules}
    assert codes
    assert not [code for code in codes if code.startswith("WHY1")]


@pytest.mark.parametrize(
    ("path", "known"),
    [("src/a.py", True), (str(Path.cwd() / "a.py"), True), ("/elsewhere/a.py", False), ("../a.py", False)],
)
def test_python_versions_are_those_of_the_working_folder(path: str, known: bool) -> None:
    config = Config(requires_python=">=3.10")
    assert settings_for(path, config).requires_python == (">=3.10" if known else "")
