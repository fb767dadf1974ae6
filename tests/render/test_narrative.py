"""The story of a notebook: which steps it has, what they are called, and where their reasons come from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.report import Report
from doclint.render.narrative import narrative
from doclint.render.narrative_text import render_markdown, render_text
from doclint.source.sheet import shown_lines

if TYPE_CHECKING:
    from doclint.render.narrative import Moment

SWALLOW = "try:\n    send(rows)\nexcept Exception:\n    pass"
REASON = "Rows are sent twice because the broker drops every third one at night."


def told(*cells: tuple[str, str]) -> list[Moment]:
    """The moments of a notebook."""
    report, lines = judged(*cells)
    return narrative(report.files[0], lines)


def judged(*cells: tuple[str, str]) -> tuple[Report, tuple[str, ...]]:
    made = [{"cell_type": kind, "source": source} for kind, source in cells]
    data = json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()
    report = lint_source(data, "a.ipynb", Config(select=("WHY101",)), details=True)
    return Report((report,)), shown_lines(data, "a.ipynb")


def test_a_heading_names_the_first_step_below_it() -> None:
    moments = told(("markdown", f"## Send rows\n\n{REASON}"), ("code", "send(rows)\n\nwait()"))
    assert [(moment.title, moment.reason) for moment in moments] == [("Send rows", REASON), ("wait()", "")]


def test_a_short_comment_is_a_heading() -> None:
    assert [moment.title for moment in told(("code", "# Send the rows\nsend(rows)"))] == ["Send the rows"]


def test_imports_and_magics_are_no_steps() -> None:
    assert told(("code", "%matplotlib inline\nimport a\nfrom b import c\n\n!ls")) == []


def test_markdown_that_looks_back_belongs_to_the_step_above() -> None:
    back = "As the plot shows, night rows are lost because the broker sleeps."
    moments = told(("code", "rows.plot()"), ("markdown", back), ("code", "send(rows)"))
    assert [moment.reason for moment in moments] == [back, ""]


def test_an_open_question_is_told() -> None:
    (moment,) = told(("code", SWALLOW))
    assert "safe to ignore" in moment.questions[0]


def test_only_the_sentence_that_explains_is_told() -> None:
    (moment, *_) = told(("markdown", f"This sends the rows. {REASON} Have fun with it."), ("code", "send(rows)"))
    assert moment.reason == REASON


def test_text_is_aligned_and_fits() -> None:
    report, lines = judged(("code", f"x = {'1 + ' * 60}1\n\ny = 2\n\n{SWALLOW}"), ("markdown", REASON))
    shown = render_text(report, {"a.ipynb": lines}, 60)
    assert all(len(line) <= 60 for line in shown.split("\n")[1:])
    assert "3 steps: 0 with a reason, 1 that still needs one" in shown


def test_markdown_shows_code_as_code() -> None:
    report, lines = judged(("code", "x = a_b * c_d"), ("code", SWALLOW))
    shown = render_markdown(report, {"a.ipynb": lines})
    assert "1. `x = a_b * c_d`\n" in shown
    assert "2. `try:` — no reason found: Why" in shown


def test_an_unreadable_file_says_so() -> None:
    report = Report((lint_source(b"{", "a.ipynb", Config(), details=True),))
    assert "could not be read" in render_text(report, {})
    assert "could not be read" in render_markdown(report, {})


DROP = 'rows = rows.dropna(subset=["age"])'
DATA = f'import pandas as pd\nrows = pd.read_csv("rows.csv")\n\n{DROP}\nrows = rows.sample(frac=1)'


def test_decisions_about_data_are_told_one_by_one_whatever_rules_are_on() -> None:
    moments = told(("code", DATA))
    assert [(moment.title, moment.state) for moment in moments] == [
        ('rows = pd.read_csv("rows.csv")', ""),
        ('rows = rows.dropna(subset=["age"])', "open"),
        ("rows = rows.sample(frac=1)", "silent"),
    ]
    assert moments[1].questions == ("Why drop rows with missing `age` instead of imputing them?",)


def test_a_decision_that_few_would_ask_about_still_has_no_reason() -> None:
    report, lines = judged(("code", DATA))
    assert render_text(report, {"a.ipynb": lines}).splitlines()[-1].strip() == "no reason found"


def test_the_reason_of_a_decision_is_told_though_no_rule_asks() -> None:
    reason = "Rows without an age go because only the old form left it out."
    (_, moment) = told(("code", "rows = load()"), ("markdown", reason), ("code", f"import pandas\n\n{DROP}"))
    assert (moment.reason, moment.state) == (reason, "answered")


def test_markdown_keeps_what_a_question_quotes_as_code() -> None:
    report, lines = judged(("code", "import pandas as pd\ndf = df.drop(columns=['total_stay'])"))
    assert "Why leave out `total_stay`: " in render_markdown(report, {"a.ipynb": lines})
