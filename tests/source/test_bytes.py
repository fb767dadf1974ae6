"""Encodings, line ends and broken files: Python's own reading of the bytes, or a failure that says what to do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.source.read import read
from doclint.source.text import Unreadable, decode

DRIFT = "# Größe: the sensor drifts above it"
FIXTURES = Path(__file__).parents[2] / "fixtures"


def comments(data: bytes) -> list[tuple[int, int, str, str]]:
    return [
        (remark.span.line, remark.span.column, remark.placement.value, remark.text) for remark in read(data).remarks
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("latin1", [(1, 1, "module-header", "# -*- coding: latin-1 -*-"), (2, 13, "trailing", DRIFT)]),
        (
            "second_line",
            [
                (1, 1, "module-header", "#!/usr/bin/env python\n# vim: set fileencoding=cp1252 :"),
                (3, 13, "trailing", "# 5 €: the sensor drifts above it"),
            ],
        ),
        ("bom", [(1, 13, "trailing", DRIFT)]),
        ("crlf", [(2, 5, "lead", "# why"), (5, 13, "trailing", DRIFT)]),
        ("lone_cr", [(2, 13, "trailing", DRIFT)]),
        ("form_feed", [(3, 1, "lead", "# above"), (4, 13, "trailing", DRIFT), (8, 5, "lead", "# in the class")]),
        ("tabs", [(2, 2, "lead", "# why"), (5, 10, "trailing", "# ä")]),
        ("no_final_newline", [(2, 1, "footer", "# the end")]),
        ("empty", []),
        ("only_comments", [(1, 1, "module-header", "# one"), (3, 1, "module-header", "# two ü")]),
    ],
)  # fmt: skip
def test_encodings(name: str, expected: list[tuple[int, int, str, str]]) -> None:
    assert comments((FIXTURES / "encodings" / f"{name}.py").read_bytes()) == expected


@pytest.mark.parametrize("path", sorted((FIXTURES / "encodings").glob("*.py")), ids=lambda path: path.stem)
def test_text_is_what_python_reads(path: Path) -> None:
    data = path.read_bytes()
    assert ast.dump(ast.parse(decode(data))) == ast.dump(ast.parse(data))


@pytest.mark.parametrize(
    ("name", "kind", "line", "says"),
    [
        ("syntax_error", "syntax", 2, ""),
        ("python2", "syntax", 3, "print"),
        ("null_byte", "encoding", 2, "null byte"),
        ("undecodable", "encoding", 2, "UTF-8"),
        ("unknown_codec", "encoding", 1, "klingon"),
        ("no_text_codec", "encoding", 1, "coding line"),
        ("unclosed", "syntax", 1, ""),
        ("bad_indent", "syntax", 3, "indent"),
        ("too_deep", "syntax", 1, "nested"),
    ],
)
def test_broken_files_fail_with_their_line(name: str, kind: str, line: int, says: str) -> None:
    report = lint_source((FIXTURES / "broken" / f"{name}.py").read_bytes(), f"{name}.py", Config())
    failure = report.failure
    assert failure is not None
    assert (failure.kind, failure.line) == (kind, line)
    assert says in failure.message


@pytest.mark.parametrize("operator", ["-", "not ", "lambda: ", "1 if a else ", "a.b+"])
def test_deep_nesting_is_a_failure_or_a_reading_but_never_a_crash(operator: str) -> None:
    source = f"x = {operator * 20_000}1  # deep\n"
    with pytest.raises(Unreadable) as caught:
        read(source.encode())
    assert "nested too deeply" in caught.value.failure.message


@pytest.mark.parametrize("depth", [300, 3_000])
def test_a_chain_of_elif_is_read_or_refused(depth: int) -> None:
    source = "if a:  # first\n    pass\n" + "elif b:\n    pass\n" * depth
    try:
        assert len(read(source.encode()).steps) == 2 * depth + 3
    except Unreadable as error:
        assert "elif" in error.failure.message
        assert depth > 300


def test_twenty_thousand_lines() -> None:
    source = "".join(f"x{n} = {n}  # {n}\n\n" for n in range(10_000))
    reading = read(source.encode())
    assert len(reading.remarks) == 10_000
    assert reading.remarks[-1].span.line == 19_999


@pytest.mark.parametrize("nest", ["(", "(\n", "-", "["])
def test_a_syntax_error_beside_deep_nesting_is_no_crash(nest: str) -> None:
    """LibCST is asked when Python refuses a file, and would overflow its stack."""
    with pytest.raises(Unreadable):
        read(f"def f(:\n    pass\nx = {nest * 5000}1\n".encode())
