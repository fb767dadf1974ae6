"""Suppressions close the questions they name, where they stand, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doclint.lint import lint_source
from doclint.model.config import Config

if TYPE_CHECKING:
    from doclint.model.report import FileReport

SWALLOW = "try:\n    close()\nexcept Exception:{header}\n    pass{body}\n"
REASON = " -- the peer may be gone"


def lint(source: str, *, select: str = "WHY101,WHY501,WHY502") -> FileReport:
    return lint_source(source.encode(), "mod.py", Config(select=tuple(select.split(","))))


def codes(source: str, *, select: str = "WHY101,WHY501,WHY502") -> list[str]:
    return [finding.code for finding in lint(source, select=select).findings]


@pytest.mark.parametrize(
    "source",
    [
        SWALLOW.format(header=f"  # doclint: ignore[WHY101]{REASON}", body=""),
        SWALLOW.format(header="", body=f"  # doclint: ignore[WHY101]{REASON}"),
        SWALLOW.format(header="", body=f"  # doclint: ignore[unexplained-swallow]{REASON}"),
        SWALLOW.format(header="", body=f"  # doclint: ignore[WHY103, WHY101]{REASON}"),
        SWALLOW.format(header="", body=f"  # doclint: ignore{REASON}"),
        SWALLOW.format(header="", body=f"  # noqa: BLE001  # doclint: ignore[WHY101]{REASON}"),
        SWALLOW.format(header="", body="  # doclint:ignore[WHY101] — the peer may be gone"),
        f"try:\n    close()\n# doclint: ignore[WHY101]{REASON}\nexcept Exception:\n    pass\n",
        f"# doclint: ignore-file[WHY101]{REASON}\n\nimport os\n" + SWALLOW.format(header="", body=""),
        f"# doclint: ignore-file{REASON}\n\nimport os\n" + SWALLOW.format(header="", body=""),
        SWALLOW.format(header="", body="") + f"# doclint: ignore-file[WHY101]{REASON}\n",
    ],
)
def test_closes_the_question_it_names(source: str) -> None:
    report = lint(source)
    assert [finding.code for finding in report.findings] == []
    (closed,) = report.suppressed
    assert (closed.finding.code, closed.reason) == ("WHY101", "the peer may be gone")


def test_a_suppressed_step_is_neither_asked_nor_answered() -> None:
    assert lint(SWALLOW.format(header="", body="")).asked
    assert not lint(SWALLOW.format(header="", body=f"  # doclint: ignore[WHY101]{REASON}")).asked


def test_its_reason_answers_no_step() -> None:
    other_rule = "  # doclint: ignore[WHY103] -- because the server drops idle sockets otherwise"
    assert "WHY101" in codes(SWALLOW.format(header="", body=other_rule))


def test_a_comment_beside_it_still_answers() -> None:
    comment = "# because the server drops idle sockets\n# doclint: ignore[WHY103] -- some other thing"
    source = f"try:\n    close()\n{comment}\nexcept Exception:\n    pass\n"
    assert "WHY101" not in codes(source, select="WHY101")


def test_leaves_the_next_statement_alone() -> None:
    source = f"# doclint: ignore[WHY101]{REASON}\nx = 1\n" + SWALLOW.format(header="", body="")
    assert codes(source) == ["WHY502", "WHY101"]


def test_text_in_strings_and_backticks_is_no_suppression() -> None:
    quoted = "# write `# doclint: ignore[WHY101] -- reason` there\n\n"
    docstring = '"""Use\n\n    # doclint: ignore-file -- why\n"""\n'
    for source in (quoted, docstring):
        assert codes(source + SWALLOW.format(header="", body="")) == ["WHY101"]


def test_without_a_reason_it_closes_the_question_and_is_asked_itself() -> None:
    assert codes(SWALLOW.format(header="", body="  # doclint: ignore[WHY101]")) == ["WHY501"]


def test_unused_only_where_the_rule_ran() -> None:
    source = "x = 1  # doclint: ignore[WHY101] -- was needed once\n"
    assert codes(source) == ["WHY502"]
    assert codes(source, select="WHY502") == []


def test_unused_when_the_step_is_answered_anyway() -> None:
    answered = "  # because the server drops idle sockets  # doclint: ignore[WHY101] -- as said"
    assert codes(SWALLOW.format(header=answered, body="")) == ["WHY502"]


def test_names_the_part_that_is_unused() -> None:
    source = SWALLOW.format(header="", body="  # doclint: ignore[WHY101, WHY128] -- the peer may be gone")
    (finding,) = lint(source, select="WHY101,WHY128,WHY502").findings
    assert "WHY128" in finding.question
    assert "WHY101" not in finding.question


def test_empty_brackets_are_unused_only_when_every_default_rule_ran() -> None:
    source = "x = y  # doclint: ignore -- nothing to see\n"
    assert codes(source) == []
    assert [finding.code for finding in lint_source(source.encode(), "mod.py", Config()).findings] == ["WHY502"]
