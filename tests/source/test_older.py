"""Syntax newer than the running Python is read as well, without moving a line or a column."""

from __future__ import annotations

import ast

import pytest

from doclint.source.older import in_older_syntax
from doclint.source.read import read

NEWER = """\
from x import y
# lead
def f[T: int, *Ts = *tuple[int]](a: T, *b: *Ts) -> "ü":
    type É[K] = list[K]  # alias
    é = f"é{y["é"] + 1} {x}"; z = 85  # two
    s = f"{
        y  # inner
    } done"
    try:
        pass
    except* (A, B) as e:
        # why
        pass
    return x[*a, 7]
class C[
    T,
]:
    pass
"""


def test_positions_and_comments_stay() -> None:
    reading = read(NEWER.encode())
    assert [(step.span.line, step.span.column, step.span.end_line) for step in reading.steps[1:]] == [
        (1, 1, 1), (3, 1, 3), (4, 5, 4), (5, 5, 5), (5, 31, 5), (6, 5, 8), (9, 5, 9), (10, 9, 10), (11, 5, 13),
        (13, 9, 13), (14, 5, 14), (15, 1, 17), (18, 5, 18),
    ]  # fmt: skip
    assert [(remark.span.line, remark.span.column, remark.placement.value) for remark in reading.remarks] == [
        (2, 1, "lead"),
        (4, 26, "trailing"),
        (5, 39, "trailing"),
        (7, 12, "inside"),
        (12, 9, "lead"),
    ]
    assert reading.steps[5].numbers == {"85"}
    assert reading.steps[11].numbers == {"7"}


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("def f[T](x): pass", "def f   (x): pass"),
        ("class A[É: int = str]: pass", "class A               : pass"),
        ("type X = int", "X      = int"),
        ("type X[T] = int", "X         = int"),
        ("try: pass\nexcept* A: pass", "try: pass\nexcept  A: pass"),
        ("x[*y, 1]", "x[+y, 1]"),
        ("def f(*a: *Ts): pass", "def f(*a: +Ts): pass"),
        ("def f[\n  T\n](x): pass", "def f \\\n   \\\n (x): pass"),
        ('f"{x["a"]} b {c}"', 'f"         b    "'),
        ('f"""{x["a"]}\n"""', 'f"""        \n"""'),
        ('f"{x}"', 'f"{x}"'),
        ("print 'x'", "print 'x'"),
    ],
)
def test_rewritten(newer: str, older: str) -> None:
    if newer.startswith('f"') and _runs(newer):
        pytest.skip("this Python reads the f-string itself")
    assert in_older_syntax(newer) == older


def test_what_is_rewritten_runs_on_the_oldest_python() -> None:
    ast.parse(in_older_syntax(NEWER), feature_version=(3, 10))


def _runs(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return '"{x["' in source or '"""' in source
