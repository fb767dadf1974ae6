"""The lines of a statement: where it starts, where its header ends, where its block ends."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from doclint.model.span import Span
from doclint.model.step import StepKind
from doclint.source.children import OPENERS

if TYPE_CHECKING:
    from doclint.model.step import Step
    from doclint.source.place import Lines


class Row(NamedTuple):
    """A statement as the placing of comments needs it: its step and its lines, decorators included in `first`.

    `header_end` is the last line of what the statement itself says, `end` the last line of its blocks. `opens` tells
    the first statement of a block. `fixed` tells one that no other statement can stand in for: a handler, an `elif`,
    or one that follows something else on its line.
    """

    index: int  # type: ignore[assignment]
    parent: int
    node: str
    first: int
    header_end: int
    end: int
    indent: int
    opens: bool
    fixed: bool


def row_of(node: ast.stmt | ast.ExceptHandler, step: Step, opens: bool, lines: Lines) -> Row:
    """The row of a statement or handler."""
    first = first_line(node)
    text = lines.text[first - 1]
    indent = len(text) - len(text.lstrip())
    # an `elif` is an `if` statement to `ast`, and decorators start the line that their function does not
    shares = first == step.span.line and step.span.column - 1 != indent
    fixed = shares or step.kind is StepKind.HANDLER or (step.node == "If" and text.startswith("elif", indent))
    end = node.end_lineno or node.lineno
    return Row(step.index, step.parent, step.node, first, header_end(node, step.span, lines), end, indent, opens, fixed)


def first_line(node: ast.AST) -> int:
    """The line a statement starts on, its decorators included."""
    line: int = node.lineno  # type: ignore[attr-defined]
    decorators = getattr(node, "decorator_list", None)
    return min(line, decorators[0].lineno) if decorators else line


def extent(node: ast.stmt | ast.ExceptHandler, lines: Lines) -> Span:
    """The whole of a simple statement or handler, the header of a compound one."""
    span = lines.span(node)
    if node.__class__ not in OPENERS or isinstance(node, ast.ExceptHandler):
        return span
    first = None if isinstance(node, ast.Match) else node.body[0]  # type: ignore[attr-defined]
    end = _above_cases(node, lines) if first is None else _line_above(first, lines)  # type: ignore[arg-type]
    return Span(span.line, span.column, end, len(lines.text[end - 1]) + 1)


def header_end(node: ast.AST, span: Span, lines: Lines) -> int:
    """The last line of what the statement itself says: a handler's span counts its body, its header does not."""
    return _line_above(node.body[0], lines) if isinstance(node, ast.ExceptHandler) else span.end_line


def _line_above(first: ast.stmt, lines: Lines) -> int:
    """The last line of the header above a block, which may close its parentheses on a line of its own."""
    line = first_line(first)
    if line == first.lineno and lines.text[line - 1][: lines.column(line, first.col_offset) - 1].strip():
        return line
    return _code_above(line, lines)


def _above_cases(node: ast.Match, lines: Lines) -> int:
    """The last line of a match header: `case` itself has no position in `ast`, and its pattern may start lower."""
    line = (node.subject.end_lineno or node.lineno) + 1
    while not lines.text[line - 1].lstrip().startswith("case"):
        line += 1
    return _code_above(line, lines)


def _code_above(line: int, lines: Lines) -> int:
    line -= 1
    while not lines.text[line - 1].strip() or lines.text[line - 1].lstrip().startswith("#"):
        line -= 1
    return line
