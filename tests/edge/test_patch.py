"""A unified diff gives back what was before it, or says where it does not fit."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doclint.edge.patch import BadPatch, changed_by

if TYPE_CHECKING:
    from tests.repository import Repository

lines = st.lists(st.sampled_from(["x = 1\n", "\n", "y = 2\r\n", "z = 'é'\n", "if x:\n", "    pass\n"]), max_size=12)


def squeezed(data: bytes | None) -> bytes:
    return b"".join((data or b"").split())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines, lines)
def test_undoing_a_diff_gives_what_was_before(tmp_path: Path, before: list[str], after: list[str]) -> None:
    (tmp_path / "a.py").write_bytes("".join(after).encode())
    patch = "".join(difflib.unified_diff(before, after, "a/a.py", "b/a.py"))
    change = changed_by(patch.encode(), [tmp_path])
    if before == after:
        assert change == ()
    else:
        assert [squeezed(file.before) for file in change] == [squeezed("".join(before).encode())]


def test_renamed_new_and_deleted_files_of_a_git_diff(repository: Repository) -> None:
    repository.write(old="x = 1\n" * 9, gone="y = 1\n")
    repository.commit()
    repository.git("mv", "old.py", "new.py")
    Path("gone.py").unlink()
    repository.write(fresh="z = 1\n")
    repository.git("add", "--all")
    change = changed_by(repository.git("diff", "--cached").encode(), [repository.root])
    told = {file.path: (file.before.count(b"="), file.after and file.after.count(b"=")) for file in change}
    assert told == {"new.py": (9, 9), "gone.py": (1, None), "fresh.py": (0, 1)}


def test_files_are_found_below_the_first_root_that_fits(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "a.py").write_text("other\n")
    (inner / "a.py").write_text("new\n")
    patch = b"--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-old\n+new\n"
    assert [file.before for file in changed_by(patch, [tmp_path, inner])] == [b"old\n"]


def test_a_diff_that_does_not_fit_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\nthree\n")
    patch = b"--- a/a.py\n+++ b/a.py\n@@ -1 +1,2 @@\n one\n+two\n"
    with pytest.raises(BadPatch, match=r"a\.py:2: the file does not say"):
        changed_by(patch, [tmp_path])


def test_a_diff_of_a_missing_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(BadPatch, match=r"a\.py: no such file"):
        changed_by(b"--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-old\n+new\n", [tmp_path])


@pytest.mark.parametrize("text", [b"hello\n", b"\x00\xff", b"--- a/a.py\n+++ b/a.py\n@@ -1,5 +1,5 @@\n-old\n+new\n"])
def test_what_is_no_diff_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(BadPatch, match="diff"):
        changed_by(text, [tmp_path])


def test_no_difference_is_no_change(tmp_path: Path) -> None:
    assert changed_by(b"", [tmp_path]) == ()
