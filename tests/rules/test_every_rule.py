"""What holds for every rule: its page, its code, and its examples, which are its tests."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.rules import RULES, Rule

if TYPE_CHECKING:
    from doclint.model.finding import Finding

HEADINGS = ["What it asks", "Why it matters", "Example", "A good answer"]

# a rule may look at the file for longer than it can be sure; it must never say that the author had no reason
ACCUSATIONS = re.compile(r"there is no|without (any )?reason|has no (reason|explanation)|you (should|must)", re.I)

PRECISE_ENOUGH = 0.8

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
VALID = [pytest.param(rule, source, id=f"{rule.code}-{n}") for rule in RULES for n, source in enumerate(rule.VALID)]
INVALID = [pytest.param(rule, source, id=f"{rule.code}-{n}") for rule in RULES for n, source in enumerate(rule.INVALID)]


def findings(rule: Rule, source: str) -> list[Finding]:
    config = Config(select=(rule.code, *rule.alongside), requires_python=">=3.10")
    report = lint_source(source.encode(), "mod.py", config)
    assert report.failure is None, report.failure
    return [finding for finding in report.findings if finding.code == rule.code]


@pytest.mark.parametrize(("rule", "source"), VALID)
def test_valid_examples_are_silent(rule: Rule, source: str) -> None:
    assert [finding.question for finding in findings(rule, source)] == []


@pytest.mark.parametrize(("rule", "source"), INVALID)
def test_invalid_examples_are_asked_about(rule: Rule, source: str) -> None:
    assert findings(rule, source)


@pytest.mark.parametrize(("rule", "source"), INVALID)
def test_findings_are_questions_that_accuse_nobody(rule: Rule, source: str) -> None:
    for finding in findings(rule, source):
        assert finding.question.endswith("?")
        assert not ACCUSATIONS.search(finding.question)
        assert "\n" not in finding.question


@EVERY_RULE
def test_the_page_has_its_headings_in_order(rule: Rule) -> None:
    page = (inspect.getdoc(type(rule)) or "").splitlines()
    headings = [line for line, below in pairwise(page) if below and set(below) == {"-"}]
    assert headings == HEADINGS
    assert page[0].endswith(".")


@EVERY_RULE
def test_two_examples_of_each_kind_and_a_way_out(rule: Rule) -> None:
    assert len(set(rule.VALID)) >= 2
    assert len(set(rule.INVALID)) >= 2
    assert rule.remedy
    assert rule.measured.excuse


@EVERY_RULE
def test_only_precise_rules_are_on_by_default(rule: Rule) -> None:
    assert not rule.default or rule.measured.precision >= PRECISE_ENOUGH


@EVERY_RULE
def test_the_file_is_named_after_the_rule(rule: Rule) -> None:
    module = type(rule).__module__.rpartition(".")[2]
    assert module == f"{rule.code}_{rule.name}".lower().replace("-", "_")
    assert re.fullmatch(r"WHY\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert max(Counter(rule.code for rule in RULES).values()) == 1
    assert max(Counter(rule.name for rule in RULES).values()) == 1
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
