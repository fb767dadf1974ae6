"""Only statements that do something count as dead code: shapes, titles, formulas and examples are prose."""

from __future__ import annotations

import pytest

from doclint.source.commented import dead_code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("total = price * count", {"total", "price", "count"}),
        ("log.warning(total)", {"log", "warning", "total"}),
        ("    if ready:\n        start()", {"ready", "start"}),
        ("for row in rows:", {"row", "rows"}),
        ("await queue.join()", {"queue", "join"}),
        ("return None", set()),
        ("import os", set()),
    ],
)
def test_statements(text: str, names: set[str]) -> None:
    code = dead_code(text)
    assert code is not None
    assert code.mentioned == names


def test_names_the_code_sets_itself_are_not_needed() -> None:
    code = dead_code("rows = sorted(source.rows)\nshow(rows)")
    assert code is not None
    assert code.needed == {"source", "show"}


@pytest.mark.parametrize("text", ["print(total)", "log.debug('%s', total)\nprint(rows)", "pdb.set_trace()"])
def test_lines_that_only_show_something_to_whoever_debugs(text: str) -> None:
    assert dead_code(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "see below",
        "total",
        "(rows, columns)",
        "a < b",
        "x: int",
        "'a title'",
        "str.upper()",
        "str.endswith(tuple)",
        "log( (N - n + 0.5) / (n + 0.5) )",
        "name = other  # handled as a cached property",
        "return the rows",
        "else:\n    stop()",
        "f(" * 300,
        "x = '\\0\0'",
    ],
)
def test_prose(text: str) -> None:
    assert dead_code(text) is None
