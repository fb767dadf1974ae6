"""`doclint check --diff` and `--staged`, as a user sees them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from doclint.cli import cli

if TYPE_CHECKING:
    from tests.repository import Repository

SWALLOW = "def {name}():\n    try:\n        work()\n    except Exception:\n        pass\n\n\n"


def check(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], input=given)


def test_a_staged_question_blocks_and_its_answer_passes(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    repository.write(a=SWALLOW.format(name="load"))
    repository.git("add", "--all")
    blocked = check("--staged")
    assert blocked.exit_code == 1
    assert "a.py:4:5: WHY101" in blocked.stdout
    reason = "  # the peer may be gone already, because servers drop idle clients, and nothing is left to clean up"
    answered = SWALLOW.replace("Exception:", f"Exception:{reason}")
    repository.write(a=answered.format(name="load"))
    repository.git("add", "--all")
    assert check("--staged").exit_code == 0


def test_the_staged_text_is_judged_and_not_the_work_tree(repository: Repository) -> None:
    repository.write(a=SWALLOW.format(name="load"))
    repository.git("add", "--all")
    Path("a.py").unlink()
    assert check("--staged").exit_code == 1


def test_paths_narrow_a_change_and_excludes_hold(repository: Repository) -> None:
    for folder in ("lib", "build"):
        Path(folder).mkdir()
    repository.write(**{"a": SWALLOW, "lib/b": SWALLOW, "build/c": SWALLOW})
    repository.git("add", "--all")
    told = json.loads(check("--staged", "lib", "build", "--format", "json").stdout)
    assert [file["path"] for file in told["files"]] == ["lib/b.py"]


def test_text_moved_from_outside_the_paths_is_still_old(repository: Repository) -> None:
    Path("lib").mkdir()
    repository.write(a=SWALLOW.format(name="load"))
    repository.commit()
    repository.write(**{"a": "x = 1\n", "lib/b": SWALLOW.format(name="load")})
    assert check("--diff", "HEAD", "lib").exit_code == 0


def test_five_questions_are_shown_and_all_of_them_count(repository: Repository) -> None:
    repository.write(a="".join(SWALLOW.format(name=f"load{n}") for n in range(7)))
    repository.git("add", "--all")
    shown = check("--staged")
    assert shown.stdout.count("WHY101") == 5
    assert "7 to answer" in shown.stdout
    assert "2 more: show them with --all" in shown.stdout
    assert check("--staged", "--all", "--format", "concise").stdout.count("WHY101") == 7
    assert check("--staged", "--max-findings", "0").exit_code == 1


def test_without_a_change_every_question_is_shown(repository: Repository) -> None:
    repository.write(a="".join(SWALLOW.format(name=f"load{n}") for n in range(7)))
    assert check("--format", "concise").stdout.count("WHY101") == 7
    assert "2 more places: a.py:39,46" in " ".join(check().stdout.split())
    assert check("--max-findings", "2").stdout.count("WHY101") == 2


def test_a_diff_on_standard_input_is_as_good_as_git(repository: Repository) -> None:
    repository.write(a=SWALLOW.format(name="load"))
    repository.commit()
    repository.write(a=SWALLOW.format(name="load") + SWALLOW.format(name="save"))
    patch = subprocess.run(["git", "diff"], capture_output=True, text=True, check=True).stdout
    ours = check("--diff", "-", "--format", "concise", given=patch)
    assert ours.exit_code == 1
    assert ours.stdout == check("--diff", "HEAD", "--format", "concise").stdout
    assert ours.stdout.startswith("a.py:11:5: WHY101")


def test_nothing_changed_says_so(repository: Repository) -> None:
    repository.write(a="x = 1\n")
    repository.commit()
    assert check("--staged").stdout == "no Python files staged\n"
    assert check("--diff", "-", given="").stdout == "no Python files in the diff\n"


def test_a_broken_file_in_a_change_hides_no_other_question(repository: Repository) -> None:
    repository.write(a="def (:\n", b=SWALLOW.format(name="load"))
    repository.git("add", "--all")
    result = check("--staged")
    assert result.exit_code == 3
    assert "a.py:1: could not be read (syntax)" in result.stdout
    assert "b.py:4:5: WHY101" in result.stdout


def test_wrong_usage_is_exit_2_with_a_way_out(repository: Repository) -> None:
    repository.commit()
    for arguments, message in (
        (("--staged", "--diff", "HEAD"), "give one"),
        (("--diff", "nowhere"), "git knows no commit `nowhere`"),
        (("--diff", "-"), "no unified diff"),
    ):
        result = check(*arguments, given="hello\n")
        assert (result.exit_code, message in result.stderr) == (2, True)


def notebook(*cells: str, printed: str = "") -> str:
    """A notebook of code cells; what they printed changes on every run, and asks nothing."""
    output = {"output_type": "stream", "name": "stdout", "text": printed}
    listed = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {}, "execution_count": n, "outputs": [output], "source": text}
        for n, text in enumerate(cells)
    ]
    metadata = {"language_info": {"name": "python"}}
    return json.dumps({"cells": listed, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def test_a_notebook_is_asked_by_the_text_of_its_cells(repository: Repository) -> None:
    cell = SWALLOW.format(name="load")
    Path("study.ipynb").write_text(notebook("x = 1\n", cell))
    repository.commit()
    Path("study.ipynb").write_text(notebook(cell, "y = 1\n", printed="again"))
    assert check("--diff", "HEAD").exit_code == 0
    Path("study.ipynb").write_text(notebook(cell, SWALLOW.format(name="save"), printed="again"))
    assert check("--diff", "HEAD", "--format", "concise").stdout.startswith("study.ipynb:cell 2:4:5: WHY101")
