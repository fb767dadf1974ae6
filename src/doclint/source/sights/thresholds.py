"""What already tells a reader about a number that something is compared with."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.syntax import number_of, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

_RISING = (ast.Gt, ast.GtE)
_FALLING = (ast.Lt, ast.LtE)

# what is printed may be rounded anywhere
_PRINTERS = frozenset({"__str__", "__repr__", "__format__"})

# a message about the number stands where the branch begins; further down it is about something else
_MESSAGE_ROWS = 10


def told(node: ast.Compare, number: str, place: Place) -> set[str]:
    """What the code around says.

    `shown` in a function that prints, `range` between two bounds, `said` where a text of the branch says the number,
    `half` where the branch adds or takes off its double.
    """
    found = set()
    if place.enclosing is not None and place.enclosing.name in _PRINTERS:
        found.add("shown")
    if isinstance(place.statement, (ast.If, ast.While)) and _is_bounded(node, place.statement.test):
        found.add("range")
    if isinstance(place.statement, ast.If) and _says(number, place):
        found.add("said")
    if isinstance(place.statement, ast.If) and any(_doubles(node, part) for part in _below(place.statement)):
        found.add("half")
    return found


def keys(*nodes: ast.AST) -> Iterator[str]:
    """The words of the string keys below the nodes: `reply["status_code"]` names its number as an attribute would."""
    for node in nodes:
        for part in ast.walk(node):
            key = part.slice if isinstance(part, ast.Subscript) else None
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield from parts(key.value)


def _is_bounded(node: ast.Compare, test: ast.expr) -> bool:
    """Whether the other bound of the same expression stands beside it: `pad >= 0 and pad < 20`."""
    if not (isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) and node in test.values):
        return False
    left = ast.dump(node.left)
    return any(
        isinstance(other, ast.Compare)
        and other is not node
        and number_of(other.comparators[0]) is not None
        and _opposed(node.ops[0], other.ops[0])
        and ast.dump(other.left) == left
        for other in test.values
    )


def _opposed(some: ast.cmpop, other: ast.cmpop) -> bool:
    return (isinstance(some, _RISING) and isinstance(other, _FALLING)) or (
        isinstance(some, _FALLING) and isinstance(other, _RISING)
    )


def _says(number: str, place: Place) -> bool:
    assert isinstance(place.statement, ast.If)
    first = place.statement.body[0].lineno
    rows = place.lines.text[first - 1 : min(place.statement.body[-1].end_lineno or first, first + _MESSAGE_ROWS)]
    within = rf"""["'][^"']*(?<![\w.%]){re.escape(number)}(?![\w.])[^"']*["']"""
    return any(number in row and re.search(within, row.split("#")[0]) for row in rows)


def _below(statement: ast.If) -> Iterator[ast.AST]:
    for child in statement.body:
        yield from ast.walk(child)


def _doubles(test: ast.Compare, part: ast.AST) -> bool:
    """Whether a whole turn stands where half of it is asked about: `if angle > 180: angle -= 360`."""
    if isinstance(part, ast.AugAssign):
        numbers: tuple[ast.expr, ...] = (part.value,)
    elif isinstance(part, ast.BinOp):
        numbers = (part.left, part.right)
    else:
        return False
    if not isinstance(part.op, (ast.Add, ast.Sub)):
        return False
    halves = {number_of(side) for side in (test.left, *test.comparators)} - {None, 0}
    return any((whole := number_of(number)) is not None and abs(whole) / 2 in halves for number in numbers)
