"""Whatever cells hold: nothing but a told failure, the same lines, and places that exist."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.source.magics import without_magics

_LINES = st.sampled_from(
    [
        "x = 1",
        "%magic",
        "!ls \\",
        "  more",
        "# why, because of y",
        "if x:",
        "    y?",
        '"""',
        "f(",
        ")",
        "%%bash",
        "",
        "é = '💥'",
    ]
)
_CELLS = st.lists(st.tuples(st.sampled_from(["code", "markdown", "raw"]), st.lists(_LINES, max_size=6)), max_size=5)
_ALL = Config(select=("ALL",))


@given(st.lists(_LINES, max_size=8))
def test_a_replaced_line_is_never_longer(lines: list[str]) -> None:
    replaced = without_magics(lines)
    assert len(replaced) == len(lines)
    assert all(len(new) <= len(old) for new, old in zip(replaced, lines, strict=True))


@settings(deadline=None, max_examples=60)
@given(_CELLS)
def test_every_place_lies_in_a_cell(cells: list[tuple[str, list[str]]]) -> None:
    made = [{"cell_type": kind, "source": "\n".join(lines)} for kind, lines in cells]
    report = lint_source(json.dumps({"cells": made}).encode(), "a.ipynb", _ALL, details=True)
    for judged in report.remarks:
        assert report.cell(judged.remark.span.line) is not None
    for finding in report.findings:
        assert report.cell(finding.span.line) is not None or finding.span.line == 1
