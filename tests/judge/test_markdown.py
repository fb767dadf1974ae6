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
