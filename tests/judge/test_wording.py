"""Code and comment are told apart without a tokenizer, and the same way on both sides of a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doclint.judge.wording import code_of, comment_of, wording


@pytest.mark.parametrize(
    ("line", "code", "comment"),
    [
        ("    x = 1  # one", "x=1", "#one"),
        ("x = '#' # sign", "x='#'", "#sign"),
        ('x = "a\\"#" # "', 'x="a\\"#"', '#"'),
        ("# only", "", "#only"),
        ("it's # open quote", "it's", "#openquote"),
        ("'''text # in", "'''text", "#in"),
        ("", "", ""),
    ],
)
def test_a_line_is_code_and_comment(line: str, code: str, comment: str) -> None:
    assert (code_of(line), comment_of(line)) == (code, comment)


@given(st.text(alphabet="ab'\"#\\ \t"))
def test_nothing_is_lost_between_the_two(line: str) -> None:
    assert code_of(line) + comment_of(line) == "".join(line.split())


def test_rewrapped_lines_have_one_wording() -> None:
    assert wording(["f(a, b)"], of_comment=False) == wording(["f(", "  a,  # why", "  b", ")"], of_comment=False)
