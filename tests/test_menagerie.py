"""Every rule fires in the menagerie exactly as often as its list says: too eager a rule shows as well as a deaf one.

`pytest --update-snapshots` rewrites the list; the diff is reviewed.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doclint.model.config import Config
from doclint.rules import RULES
from doclint.run import run

if TYPE_CHECKING:
    from doclint.model.report import Report

ROOT = Path(__file__).parents[1]
COUNTS = ROOT / "fixtures" / "menagerie" / "counts.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    config = Config(select=("ALL",), requires_python=">=3.10")
    return run([str(COUNTS.parent)], config)


def fired(report: Report) -> Counter[str]:
    """How often each rule asks: a step is asked one question, and the other rules that hold there count as well."""
    counts: Counter[str] = Counter()
    for file in report.files:
        counts.update(code for step in file.asked if not step.answered for code in step.codes)
        counts.update(finding.code for finding in file.findings if not finding.code.startswith("WHY1"))
    return counts


def test_each_rule_fires_as_often_as_listed(report: Report, request: pytest.FixtureRequest) -> None:
    counts = fired(report)
    text = "".join(f"{rule.code} {counts[rule.code]} {rule.name}\n" for rule in RULES)
    if request.config.getoption("--update-snapshots"):
        COUNTS.write_text(text, encoding="utf-8")
    assert text == COUNTS.read_text(encoding="utf-8")


def test_no_rule_is_without_a_specimen(report: Report) -> None:
    assert [rule.code for rule in RULES if not fired(report)[rule.code]] == []


def test_the_suppressed_specimen_is_kept_apart(report: Report) -> None:
    (closed,) = [closed for file in report.files for closed in file.suppressed if closed.reason]
    assert closed.finding.code == "WHY101"
    assert closed.reason.startswith("the exercise of chapter 4")


def test_nothing_in_it_is_unreadable_or_skipped(report: Report) -> None:
    assert [file.path for file in report.files if file.failure or file.skipped] == []
