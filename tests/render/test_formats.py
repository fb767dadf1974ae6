"""Every format says the same, in the words that its reader expects."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import jsonschema
import pytest

from doclint.model.report import Asked, FileReport, Report
from doclint.model.span import Span
from doclint.render.formats import FORMATS, rendered
from tests.render.sample import empty, many, sample

if TYPE_CHECKING:
    from collections.abc import Callable

_SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
_SUFFIXES = {"json": "json", "jsonl": "jsonl", "sarif": "json", "gitlab": "json", "junit": "xml", "badge": "svg"}


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_in_every_format(form: str, snapshot: Callable[[str, str], None]) -> None:
    text = rendered(form, sample())
    if form == "sarif":
        # a rule's page is its own to change
        value = json.loads(text)
        for rule in value["runs"][0]["tool"]["driver"]["rules"]:
            del rule["help"], rule["shortDescription"]
        text = json.dumps(value, indent=1) + "\n"
    snapshot(f"{form}.{_SUFFIXES.get(form, 'txt')}", text)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_report_in_every_format(form: str, snapshot: Callable[[str, str], None]) -> None:
    snapshot(f"empty-{form}.{_SUFFIXES.get(form, 'txt')}", rendered(form, empty()))


@pytest.mark.parametrize("report", [sample(), empty(), many(3)])
def test_sarif_is_valid_by_the_standards_own_schema(report: Report) -> None:
    jsonschema.Draft4Validator(_SARIF).validate(json.loads(rendered("sarif", report)))


def test_sarif_carries_what_closed_a_finding() -> None:
    results = json.loads(rendered("sarif", sample()))["runs"][0]["results"]
    closed = [result["suppressions"][0] for result in results if "suppressions" in result]
    assert closed == [
        {"kind": "inSource", "justification": "the caller retries"},
        {"kind": "external", "justification": "accepted by the baseline"},
    ]


def test_github_annotates_the_best_ten_and_counts_the_rest() -> None:
    rows = rendered("github", many(12)).splitlines()
    annotations = [row for row in rows if row.startswith("::warning")]
    assert len(annotations) == 10
    assert "line=12," in annotations[0]
    assert "2 more are not annotated: GitHub shows 10 a step" in rows


def test_a_hostile_question_stays_one_workflow_command() -> None:
    commands = [row for row in rendered("github", sample()).split("\n") if row.startswith("::")]
    assert [row.split(" ")[0] for row in commands] == ["::error", "::notice", "::warning", "::error"]


@pytest.mark.parametrize("form", ["text", "concise"])
def test_a_hostile_question_stays_on_its_line(form: str) -> None:
    text = rendered(form, sample())
    assert not any(row.startswith("or ::error") for row in text.splitlines())
    assert "\x07" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_unicode_is_still_told(form: str) -> None:
    report = many(1)
    odd = Report((replace(report.files[0], path="caf\udce9.py"),))
    assert rendered(form, odd)


def test_gitlab_fingerprints_are_unique() -> None:
    rows: list[dict[str, Any]] = json.loads(rendered("gitlab", sample()))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    assert {row["severity"] for row in rows} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_counts_what_it_lists() -> None:
    suite = ElementTree.fromstring(rendered("junit", sample())).find("testsuite")
    assert suite is not None
    assert {name: suite.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "5",
        "failures": "3",
        "errors": "1",
    }


def test_a_badge_is_xml_at_every_score() -> None:
    for explained in (None, 0.0, 0.3, 0.5, 0.7, 1.0):
        steps = () if explained is None else (Asked(Span(1, 1, 1, 2), "", (), 1.0, explained),)
        root = ElementTree.fromstring(rendered("badge", Report((FileReport("a.py", 1, steps),))))
        shown = "nothing to ask" if explained is None else round(100 * explained)
        assert root.get("aria-label") == f"why answered: {shown}"
