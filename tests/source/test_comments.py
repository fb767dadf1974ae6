"""Every kind of comment, on its exact line, attached to the step a reader would say."""

from __future__ import annotations

import textwrap

import pytest

from doclint.source.comments import CommentCollector
from doclint.source.layout import comments_by_layout
from doclint.source.place import Lines
from doclint.source.read import parse, read
from doclint.source.steps import StepWalker

# the word after `#` is the placement expected, then the line that the step's own code starts on (0: the module)
SOURCE = """\
#!/usr/bin/env python
# module-header 0

import os  # trailing 4

# lead 10
# lead 10

# lead 10
@one
# inside 10
@two(
    # inside 10
    1
)
def f(  # inside 10
    a,  # inside 10
):  # block-header 10
    # lead 20
    x = 1; y = 2  # trailing 20
    z = [
        1,  # inside 21

        # inside 21
    ]  # trailing 21

    # lead 28
    if x:  # block-header 28
        pass
        # footer 28
    # lead 32
    elif y:
        # lead 34
        pass
    # lead 38
    else:  # block-header 32
        # lead 38
        pass

    try:  # block-header 40
        pass
    # lead 43
    except (KeyError,  # inside 43
            ValueError):  # block-header 43
        # lead 46
        pass
        # footer 43
    # lead 50
    else:
        pass
    # lead 53
    finally:
        pass  # trailing 53
    # footer 10

    # footer 10


class C:  # block-header 59

    # lead 62
    x = "# not a comment"
    match x:  # block-header 63
        # lead 66
        case 1:  # block-header 63
            pass
        # lead 69
        case (2 |
              3): pass  # trailing 69
        # footer 63
    while x: x = 0  # trailing 71
    w = 1 + \\
        2  # trailing 72
    with (
        # inside 74
        open(a) as b,
    ):
        pass
        # footer 74
"""


def expected() -> list[tuple[int, str, int]]:
    found = []
    for number, line in enumerate(SOURCE.split("\n"), 1):
        words = line.rpartition("# ")[2].split()
        if "# " in line and line.rstrip()[-1].isdigit():
            found.append((number, words[0], int(words[1])))
    return found


def first_lines() -> dict[int, int]:
    walker = StepWalker(parse(SOURCE), Lines(SOURCE))
    return {0: 0, **{row.index: row.first for row in walker.rows}}


def test_each_comment_is_on_its_line_and_at_its_step() -> None:
    first = first_lines()
    got = []
    for remark in read(SOURCE.encode()).remarks:
        for offset, text in enumerate(remark.text.split("\n")):
            if text.startswith("# "):
                got.append((remark.span.line + offset, remark.placement.value, first[remark.step]))
    assert got == expected()


def test_layout_alone_places_them_alike() -> None:
    walker = StepWalker(parse(SOURCE), Lines(SOURCE))
    first = first_lines()
    got = [(c.line, c.placement.value, first[c.step]) for c in comments_by_layout(walker.rows, SOURCE.split("\n"))]
    assert [row for row in got if row[0] > 1] == expected()


@pytest.mark.parametrize(
    ("source", "placement"),
    [
        ("# licence\nx = 1\n", "module-header"),
        ("# about\n\n# why\nx = 1\n", "lead"),
        ("# about\nimport os\n", "module-header"),
        ("if x:\n    pass\n# end", "footer"),
        ("# alone", "module-header"),
        ("x = 1  # c", "trailing"),
        ("if x: pass  # c", "trailing"),
        ("if x: a; b  # c", "trailing"),
        ("for x in y:\n    pass\nelse:\n    # c\n    pass\n", "lead"),
        ("async def f():\n    async with a as b:  # c\n        pass\n", "block-header"),
        ("match x:\n    # c\n    case _: pass\n", "lead"),
        ("match (\n    x  # c\n):\n    case _: pass\n", "inside"),
        ("x = f(\n    1,\n    # c\n)\n", "inside"),
        ("if (x\n    and y):  # c\n    pass\n", "block-header"),
        ("if (x\n    and y): z  # c\n", "trailing"),
        ("if x:\n    y = [\n    1,\n    ]; z = 2  # c\n", "trailing"),
    ],
)
def test_small_placements(source: str, placement: str) -> None:
    assert read(source.encode()).remarks[-1].placement.value == placement


def test_columns_count_characters() -> None:
    (remark,) = read("größe = 'ä'  # ü\n".encode()).remarks
    assert (remark.span.column, remark.span.end_column) == (14, 17)


def test_neighbouring_lines_join_only_at_the_same_column() -> None:
    reading = read(
        textwrap.dedent("""\
        x = 1
        # one
        # one
          # other
        y = 2  # beside
        # two
        """).encode()
    )
    assert [remark.text for remark in reading.remarks] == ["# one\n# one", "# other", "# beside", "# two"]


def test_the_collector_reads_whole_files_too() -> None:
    import libcst as cst

    lines = "x = 1\n\n# why\ny = 2  # c\n".split("\n")
    collector = CommentCollector(StepWalker(parse("\n".join(lines)), Lines("\n".join(lines))).rows, lines)
    comments = collector.collect(cst.parse_module("\n".join(lines)))
    assert [(comment.line, comment.text) for comment in comments] == [(3, "# why"), (4, "# c")]
