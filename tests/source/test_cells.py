"""Notebooks and percent scripts: cells, what their markdown is attached to, and where positions point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.remark import Placement
from doclint.render.report_json import finding_value
from doclint.source.read import read

NOTEBOOKS = Path(__file__).parents[2] / "fixtures" / "notebooks"


def notebook(*cells: tuple[str, Any]) -> bytes:
    """An nbformat 4 notebook of (kind, source) pairs."""
    made = [{"cell_type": kind, "id": f"id{n}", "source": source} for n, (kind, source) in enumerate(cells)]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def test_positions_count_within_the_cell() -> None:
    report = lint_source((NOTEBOOKS / "counters.ipynb").read_bytes(), "counters.ipynb", Config(select=("WHY101",)))
    (finding,) = report.findings
    assert report.place(finding.span.line, finding.span.column) == "counters.ipynb:cell 9:3:1"
    cell = report.cell(finding.span.line)
    assert cell is not None
    assert cell.id == "publish"


def test_nbformat_3_is_read() -> None:
    report = lint_source((NOTEBOOKS / "nbformat3.ipynb").read_bytes(), "old.ipynb", Config(select=("WHY101",)))
    assert [report.place(finding.span.line) for finding in report.findings] == ["old.ipynb:cell 2:4"]


@pytest.mark.parametrize(
    ("name", "kind", "part"),
    [
        ("truncated", "syntax", "not a whole notebook"),
        ("not-a-notebook", "syntax", "no cells"),
        ("broken-cell", "syntax", "cell 2, line 2"),
    ],
)
def test_a_broken_notebook_is_a_failure_of_its_own(name: str, kind: str, part: str) -> None:
    failure = lint_source((NOTEBOOKS / f"{name}.ipynb").read_bytes(), f"{name}.ipynb", Config()).failure
    assert failure is not None
    assert failure.kind == kind
    assert part in failure.message


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b'"cells"', b'{"cells": 3}', b'{"cells": [3, {}]}', b"\xff\xfe", b"[" * 99999]
)
def test_no_json_is_too_odd_to_report(data: bytes) -> None:
    report = lint_source(data, "odd.ipynb", Config())
    assert report.findings == ()


def test_half_a_surrogate_pair_is_read() -> None:
    data = notebook(("markdown", "\ud83d half"), ("code", "x = '\ud83d'"))
    "\n".join(read(data, "a.ipynb").lines).encode("utf-8")


def test_another_language_is_skipped() -> None:
    report = lint_source((NOTEBOOKS / "julia.ipynb").read_bytes(), "julia.ipynb", Config())
    assert (report.skipped, report.failure) == ("other-language", None)


def test_a_comment_that_ends_a_cell_does_not_lead_the_next_one() -> None:
    reading = read(notebook(("code", "x = 1\n# because of y"), ("code", "z = 1")), "a.ipynb")
    (remark,) = reading.remarks
    assert (remark.placement, remark.step) == (Placement.FOOTER, 1)


def test_a_cell_of_comments_is_read_as_markdown() -> None:
    reading = read(notebook(("code", "x = 1"), ("code", "# about z"), ("code", "z = 1")), "a.ipynb")
    (remark,) = reading.remarks
    assert (remark.placement, remark.step) == (Placement.MARKDOWN, 2)


def test_source_may_be_a_list_of_lines() -> None:
    assert read(notebook(("code", ["x = 1\n", "y = 2"])), "a.ipynb").lines == ("x = 1", "y = 2", "")


def test_pasted_images_are_left_out_of_the_prose() -> None:
    reading = read(notebook(("markdown", f"![](data:image/png;base64,{'A' * 9999}) end")), "a.ipynb")
    assert reading.remarks[0].text == "![](data:…) end"


def test_a_percent_script_keeps_the_lines_of_its_file() -> None:
    data = (NOTEBOOKS / "counters.py").read_bytes()
    reading = read(data, "counters.py")
    assert reading.lines == tuple(data.decode().split("\n"))
    assert [cell.kind for cell in reading.cells] == ["markdown", "code", "markdown", "code", "code"]
    assert reading.cells[1].title == "Load"
    prose = [remark for remark in reading.remarks if remark.placement is Placement.MARKDOWN]
    assert prose[0].text.startswith("# Bike counters\n\nThe city")
    assert prose[1].text.startswith("The counter writes 0")


def test_a_script_without_markers_has_no_cells() -> None:
    assert read(b"x = 5 %% 3\n".replace(b"%%", b"%"), "a.py").cells == ()


def test_a_cell_may_be_indented_as_a_whole_and_positions_count_its_indentation() -> None:
    cell = "    try:\n        publish()\n    except Exception:\n        pass"
    report = lint_source(notebook(("code", cell)), "a.ipynb", Config(select=("WHY101",)))
    (finding,) = report.findings
    assert report.place(finding.span.line, finding.span.column) == "a.ipynb:cell 1:3:5"
    assert finding_value(report, finding)["column"] == 5


def test_a_percent_script_may_hold_magics() -> None:
    reading = read(b"# %%\n%matplotlib inline\n!ls\nx = 1\n# %%\n%%bash\nls | grep 'x\n", "a.py")
    assert [step.span.line for step in reading.steps[1:]] == [2, 3, 4]


def test_a_cell_awaits_at_top_level() -> None:
    reading = read(notebook(("code", "rows = await fetch()\nasync with lock as held:\n    pass")), "a.ipynb")
    assert len(reading.steps) == 4


def test_markdown_that_ends_a_notebook_answers_for_what_it_names() -> None:
    cut = ("code", "import sklearn\n\nsure = table[table['score'] >= 0.8]")
    why = ("markdown", "Below 0.8 the raters disagree in one case of five, so those cases go to a person instead.")
    config = Config(select=("WHY142",))
    assert lint_source(notebook(cut, why), "a.ipynb", config).findings == ()
    # more code may be what the text leads on to
    assert len(lint_source(notebook(cut, why, ("code", "print(sure)")), "a.ipynb", config).findings) == 1
