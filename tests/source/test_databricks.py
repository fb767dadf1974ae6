"""Notebooks of Databricks: exported as source, and with one `%` before another language."""

from __future__ import annotations

import json

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.remark import Placement
from doclint.source.read import read

SOURCE = b"""# Databricks notebook source
# MAGIC %md
# MAGIC # Sales
# MAGIC Rows without an age go because only the old form left it out.

# COMMAND ----------

# DBTITLE 1,Rows that stay
import pandas as pd
df = df.dropna(subset=["age"])

# COMMAND ----------

# MAGIC %sql
# MAGIC select 'x from sales

# COMMAND ----------

# MAGIC %run ./setup
publish()
"""


def test_an_exported_script_has_its_cells_and_their_kinds() -> None:
    reading = read(SOURCE, "sales.py")
    assert [(cell.kind, cell.title) for cell in reading.cells] == [
        ("markdown", ""),
        ("code", "Rows that stay"),
        ("raw", ""),
        ("code", ""),
    ]
    assert [step.span.line for step in reading.steps[1:]] == [9, 10, 20]


def test_its_markdown_is_read_without_the_marks_and_leads_the_next_step() -> None:
    (markdown,) = [r for r in read(SOURCE, "sales.py").remarks if r.placement is Placement.MARKDOWN]
    assert markdown.text == "# Sales\nRows without an age go because only the old form left it out."
    assert markdown.step == 1


def test_its_markdown_answers() -> None:
    config = Config(select=("WHY131",))
    assert lint_source(SOURCE, "sales.py", config).findings == ()
    silent = SOURCE.replace(b"because only the old form left it out", b"here")
    (finding,) = lint_source(silent, "sales.py", config).findings
    assert finding.span.line == 10


def test_a_marked_cell_of_another_language_in_an_ipynb_is_no_python() -> None:
    sources = [
        "%sql\nselect 'x from sales",
        "%md\n# Sales",
        "%python\nx = 1",
        "%sql select 1\ny = 2",
        "%sh ls | grep 'x",
    ]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    reading = read(json.dumps({"cells": cells}).encode(), "sales.ipynb")
    assert [cell.kind for cell in reading.cells] == ["raw", "markdown", "code", "code", "code"]
    assert {step.span.line for step in reading.steps[1:]} == {7, 8, 10, 11, 13}
