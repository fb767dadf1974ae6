"""IPython's own syntax must not hide the Python around it, nor move it."""

from __future__ import annotations

import ast

import pytest

from doclint.source.magics import without_magics


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "!pip install x",
        "?len",
        "frame.head?",
        "frame.head??",
        "names = !ls",
        "x, y = %magic",
        "/f 1",
    ],
)
def test_a_magic_becomes_python_of_the_same_width(line: str) -> None:
    (plain,) = without_magics([line])
    assert len(plain) == len(line)
    ast.parse(plain)


@pytest.mark.parametrize(
    "cell",
    [
        "print('%d'\n  % x)",
        'text = """\n%matplotlib inline\n!ls\n"""',
        "rest = a \\\n  % b",
        "url = 'what?'  # why?",
        "f(')',\n  % 3)",
    ],
)
def test_what_only_looks_like_a_magic_is_left_alone(cell: str) -> None:
    assert without_magics(cell.split("\n")) == cell.split("\n")


def test_a_magic_inside_a_block_keeps_its_indentation() -> None:
    assert without_magics(["if x:", "    !ls", "    y = 1"]) == ["if x:", "    _  ", "    y = 1"]


def test_a_continued_shell_line_takes_its_continuation_along() -> None:
    assert without_magics(["!pip install \\", "  x \\", "  y", "z = 1"])[1:] == ["", "", "z = 1"]


def test_a_cell_in_another_language_holds_no_python() -> None:
    assert without_magics(["", "%%bash", "ls | grep 'x"]) == ["", "", ""]


def test_a_timed_cell_is_python() -> None:
    assert without_magics(["%%time", "x = 1"])[1] == "x = 1"
