"""What a branch opened and closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doclint.judge.compare import compared
from doclint.model.report import Asked, FileReport, Report
from doclint.model.span import Span
from tests.render.sample import finding

if TYPE_CHECKING:
    from doclint.model.finding import Finding


def question(symbol: str, text: str = "x") -> Finding:
    return replace(finding(1), symbol=symbol, digest=text, fingerprint=f"{symbol}-{text}")


def report(path: str, *findings: Finding, answered: tuple[str, ...] = ()) -> Report:
    asked = [Asked(Span(1, 1, 1, 2), found.symbol, (), 1.0, 0.0) for found in findings]
    asked += [Asked(Span(1, 1, 1, 2), symbol, (), 1.0, 1.0) for symbol in answered]
    return Report((FileReport(path, 1, tuple(asked), findings),))


def told(before: Report, after: Report) -> tuple[list[str], list[str]]:
    change = compared(before, after, "main")
    return [found.symbol for _, found in change.opened], [found.symbol for _, found in change.closed]


def test_an_answer_closes_and_a_twin_elsewhere_opens() -> None:
    assert told(report("a", question("f")), report("a", question("g"), answered=("f",))) == (["g"], ["f"])


def test_a_move_into_a_class_of_another_file_changes_nothing() -> None:
    assert told(report("a", question("f")), report("b", question("C.f"))) == ([], [])


def test_a_renamed_function_changes_nothing() -> None:
    assert told(report("a", question("f")), report("a", question("g"))) == ([], [])


def test_a_copy_in_the_same_function_is_one_more() -> None:
    twice = (question("f"), replace(question("f"), fingerprint="2"))
    assert told(report("a", question("f")), report("a", *twice)) == (["f"], [])


def test_other_text_is_another_question() -> None:
    assert told(report("a", question("f")), report("a", question("f", "y"))) == (["f"], ["f"])


def test_the_earlier_score_is_kept() -> None:
    assert compared(report("a", answered=("f",)), report("a"), "main").score == 100
