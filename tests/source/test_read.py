"""What must hold for any source: no crash, every comment found once, needs blind to comments, the same on every run."""

from __future__ import annotations

import io
import tokenize
from collections import Counter
from pathlib import Path

import hypothesmith
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doclint.judge.need import Needs
from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.remark import Placement
from doclint.source.read import read
from doclint.source.text import Unreadable
from tests.source.test_comments import SOURCE

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
EVERYTHING = Config(select=("ALL",), include_tests=True, include_generated=True, include_vendored=True)

relaxed = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def tokens(source: str) -> list[tokenize.TokenInfo]:
    found = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token for token in found if token.type == tokenize.COMMENT]


def comment_lines(source: str) -> Counter[tuple[int, str]]:
    """The comments that the reading has, line by line."""
    found: Counter[tuple[int, str]] = Counter()
    for remark in read(source.encode()).remarks:
        if remark.placement not in {Placement.DOCSTRING, Placement.MESSAGE, Placement.MARKDOWN}:
            for offset, text in enumerate(remark.text.split("\n")):
                found[remark.span.line + offset, text.strip()] += 1
    return found


def without_comments(source: str) -> str:
    lines = source.split("\n")
    for token in tokens(source):
        line, column = token.start
        lines[line - 1] = lines[line - 1][:column].rstrip()
    return "\n".join(lines)


def needs(source: str) -> list[tuple[str, float, tuple[str, ...]]]:
    reading = read(source.encode())
    judge = Needs(reading)
    judged = [(step, judge.of(step)) for step in reading.steps]
    return [(step.node, need.value, need.causes) for step, need in judged]


def holds_for(source: str) -> None:
    assert comment_lines(source) == Counter((token.start[0], token.string.strip()) for token in tokens(source))
    assert needs(source) == needs(without_comments(source))
    data = source.encode()
    assert lint_source(data, "m.py", EVERYTHING, details=True) == lint_source(data, "m.py", EVERYTHING, details=True)


@pytest.mark.parametrize("path", FILES[:: max(1, len(FILES) // 40)], ids=lambda path: path.stem)
def test_own_files(path: Path) -> None:
    holds_for(path.read_text(encoding="utf-8"))


def test_every_kind_of_comment() -> None:
    holds_for(SOURCE)


# each example takes hypothesmith half a second to draw
@settings(relaxed, max_examples=6)
@given(hypothesmith.from_node())
def test_generated_programs(source: str) -> None:
    lint_source(source.encode(), "m.py", EVERYTHING, details=True)


@relaxed
@given(st.data())
def test_lines_cut_from_real_files(data: st.DataObject) -> None:
    """Pieces of programs: most are broken, and say so; the others keep what must hold."""
    lines = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8").split("\n")
    start = data.draw(st.integers(0, len(lines) - 1))
    source = "\n".join(lines[start : start + data.draw(st.integers(1, 60))]) + "\n"
    try:
        read(source.encode())
    except Unreadable as error:
        assert error.failure.message
        return
    holds_for(source)


@relaxed
@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    report = lint_source(data, "m.py", EVERYTHING)
    assert report.failure is None or report.failure.message


@relaxed
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text(text: str) -> None:
    lint_source(text.encode(), "m.py", EVERYTHING, details=True)


def test_numbers_past_every_float_are_read_like_others() -> None:
    """`1e999` is infinity, and a long literal fits no float: one stood in a real package, whose file was lost."""
    long = "9" * 400
    source = f"LIMIT = {long}\ndef f(x):\n    if x > 1e999 or x < {long}:\n        return x * {long} + 1e999\n"
    report = lint_source(source.encode(), "src/pkg/limits.py", EVERYTHING)
    assert report.failure is None
