"""Questions on young lines come first, or alone."""

from __future__ import annotations

from doclint.judge.fresh import marked_fresh, only_fresh
from doclint.judge.score import ranked
from tests.render.sample import many


def test_young_lines_come_before_weightier_old_ones() -> None:
    aged = marked_fresh(many(3), {"a.py": (3.0, 40.0, 30.0)}, 30)
    assert [finding.span.line for _, finding in ranked(aged)] == [1, 3, 2]


def test_lines_without_an_age_are_old() -> None:
    assert not any(finding.fresh for file in marked_fresh(many(3), {}, 30).files for finding in file.findings)


def test_older_questions_are_counted() -> None:
    young = only_fresh(marked_fresh(many(3), {"a.py": (3.0, 40.0, 30.0)}, 30))
    assert ([finding.span.line for finding in young.files[0].findings], young.withheld) == ([1], 2)
