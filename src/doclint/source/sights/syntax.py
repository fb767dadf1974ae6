"""Questions every detector asks of a syntax node."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.children import FIELDS, push_children

if TYPE_CHECKING:
    from collections.abc import Iterator

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_+")


def number_of(node: ast.AST | None) -> int | float | None:
    """The value of a numeric literal, its sign included; None for anything else, booleans too."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = number_of(node.operand)
        return None if value is None else -value
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        number: int | float = node.value  # type: ignore[assignment]
        return number
    return None


def name_of(node: ast.AST) -> str:
    """The last name of a dotted expression, a call's callee or a subscript's base; empty where there is none."""
    while True:
        if isinstance(node, ast.Attribute):
            return node.attr
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return ""


def names_in(*nodes: ast.AST) -> Iterator[str]:
    """All names and attributes below the nodes."""
    stack: list[ast.AST] = [*nodes]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Name):
            yield node.id
        elif node.__class__ in FIELDS:
            if isinstance(node, ast.Attribute):
                yield node.attr
            push_children(node, stack)


def parts(name: str) -> list[str]:
    """The lower-case words of an identifier."""
    return [part.lower() for part in _HUMP.split(name) if part]


def size(node: ast.AST) -> int:
    """How many nodes an expression has."""
    return sum(1 for _ in ast.walk(node))
