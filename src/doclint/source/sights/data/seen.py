"""What a look at a data step gives, and how its columns and settings are read off the code."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.source.sights.syntax import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.source.place import Place

# a question that lists more than this is not read to its end
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """A data step: the sight's construct, what the question names, what it belongs to, and its own traits."""

    construct: str
    subject: str
    detail: str = ""
    traits: frozenset[str] = frozenset()


Look = Callable[["ast.Call", "Place"], "Seen | None"]


def listed(names: Sequence[str]) -> str:
    """Code names as a reader lists them: `a`, `b` and 4 others."""
    quoted = [f"`{name}`" for name in names[:_LISTED]]
    left = len(names) - len(quoted)
    if left:
        quoted.append(f"{left} other{'s' if left > 1 else ''}")
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}" if quoted else ""


def argument(node: ast.Call, name: str, position: int = -1) -> ast.expr | None:
    """An argument by its name or position."""
    for keyword in node.keywords:
        if keyword.arg == name:
            return keyword.value
    return node.args[position] if 0 <= position < len(node.args) else None


def strings(node: ast.AST | None) -> list[str]:
    """The string literal, or those of a list or tuple of nothing else; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        found = [text for element in node.elts for text in strings(element)]
        return found if len(found) == len(node.elts) else []
    return []


def columns_of(node: ast.AST | None, tables: frozenset[str] = frozenset()) -> list[str]:
    """The columns that `df["a"]`, `df[["a", "b"]]`, `df.loc[:, "a"]` or `df.a.str` picks; empty for a whole table."""
    while isinstance(node, ast.Attribute) and node.attr in {"str", "dt", "values", "cat", "loc", "iloc"}:
        node = node.value
    if isinstance(node, ast.Subscript):
        index = node.slice
        if isinstance(index, ast.Tuple) and len(index.elts) == 2:
            return strings(index.elts[1])
        return strings(index)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id != "self":
        return [node.attr]
    return []


def receiver(node: ast.Call) -> ast.expr | None:
    """What a method is called on; None for a plain function."""
    return node.func.value if isinstance(node.func, ast.Attribute) else None


def is_module(node: ast.AST | None, place: Place) -> bool:
    """Whether an expression is an imported module, such as `np`."""
    return isinstance(node, ast.Name) and node.id in place.modules


def literal(node: ast.AST | None) -> bool:
    """Whether a value is written out: a number, a text, a flag, or a list of them."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return bool(node.elts) and all(literal(element) for element in node.elts)
    return number_of(node) is not None or (isinstance(node, ast.Constant) and isinstance(node.value, (str, bool)))


def numeric_keywords(node: ast.Call) -> Iterator[ast.keyword]:
    """The keyword arguments whose value is a number written out."""
    return (keyword for keyword in node.keywords if keyword.arg and number_of(keyword.value) is not None)


def stored(place: Place) -> list[str]:
    """The columns that the statement assigns to."""
    statement = place.statement
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        return columns_of(target) if isinstance(target, ast.Subscript) else []
    return []
