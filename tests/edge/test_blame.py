"""How old a line is, counted from the last commit and never from the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from doclint.edge import blame as blame_module
from doclint.edge.blame import line_ages
from doclint.edge.git import GitProblem

if TYPE_CHECKING:
    from pathlib import Path

    from tests.repository import Repository


def test_each_line_has_the_age_of_its_commit(repository: Repository) -> None:
    repository.write(a="x = 1\ny = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.write(a="x = 1\ny = 2\n")
    repository.commit(date="2024-01-11T00:00:00+00:00")
    assert line_ages(["a.py"]) == {"a.py": (10.0, 0.0)}


def test_reindenting_makes_no_line_young(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.write(a="if y:\n    x = 1\n")
    repository.commit(date="2024-01-11T00:00:00+00:00")
    assert line_ages(["a.py"]) == {"a.py": (0.0, 10.0)}


def test_what_is_not_committed_has_no_age(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.commit("later", date="2024-01-11T00:00:00+00:00")
    repository.write(a="x = 1\ny = 1\n", b="z = 1\n")
    assert line_ages(["a.py", "b.py"]) == {"a.py": (10.0, 0.0), "b.py": (0.0, 0.0)}


def test_source_cannot_pose_as_a_header(repository: Repository) -> None:
    repository.write(a="'''\nauthor-time 5\n" + "0" * 40 + "\n'''\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.commit("later", date="2024-01-02T00:00:00+00:00")
    assert line_ages(["a.py"]) == {"a.py": (1.0, 1.0, 1.0, 1.0)}


def test_files_outside_of_a_repository_are_left_out(repository: Repository, tmp_path: Path) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    (tmp_path / "b.py").write_text("y = 1\n")
    assert list(line_ages(["a.py", str(tmp_path / "b.py")])) == ["a.py"]
    with pytest.raises(GitProblem):
        line_ages([str(tmp_path / "b.py")])


def test_a_notebook_is_as_young_as_its_youngest_line(repository: Repository) -> None:
    notebook = repository.root / "study.ipynb"
    notebook.write_text("{\n1\n}\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    notebook.write_text("{\n2\n}\n")
    repository.commit(date="2024-01-11T00:00:00+00:00")
    repository.commit("later", date="2024-01-13T00:00:00+00:00")
    assert line_ages(["study.ipynb"]) == {"study.ipynb": (2.0, 2.0, 2.0)}


def test_nothing_asked_is_nothing_told() -> None:
    assert line_ages([]) == {}


def refuse(_: Path) -> NoReturn:
    raise AssertionError("blamed again")


def test_what_no_commit_touched_is_not_blamed_again(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(a="x = 1\n", b="y = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    assert line_ages(["a.py"], "kept") == {"a.py": (0.0,)}
    repository.write(b="y = 2\n")
    repository.commit(date="2024-01-11T00:00:00+00:00")
    monkeypatch.setattr(blame_module, "_blame", refuse)
    # ages count back from the last commit, which is another one by now
    assert line_ages(["a.py"], "kept") == {"a.py": (10.0,)}
    assert line_ages(["a.py"], "kept") == {"a.py": (10.0,)}


@pytest.mark.parametrize("change", ["edit", "commit", "revert", "rewrite"])
def test_what_is_kept_never_changes_an_answer(repository: Repository, change: str) -> None:
    repository.write(a="x = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.commit("later", date="2024-01-11T00:00:00+00:00")
    line_ages(["a.py"], "kept")
    repository.write(a="x = 2\n")
    if change == "commit":
        line_ages(["a.py"], "kept")
    if change != "edit":
        repository.commit(date="2024-01-21T00:00:00+00:00")
    if change == "revert":
        repository.write(a="x = 1\n")
        repository.commit(date="2024-01-31T00:00:00+00:00")
    if change == "rewrite":
        repository.git("reset", "--hard", "HEAD~2")
        repository.commit("instead", date="2024-02-10T00:00:00+00:00")
    assert line_ages(["a.py"], "kept") == line_ages(["a.py"])


def test_a_shallow_clone_keeps_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(a="x = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    repository.commit("later", date="2024-01-11T00:00:00+00:00")
    clone = repository.root.parent / "clone"
    repository.git("clone", "--quiet", "--depth", "1", repository.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert line_ages(["a.py"], "kept") == {"a.py": (0.0,)}
    repository.git("-C", str(clone), "fetch", "--quiet", "--unshallow")
    assert line_ages(["a.py"], "kept") == {"a.py": (10.0,)}


def test_nonsense_in_the_cache_is_blamed_anew(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(a="x = 1\n")
    repository.commit(date="2024-01-01T00:00:00+00:00")
    for text in ("[", "3", "[1, 2, 3]", '["--output=x", [5]]', '["0", ["x"]]'):
        monkeypatch.setattr("doclint.edge.cache.Cache.text", lambda *_, text=text: text)
        assert line_ages(["a.py"], "kept") == {"a.py": (0.0,)}
