"""Markdown answers for the cell below it, and for the one above it when it looks back at a result."""

from __future__ import annotations

import json

from doclint.lint import lint_source
from doclint.model.config import Config

SWALLOW = "try:\n    send(rows)\nexcept Exception:\n    pass"


def explained(*cells: tuple[str, str]) -> list[float]:
    """How far each asked step of a notebook is explained."""
    made = [{"cell_type": kind, "source": source} for kind, source in cells]
    data = json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()
    return [asked.explained for asked in lint_source(data, "a.ipynb", Config(select=("WHY101",))).asked]


REASON = "Failures are dropped because the broker sends every row again within the hour."


def test_markdown_above_answers_for_the_start_of_its_cell() -> None:
    assert explained(("markdown", REASON), ("code", SWALLOW)) == [1.0]


def test_further_down_the_cell_markdown_answers_what_it_names() -> None:
    later = f"x = 1\n\n{SWALLOW}"
    assert explained(("markdown", REASON), ("code", later)) == [0.0]
    assert explained(("markdown", f"{REASON} So the Exception is safe."), ("code", later)) == [1.0]


def test_markdown_above_another_cell_does_not_answer() -> None:
    assert explained(("markdown", f"Send. {REASON}"), ("code", "x = 1"), ("code", SWALLOW)) == [0.0]


def test_markdown_below_answers_only_when_it_looks_back() -> None:
    below = "the exceptions are harmless because the broker sends every row again"
    assert explained(("code", SWALLOW), ("markdown", f"As the output shows, {below}."), ("code", "x = 1")) == [1.0]
    assert explained(("code", SWALLOW), ("markdown", f"Next, {below}."), ("code", "x = 1")) == [0.0]


def test_markdown_that_looks_back_does_not_answer_for_the_next_cell() -> None:
    back = "As the plot shows, rows are lost at night because the broker sleeps."
    assert explained(("code", "x = 1"), ("markdown", back), ("code", SWALLOW)) == [0.0]


def asked_of_data(*cells: tuple[str, str]) -> list[float]:
    made = [{"cell_type": kind, "source": source} for kind, source in cells]
    data = json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()
    return [asked.explained for asked in lint_source(data, "a.ipynb", Config(select=("WHY135",))).asked]


LEFT_OUT = "import pandas as pd\ndf = df.drop(columns=['{}'])"
OVERLAP = "We remove `channel` since it overlaps with the segment that the hotel books through."


def test_a_sentence_that_spells_the_subject_of_another_step_does_not_answer() -> None:
    both = "\n".join((LEFT_OUT.format("agent"), "df = df.drop(columns=['channel'])"))
    assert asked_of_data(("markdown", OVERLAP), ("code", both)) == [0.0, 1.0]


def test_markdown_answers_further_cells_for_what_it_spells() -> None:
    cells = [("code", LEFT_OUT.format(name)) for name in ("agent", "channel", "year")]
    assert asked_of_data(("markdown", OVERLAP), *cells) == [0.0, 1.0, 0.0]
    assert asked_of_data(("markdown", OVERLAP), cells[0], ("markdown", "## More"), cells[1])[1] == 0.0


def test_markdown_right_below_answers_for_what_only_the_cell_above_names() -> None:
    below = "The column `channel` overlaps with the segment because hotels book through one agency."
    dropped, other = ("code", LEFT_OUT.format("channel")), ("code", "x = 1")
    assert asked_of_data(dropped, ("markdown", below), other) == [1.0]
    assert asked_of_data(dropped, ("markdown", f"Next: {below}"), other) == [0.0]
    assert asked_of_data(dropped, ("markdown", below), ("code", "channel = 1")) == [0.0]
