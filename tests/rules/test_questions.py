"""One formula is one question, whatever number of statements it takes; each line can still be suppressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.rules.texts import enumerated

if TYPE_CHECKING:
    from doclint.model.report import FileReport

FORMULA = """
def luma(red, green, blue):
    total = red * 0.213{first}
    total += green * 0.715{second}
    total += blue * 0.072{third}
    return total
"""
IGNORE = "  # doclint: ignore[WHY122] -- fixed by the customer"


def lint(source: str, *, select: tuple[str, ...] = ("WHY122", "WHY103", "WHY502")) -> FileReport:
    return lint_source(source.encode(), "mod.py", Config(select=select))


def formula(first: str = "", second: str = "", third: str = "") -> FileReport:
    return lint(FORMULA.format(first=first, second=second, third=third))


def test_names_all_numbers_of_a_formula_at_its_first_line() -> None:
    (finding,) = formula().findings
    assert finding.span.line == 3
    assert "0.213, 0.715 and 0.072" in finding.question


def test_a_formula_is_asked_once() -> None:
    assert len(formula().asked) == 1


def test_one_reason_answers_the_whole_formula_wherever_it_stands() -> None:
    reason = "  # otherwise greys would shift on displays calibrated to Rec. 709"
    for at in ({"first": reason}, {"second": reason}, {"third": reason}):
        report = formula(**at)
        assert not report.findings
        assert [asked.answered for asked in report.asked] == [True]


def test_a_suppression_at_the_first_line_closes_the_whole_formula() -> None:
    report = formula(first=IGNORE)
    assert not report.findings
    assert not report.asked
    assert [closed.finding.code for closed in report.suppressed] == ["WHY122"]


def test_a_suppression_further_down_closes_its_own_number() -> None:
    (finding,) = formula(second=IGNORE).findings
    assert "0.213 and 0.072" in finding.question


def test_suppressions_on_every_line_are_all_used() -> None:
    assert not formula(IGNORE, IGNORE, IGNORE).findings


def test_numbers_further_apart_are_questions_of_their_own() -> None:
    apart = "    wait()\n" * 7
    source = f"def price(x, y):\n    total = x * 1.7\n{apart}    total += y * 3.9\n    return total\n"
    assert [finding.span.line for finding in lint(source).findings] == [2, 10]


def test_neighbouring_functions_and_other_rules_keep_their_own_questions() -> None:
    source = (
        "def f(x):\n    y = x * 1.7\n    if y > 37:\n        return y\n\n\ndef g(x):\n    y = x * 3.9\n    return y\n"
    )
    assert [(finding.code, finding.span.line) for finding in lint(source).findings] == [
        ("WHY122", 2),
        ("WHY103", 3),
        ("WHY122", 8),
    ]


def test_rules_that_ask_about_no_numbers_are_never_joined() -> None:
    swallow = "    try:\n        close()\n    except Exception:\n        pass\n"
    report = lint(f"def f():\n{swallow}{swallow}", select=("WHY101",))
    assert len(report.findings) == len(report.asked) == 2


def test_long_lists_are_cut() -> None:
    assert enumerated(["1"]) == "1"
    assert enumerated(["1", "2"]) == "1 and 2"
    assert enumerated([str(n) for n in range(8)]) == "0, 1, 2, 3, 4 and 3 more"


def test_a_number_of_retries_is_not_asked_how_long_it_takes() -> None:
    source = "def fetch(url):\n    max_retries = 5\n    return loop(url, max_retries)\n"
    (finding,) = lint(source, select=("WHY104",)).findings
    assert finding.question == "Why 5 times, and what happens when that is not enough?"


def test_a_backoff_factor_is_asked_about_the_pace_and_not_about_a_time() -> None:
    source = "def fetch(url):\n    return get(url, backoff_factor=7.5)\n"
    (finding,) = lint(source, select=("WHY104",)).findings
    assert finding.question.startswith("Why backoff_factor = 7.5: what sets the pace")


def test_an_interval_is_asked_how_often_and_not_what_takes_that_long() -> None:
    source = "def watch(bar):\n    bar.start(redraw_interval=0.37)\n"
    (finding,) = lint(source, select=("WHY104",)).findings
    assert finding.question.startswith("Why redraw_interval = 0.37: what does a shorter one cost")
