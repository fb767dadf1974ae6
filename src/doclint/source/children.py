"""The expressions right below a node, without the blocks of a statement."""

from __future__ import annotations

import ast
from typing import Any

_BLOCKS = ("body", "handlers", "orelse", "finalbody", "cases")

# load and store marks and operators are nodes to `ast`, and a third of all nodes
_PLAIN = frozenset({"ctx", "op", "ops", "type_comment", "id", "attr", "level", "module"})


def push_children(node: Any, stack: list[Any]) -> None:
    """Puts what is below a node on a stack, to come off in the order of the source, as far as `ast` keeps it.

    Names of keywords, `None` and the like are among it: telling them from nodes here would cost more than meeting
    them there.
    """
    for name in FIELDS[node.__class__]:
        value = getattr(node, name, None)
        if value.__class__ is list:
            stack.extend(reversed(value))
        else:
            stack.append(value)


def _expression_fields(kind: type[ast.AST]) -> tuple[str, ...]:
    blocks = OPENERS.get(kind, ())
    return tuple(name for name in reversed(kind._fields) if name not in _PLAIN and name not in blocks)


# the statements (and handlers and cases) that have blocks, with the names of those
OPENERS: dict[type[ast.AST], tuple[str, ...]] = {
    kind: tuple(name for name in _BLOCKS if name in kind._fields)
    for kind in vars(ast).values()
    if isinstance(kind, type)
    and issubclass(kind, (ast.stmt, ast.ExceptHandler, ast.match_case))
    and any(name in kind._fields for name in _BLOCKS)
}


# the last field first, as a stack wants it; asking each node for all of its attributes doubles the time of the walk
FIELDS = {
    kind: _expression_fields(kind)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
