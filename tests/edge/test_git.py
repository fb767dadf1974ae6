"""Changes as git tells them, in all the repositories people have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doclint.edge.git import GitProblem, changed_in_index, changed_since
from tests.repository import Repository, make_repository

if TYPE_CHECKING:
    from doclint.model.change import ChangedFile


def texts(change: tuple[ChangedFile, ...]) -> dict[str, tuple[bytes, bytes | None]]:
    return {file.path: (file.before, file.after) for file in change}


def test_index_before_the_first_commit_is_all_new(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.git("add", "a.py")
    assert texts(changed_in_index()) == {"a.py": (b"", b"x = 1\n")}


def test_the_index_is_read_and_not_the_work_tree(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    repository.write(a="x = 2\n")
    repository.git("add", "a.py")
    repository.write(a="x = 3\n")
    assert texts(changed_in_index()) == {"a.py": (b"x = 1\n", b"x = 2\n")}


def test_a_branch_is_compared_with_its_merge_base(repository: Repository) -> None:
    repository.write(a="x = 1\n", b="y = 1\n")
    repository.commit()
    repository.git("checkout", "-q", "-b", "topic")
    repository.write(a="x = 2\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write(b="y = 2\n")
    repository.commit()
    repository.git("checkout", "-q", "topic")
    assert texts(changed_since("main")) == {"a.py": (b"x = 1\n", b"x = 2\n")}


def test_a_rename_keeps_what_was_before(repository: Repository) -> None:
    text = "".join(f"x{n} = {n}\n" for n in range(20))
    repository.write(a=text)
    repository.commit()
    repository.git("mv", "a.py", "b.py")
    repository.write(b=text + "new = 1\n")
    repository.git("add", "--all")
    assert texts(changed_in_index()) == {"b.py": (text.encode(), (text + "new = 1\n").encode())}


def test_deleted_and_untracked_files_are_part_of_a_change(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    Path("a.py").unlink()
    repository.write(b="y = 1\n")
    assert texts(changed_since("HEAD")) == {"a.py": (b"x = 1\n", None), "b.py": (b"", b"y = 1\n")}


@pytest.mark.parametrize("name", ["sp ace", "ümläut", 'quo"te', "new\nline", "tab\there"])
def test_any_file_name_is_read(repository: Repository, name: str) -> None:
    repository.write(**{name: "x = 1\n"})
    repository.commit()
    repository.write(**{name: "x = 2\n"})
    assert texts(changed_since("HEAD")) == {f"{name}.py": (b"x = 1\n", b"x = 2\n")}


def test_paths_are_relative_to_the_working_folder(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.root / "deep").mkdir()
    repository.write(**{"top": "x = 1\n", "deep/low": "y = 1\n"})
    repository.git("add", "--all")
    monkeypatch.chdir(repository.root / "deep")
    assert sorted(texts(changed_in_index())) == ["../top.py", "low.py"]


def test_links_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside.py"
    outside.write_text("x = 1\n")
    Path("a.py").symlink_to(outside)
    repository.git("add", "--all")
    assert [file.after for file in changed_in_index()] == [None]


def test_a_linked_work_tree_has_its_own_change(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    repository.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "topic")
    linked = Repository(tmp_path / "linked")
    monkeypatch.chdir(linked.root)
    linked.write(a="x = 2\n")
    linked.commit()
    assert texts(changed_since("main")) == {"a.py": (b"x = 1\n", b"x = 2\n")}


def test_a_submodule_is_a_repository_of_its_own(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_repository(tmp_path / "library")
    library.write(a="x = 1\n")
    library.commit()
    repository.git("submodule", "add", "-q", str(library.root), "library")
    repository.commit()
    inside = Repository(repository.root / "library")
    inside.write(a="x = 2\n")
    assert changed_since("HEAD") == ()
    monkeypatch.chdir(inside.root)
    assert texts(changed_since("HEAD")) == {"a.py": (b"x = 1\n", b"x = 2\n")}


def test_a_shallow_clone_says_what_to_fetch(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        repository.write(a=f"x = {number}\n")
        repository.commit()
        if number == 0:
            repository.git("branch", "base")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repository.root}", str(clone))
    monkeypatch.chdir(clone)
    with pytest.raises(GitProblem, match="git fetch --unshallow"):
        changed_since("origin/base")


def test_an_unknown_revision_is_named(repository: Repository) -> None:
    repository.commit()
    with pytest.raises(GitProblem, match="git knows no commit `nowhere`"):
        changed_since("nowhere")


def test_a_revision_that_looks_like_an_option_is_none(repository: Repository) -> None:
    repository.commit()
    with pytest.raises(GitProblem, match="git knows no commit `--all`"):
        changed_since("--all")


def test_a_repository_without_commits_points_at_the_index(repository: Repository) -> None:
    with pytest.raises(GitProblem, match="use --staged"):
        changed_since("main")


def test_unrelated_histories_have_no_base(repository: Repository) -> None:
    repository.commit("one")
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit("two")
    with pytest.raises(GitProblem, match="share no history"):
        changed_since("main")


def test_outside_of_a_repository_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GitProblem, match="not inside a git repository"):
        changed_in_index()


def test_without_git_that_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitProblem, match="git is not installed"):
        changed_in_index()


def test_line_end_conversion_and_odd_diff_settings_do_not_matter(repository: Repository) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("diff.renames", "false"),
        ("color.ui", "always"),
        ("core.autocrlf", "true"),
    ):
        repository.git("config", key, value)
    repository.write(a="x = 1\n" * 30)
    repository.commit()
    repository.git("mv", "a.py", "b.py")
    assert [(file.path, file.before.count(b"x")) for file in changed_in_index()] == [("b.py", 30)]
