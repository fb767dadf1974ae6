"""LibCST sees a skeleton; the comments it places must be those it places on the whole file."""

from __future__ import annotations

import re
import sysconfig
from pathlib import Path

import libcst as cst
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from doclint.source.comments import Comment, CommentCollector, Misaligned, comments_of, inside_comments, spread_comments
from doclint.source.layout import comments_by_layout
from doclint.source.place import Lines
from doclint.source.read import parse, read
from doclint.source.skeleton import skeleton_of
from doclint.source.steps import StepWalker
from doclint.source.text import Unreadable, decode
from tests.source.test_comments import SOURCE

PACKAGE = Path(__file__).parents[2] / "src"
REAL_FILES = 2_000


def by_line(comments: list[Comment]) -> list[Comment]:
    return sorted(comments, key=lambda comment: (comment.line, comment.column))


def on_the_whole_file(walker: StepWalker, text: str) -> list[Comment]:
    lines = text.split("\n")
    comments = CommentCollector(walker.rows, lines).collect(cst.parse_module(text))
    known = {comment.line for comment in comments}
    inside = inside_comments(walker.rows, spread_comments(walker.rows, lines))
    return by_line(comments + [comment for comment in inside if comment.line not in known])


def same_both_ways(text: str) -> list[Comment]:
    walker = StepWalker(parse(text), Lines(text))
    comments = by_line(comments_of(walker.rows, text.split("\n")))
    assert comments == on_the_whole_file(walker, text)
    return comments


def same_by_layout(text: str) -> None:
    """The fallback knows the layouts that are drawn here; of real ones it misses a few in a thousand."""
    walker = StepWalker(parse(text), Lines(text))
    assert same_both_ways(text) == comments_by_layout(walker.rows, text.split("\n"))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_own_source(path: Path) -> None:
    same_by_layout(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "if x: y\n# in\n",
        "if x: y\nelse: z\n# c\n",
        "try:\n    x\nexcept E: y\n# c\n",
        "def f():\n    while x: y  # c\n    # d\n# e\n",
    ],
)
def test_comments_below_a_block_of_one_line(text: str) -> None:
    same_by_layout(text)


# lines that a program is made of; most drawn combinations are no Python and are passed over, the rest are odd
LINES = (
    "x", "x; y", "x = 1  # c", "# c", "", "if x:", "if x:  # c", "if x: y", "elif z:", "else:", "else:  # c", "try:",
    "except E:", "finally:", "for x in y:", "while x: y  # c", "def f():", "@d", "class C:", "match x:", "case 1:",
    "pass", "x = (  # c", "1,", "# in", ")", "):", "with (", "'''", "y = '# no'", "return  \\", "a; b = (",
)  # fmt: skip


@example([(0, "x"), (0, ""), (1, "# in")])
@example([(0, "x; y"), (1, "# in")])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(LINES)), max_size=12))
def test_odd_layouts(rows: list[tuple[int, str]]) -> None:
    text = "\n".join("    " * depth + line for depth, line in rows) + "\n"
    try:
        parse(text)
    except Unreadable:
        return
    try:
        same_by_layout(text)
    except Misaligned:
        # LibCST 1.9 loses a line above an indented comment that ends a file; the file is read by layout then
        assert re.search(r"\n +#[^\n]*\s*$", text)
        assert [remark.text for remark in read(text.encode()).remarks][-1].startswith("#")


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 79), max_size=30))
def test_any_comments_missing(removed: set[int]) -> None:
    lines = SOURCE.split("\n")
    text = "\n".join("" if n in removed and line.strip().startswith("#") else line for n, line in enumerate(lines))
    same_by_layout(text)


def test_statements_without_comments_are_left_out() -> None:
    lines = ["a = 1", "b = 2", "", "def f():", "    c", "", "# why", "d = 4", "e = 5"]
    walker = StepWalker(parse("\n".join(lines)), Lines("\n".join(lines)))
    skeleton = skeleton_of(walker.rows, lines, {})
    assert list(skeleton.lines) == ["pass", "# why", "pass"]
    assert list(skeleton.numbers) == [1, 7, 8]


def test_a_comment_deeper_than_the_statement_above_it() -> None:
    same_both_ways("try:\n    x\nexcept E:\n    y\na = 1\n# b\n        # c\nd = 2\n")


@pytest.mark.slow
def test_two_thousand_real_files() -> None:
    """The standard library and whatever is installed beside doclint."""
    folders = {sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")}
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.py"))
    same = fallen_back = 0
    for path in paths:
        try:
            same_both_ways(_text(path))
        except Unreadable:
            continue
        except (Misaligned, cst.ParserSyntaxError):
            fallen_back += 1
            continue
        same += 1
        if same == REAL_FILES:
            break
    assert same == REAL_FILES
    assert fallen_back < REAL_FILES / 100


def _text(path: Path) -> str:
    text = decode(path.read_bytes())
    parse(text)
    return text
