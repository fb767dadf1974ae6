"""The report for the eye: it fits its width, points at what it asks about, and obeys nothing in the source."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from doclint.render.terminal import render_picture, render_terminal
from tests.render.test_html import HOSTILE, SWALLOW, made


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    report, sources = made({f"p{n}/{'long' * n}.py": SWALLOW.format("Exception") for n in range(1, 9)})
    shown = render_terminal(report, sources, width=width)
    # a place is never broken, so that it can be clicked and copied
    assert all(len(line) <= width for line in shown.split("\n") if ".py:" not in line)


def test_columns_are_aligned() -> None:
    report, sources = made({f"p{n}/a.py": SWALLOW.format("Exception") * 10**n for n in range(3)})
    rows = [line for line in render_terminal(report, sources).split("\n") if "░" in line][1:]
    assert len({len(row) for row in rows}) == 1
    assert len({row.index("░") for row in rows}) == 1


def test_source_steers_no_terminal() -> None:
    report, sources = made({"a.py": HOSTILE})
    for color in (False, True):
        shown = render_terminal(report, sources, color=color, root="/tmp")
        assert "\u202e" not in shown
        assert "\x1b[31m\n" not in shown


def test_places_are_links_where_the_terminal_takes_them() -> None:
    report, sources = made({"a b.py": SWALLOW.format("Exception")})
    assert "file:///home/a%20b.py" in render_terminal(report, sources, color=True, root="/home")
    assert "\x1b" not in render_terminal(report, sources, color=False, root="/home")


def test_a_pointer_stands_below_the_part_that_is_meant() -> None:
    report, sources = made({"a.py": "try:\n    f()\nexcept Exception: pass\n"})
    assert "\n    except Exception: pass\n  Why" in render_terminal(report, sources)


def test_nothing_asked_has_no_score() -> None:
    assert render_terminal(*made({"a.py": "x = 1\n"})).startswith("—  ")


def test_a_picture_is_well_formed_and_the_same_every_time() -> None:
    report, sources = made({"a.py": HOSTILE})
    picture = render_picture(report, sources)
    assert ElementTree.fromstring(picture).tag.endswith("svg")
    assert picture == render_picture(report, sources)
