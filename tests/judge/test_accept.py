"""What a baseline accepts, through edits, moves and partial runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doclint.judge.accept import Ledger, accepted, entry_of, grown
from doclint.model.baseline import Acceptance, Baseline, Entry
from doclint.model.report import Failure, FileReport, Report
from tests.render.sample import finding

HERE = replace(finding(3), symbol="Client.close")
TWIN = replace(HERE, fingerprint="twin")


def report(**findings: tuple[object, ...]) -> Report:
    return Report(tuple(FileReport(path, 9, findings=found) for path, found in findings.items()))  # type: ignore[arg-type]


def ledger(*entries: Entry, missing: str = "", rules: str = "WHY101") -> Ledger:
    return Ledger(Baseline(entries), str, frozenset(missing.split()), frozenset(rules.split()))


def told(result: Report) -> dict[str, tuple[int, int]]:
    return {file.path: (len(file.findings), len(file.accepted)) for file in result.files}


def test_a_known_finding_is_accepted_wherever_its_line_is() -> None:
    moved = replace(HERE, span=HERE.span._replace(line=70, end_line=70))
    result, left = accepted(report(a=(moved,)), ledger(entry_of("a", HERE)))
    assert told(result) == {"a": (0, 1)}
    assert left.entries == (entry_of("a", HERE),)


def test_one_entry_accepts_one_of_two_equal_findings() -> None:
    result, _ = accepted(report(a=(HERE, TWIN)), ledger(entry_of("a", HERE)))
    assert told(result) == {"a": (1, 1)}


def test_an_answered_entry_leaves_the_baseline() -> None:
    assert accepted(report(a=()), ledger(entry_of("a", HERE)))[1].entries == ()


@pytest.mark.parametrize("symbol", ["Client.close", "close", "Server.close"])
def test_a_function_that_moved_takes_its_entry_along(symbol: str) -> None:
    arrived = replace(HERE, symbol=symbol)
    result, left = accepted(report(a=(), b=(arrived,)), ledger(entry_of("a", HERE)))
    assert told(result) == {"a": (0, 0), "b": (0, 1)}
    assert left.entries == (entry_of("b", arrived),)


def test_a_renamed_file_takes_its_entries_along() -> None:
    result, left = accepted(report(b=(HERE,)), ledger(entry_of("a", HERE), missing="a"))
    assert told(result) == {"b": (0, 1)}
    assert left.entries == (entry_of("b", HERE),)


def test_a_copy_is_not_accepted_while_the_original_may_still_stand() -> None:
    result, left = accepted(report(b=(HERE,)), ledger(entry_of("a", HERE)))
    assert told(result) == {"b": (1, 0)}
    assert left.entries == (entry_of("a", HERE),)


def test_the_same_text_in_another_function_is_not_accepted() -> None:
    other = replace(HERE, symbol="Client.open")
    assert told(accepted(report(a=(other,)), ledger(entry_of("a", HERE)))[0]) == {"a": (1, 0)}


def test_what_a_run_could_not_find_stays() -> None:
    entry = entry_of("a", HERE)
    unreadable = Report((FileReport("a", failure=Failure("syntax", "no")),))
    skipped = Report((FileReport("a", skipped="test"),))
    for result, book in (
        (unreadable, ledger(entry)),
        (skipped, ledger(entry)),
        (report(a=()), ledger(entry, rules="WHY104")),
        (report(b=()), ledger(entry)),
    ):
        assert accepted(result, book)[1].entries == (entry,)


def test_growth_is_recorded_with_its_reason_on_one_line() -> None:
    bigger = grown(Baseline(), [entry_of("b", HERE), entry_of("a", HERE)], "2024-01-01", "the old\nparser goes\n")
    assert [entry.path for entry in bigger.entries] == ["a", "b"]
    assert bigger.acceptances == (Acceptance("2024-01-01", 2, "the old parser goes"),)
    assert grown(bigger, [], "2024-01-02", "nothing new") == bigger
