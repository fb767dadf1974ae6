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


def _files(count: int, *findings: Finding, cells: tuple[Cell, ...] = ()) -> list[str]:
    kind = "ipynb" if cells else "py"
    files = tuple(FileReport(f"{number}.{kind}", 90, (), findings, cells=cells) for number in range(count))
    return render(Report(files)).splitlines()


def test_a_question_asked_all_over_has_five_rows_and_then_places() -> None:
    rows = _files(4, finding(3), finding(5, "Why 5?"), finding(8))
    assert [row.split(":")[0] for row in rows if ": WHY101" in row and "Why 0.85" in row] == [
        "0.py",
        "0.py",
        "1.py",
        "1.py",
        "2.py",
    ]
    assert rows[-2] == "WHY101 unexplained-swallow: Why 0.85? The same in 3 more places: 2.py:8; 3.py:3,8"
    assert sum("Why 5?" in row for row in rows) == 4
    assert rows[-1].startswith("4 files: 12 to answer")


def test_mild_findings_ask_the_same_whatever_they_quote() -> None:
    rows = _files(8, replace(_mild(3), question="The code already says a"), replace(_mild(9), question="b"), finding(5))
    assert [row.split(":")[0] for row in rows if ": WHY201" in row] == ["0.py", "1.py", "2.py", "3.py", "4.py"]
    assert "WHY201 unexplained-swallow: the same in 6 more places: 5.py:3,9; 6.py:3,9; 7.py:3,9" in rows


def test_a_sixth_row_is_no_longer_than_the_place_it_would_become() -> None:
    assert sum(".py:3:5" in row for row in _files(6, finding(3))) == 6


def test_places_of_many_files_are_wrapped_between_files_and_none_is_lost() -> None:
    rows = _files(60, finding(3), finding(7))
    listed = " ".join(row.strip() for row in rows[:-1]).split("places: ", 1)[1].split("; ")
    assert listed == ["2.py:7", *(f"{n}.py:3,7" for n in range(3, 60))]
    assert max(map(len, rows)) <= 100


def test_places_in_a_notebook_name_their_cells() -> None:
    rows = _files(7, finding(3), cells=(Cell(4, "a", "code", 2, 90),))
    assert rows[-2].endswith("The same in 2 more places: 5.ipynb:cell 4:2; 6.ipynb:cell 4:2")


def test_in_a_notebook_each_finding_names_its_cell() -> None:
    rows = _rows(_mild(1), _mild(3), cells=(Cell(1, "a", "code", 1, 2), Cell(2, "b", "code", 3, 4)))
    assert sum(row.startswith("a.py") for row in rows) == 2
