"""The text format shows few rows, and loses no finding doing so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doclint.model.cell import Cell
from doclint.model.finding import Severity
from doclint.model.report import FileReport, Report
from doclint.render.text import render
from tests.render.sample import finding

if TYPE_CHECKING:
    from doclint.model.finding import Finding


def _mild(line: int, code: str = "WHY201") -> Finding:
    return replace(finding(line, severity=Severity.INFO), code=code, need=0.0)


def _rows(*findings: Finding, cells: tuple[Cell, ...] = ()) -> list[str]:
    return render(Report((FileReport("a.py", 90, (), findings, cells=cells),))).splitlines()


def test_mild_findings_of_one_rule_share_a_row_and_keep_their_lines() -> None:
    rows = _rows(_mild(3), finding(5), _mild(8), _mild(13))
    assert [row.split(":")[1] for row in rows if row.startswith("a.py")] == ["3", "5"]
    assert "    and lines 8, 13 of this file" in rows
    assert rows[-1].startswith("1 file: 4 to answer")


def test_questions_about_steps_other_rules_and_severities_keep_their_rows() -> None:
    severe = replace(finding(4), need=0.0)
    rows = _rows(finding(3), severe, replace(severe, span=finding(5).span), _mild(6), _mild(7, "WHY202"), finding(9))
    assert sum(row.startswith("a.py") for row in rows) == 6
    assert not any("of this file" in row for row in rows)


def test_in_a_notebook_each_finding_names_its_cell() -> None:
    rows = _rows(_mild(1), _mild(3), cells=(Cell(1, "a", "code", 1, 2), Cell(2, "b", "code", 3, 4)))
    assert sum(row.startswith("a.py") for row in rows) == 2
