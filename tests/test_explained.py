"""The same clever code twice, unexplained and explained: the score tells them apart, and is moved by reasons alone."""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

import pytest

from doclint.judge.score import score_of
from doclint.lint import lint_source
from doclint.model.config import Config

FIXTURES = Path(__file__).parents[1] / "fixtures"
NAMES = [path.name for path in sorted((FIXTURES / "explained").glob("*.py"))]
EVERY_FILE = pytest.mark.parametrize("name", NAMES)


def source(kind: str, name: str) -> str:
    return (FIXTURES / kind / name).read_text(encoding="utf-8")


def score(text: str) -> float:
    value = score_of(lint_source(text.encode(), "mod.py", Config()).asked)
    assert value is not None
    return value


def with_comments(text: str, words: str) -> str:
    """The source with every comment's words replaced."""
    lines = text.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = f"{lines[row - 1][:column]}# {words}\n"
    return "".join(lines)


def without_comments(text: str) -> str:
    """The source with its docstrings, but no comment."""
    lines = with_comments(text, "").splitlines()
    return "\n".join(line.removesuffix("# ").rstrip() for line in lines if line.strip() != "#") + "\n"


def without_prose(text: str) -> str:
    """The code itself, docstrings and comments gone."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node):
            node.body = node.body[1:]
    return ast.dump(tree)


def test_there_is_something_to_compare() -> None:
    assert NAMES
    assert [path.name for path in sorted((FIXTURES / "brilliant").glob("*.py"))] == NAMES


@EVERY_FILE
def test_both_hold_the_same_code(name: str) -> None:
    assert without_prose(source("brilliant", name)) == without_prose(source("explained", name))


@EVERY_FILE
def test_reasons_make_the_difference(name: str) -> None:
    assert score(source("brilliant", name)) <= 10
    assert score(source("explained", name)) >= 90


@EVERY_FILE
def test_both_are_asked_the_same_questions(name: str) -> None:
    brilliant = lint_source(source("brilliant", name).encode(), "mod.py", Config()).asked
    explained = lint_source(source("explained", name).encode(), "mod.py", Config()).asked
    assert [(step.symbol, step.codes, step.need) for step in brilliant] == [
        (step.symbol, step.codes, step.need) for step in explained
    ]


@EVERY_FILE
@pytest.mark.parametrize("words", ["pass", "handle the error here", "return the result", "TODO"])
def test_words_without_a_reason_are_worth_nothing(name: str, words: str) -> None:
    explained = source("explained", name)
    assert score(with_comments(explained, words)) == score(without_comments(explained)) < score(explained)


@EVERY_FILE
def test_hollow_words_are_worth_less_than_reasons(name: str) -> None:
    explained = source("explained", name)
    assert score(with_comments(explained, "for performance")) <= score(explained) / 2


@EVERY_FILE
def test_length_is_worth_nothing(name: str) -> None:
    explained = source("explained", name)
    assert score(explained + "\n# and so on and so forth" * 40 + "\n") == score(explained)
