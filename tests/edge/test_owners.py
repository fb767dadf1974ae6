"""Owners come from the CODEOWNERS file above, the last matching line first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.edge.owners import owners_of

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_line_that_matches_decides(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "CODEOWNERS").write_text("# ours\n* @all\n/pkg/ @core @ana  # both\n*.ipynb\n")
    below = tmp_path / "pkg"
    below.mkdir()
    paths = ["a.py", "deep/b.py", "study.ipynb"]
    assert owners_of(paths, below) == {"a.py": ("@core", "@ana"), "deep/b.py": ("@core", "@ana")}
    assert owners_of(["setup.py"], tmp_path) == {"setup.py": ("@all",)}


def test_a_file_outside_has_no_owner(tmp_path: Path) -> None:
    inside = tmp_path / "repo"
    inside.mkdir()
    (inside / "CODEOWNERS").write_text("* @all\n")
    assert owners_of(["../other.py"], inside) == {}
    assert owners_of(["a.py"], tmp_path) == {}
