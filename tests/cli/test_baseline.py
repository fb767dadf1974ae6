"""`doclint baseline`, and a check that lives with one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from doclint.cli import cli

if TYPE_CHECKING:
    from tests.repository import Repository

SWALLOW = "def {name}():\n    try:\n        work()\n    except Exception:{reason}\n        pass\n\n\n"
REASON = "  # the peer may be gone already, because servers drop idle clients, and nothing is left to clean up"


def swallow(*names: str, reason: str = "") -> str:
    return "".join(SWALLOW.format(name=name, reason=reason) for name in names)


def doclint(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=given)


def kept() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(Path(".doclint-baseline.json").read_text())
    return value


@pytest.fixture(autouse=True)
def _adopted(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704110400")
    repository.write(a=swallow("load", "save"))
    assert doclint("baseline").exit_code == 0


def test_a_first_baseline_needs_no_reason() -> None:
    assert [row[:3] for row in kept()["findings"]] == [["a.py", "load", "WHY101"], ["a.py", "save", "WHY101"]]
    assert [(entry["date"], entry["count"]) for entry in kept()["accepted"]] == [("2024-01-01", 2)]


def test_accepted_findings_pass_and_are_counted() -> None:
    result = doclint("check")
    assert result.exit_code == 0
    assert "2 accepted by the baseline" in result.stdout
    assert doclint("check", "--no-baseline").exit_code == 1


def test_a_new_finding_fails_and_the_baseline_refuses_to_grow(repository: Repository) -> None:
    repository.write(b=swallow("fresh"))
    before = Path(".doclint-baseline.json").read_bytes()
    assert doclint("check").exit_code == 1
    refused = doclint("baseline")
    assert refused.exit_code == 1
    assert "would grow by 1" in refused.stderr
    assert refused.stdout.startswith("b.py:4:5: WHY101")
    assert Path(".doclint-baseline.json").read_bytes() == before


def test_with_a_reason_it_grows_and_keeps_the_reason(repository: Repository) -> None:
    repository.write(b=swallow("fresh"))
    assert doclint("baseline", "--reason", "vendored until the fork ends").exit_code == 0
    assert kept()["accepted"][1] == {"date": "2024-01-01", "count": 1, "reason": "vendored until the fork ends"}
    assert doclint("check").exit_code == 0


def test_a_check_takes_answered_spots_out(repository: Repository) -> None:
    repository.write(a=swallow("load", reason=REASON) + swallow("save"))
    result = doclint("check")
    assert result.exit_code == 0
    assert "1 answered, 1 left" in result.stderr
    assert [row[1] for row in kept()["findings"]] == ["save"]


@pytest.mark.parametrize("name", ["CI", "PRE_COMMIT"])
def test_services_and_hooks_leave_the_file_alone(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    repository.write(a=swallow("save"))
    assert doclint("check").exit_code == 0
    assert len(kept()["findings"]) == 2


def test_partial_runs_and_buffers_leave_the_rest_alone(repository: Repository) -> None:
    repository.write(b="x = 1\n")
    doclint("check", "b.py")
    doclint("check", "--select", "WHY104")
    doclint("check", "-", "--stdin-filename", "a.py", given="x = 1\n")
    assert len(kept()["findings"]) == 2


def test_a_renamed_file_stays_accepted() -> None:
    Path("a.py").rename("b.py")
    assert doclint("check").exit_code == 0
    assert {row[0] for row in kept()["findings"]} == {"b.py"}


def test_the_baseline_holds_from_a_folder_below(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pkg").mkdir()
    repository.write(**{"pkg/c": swallow("fresh")})
    doclint("baseline", "--reason", "why not")
    monkeypatch.chdir("pkg")
    assert doclint("check").exit_code == 0


def test_a_new_copy_of_accepted_text_is_still_a_question(repository: Repository) -> None:
    repository.commit()
    repository.write(a=swallow("load", "save", "store"))
    result = doclint("check", "--diff", "HEAD")
    assert result.exit_code == 1
    assert result.stdout.count("WHY101") == 1


def test_what_a_branch_accepts_passes_its_own_diff(repository: Repository) -> None:
    repository.commit()
    repository.write(b=swallow("fresh"))
    doclint("baseline", "--reason", "later")
    assert doclint("check", "--diff", "HEAD").exit_code == 0


def test_a_broken_baseline_stops_both_verbs() -> None:
    Path(".doclint-baseline.json").write_text("{")
    for verb in ("check", "baseline"):
        result = doclint(verb)
        assert result.exit_code == 2
        assert ".doclint-baseline.json:1:2: not valid JSON" in result.stderr
    assert Path(".doclint-baseline.json").read_text() == "{"
