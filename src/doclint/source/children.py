"""The expressions right below a node, without the blocks of a statement."""

from __future__ import annotations

import ast

BLOCKS = ("body", "handlers", "orelse", "finalbody", "cases")

# load and store marks and operators are nodes to `ast`, and a third of all nodes
_PLAIN = frozenset({"ctx", "op", "ops", "type_comment"})


def children(node: ast.AST) -> list[ast.AST]:
    """The child nodes in the order of the source, as far as `ast` keeps it."""
    found: list[ast.AST] = []
    for name in _FIELDS[type(node)]:
        value = getattr(node, name, None)
        if isinstance(value, list):
            found.extend(part for part in value if isinstance(part, ast.AST))
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


def _expression_fields(kind: type[ast.AST]) -> tuple[str, ...]:
    blocks = BLOCKS if issubclass(kind, (ast.stmt, ast.ExceptHandler, ast.match_case)) else ()
    return tuple(name for name in kind._fields if name not in _PLAIN and name not in blocks)


# asking each node for all of its attributes instead doubles the time of the walk
_FIELDS = {
    kind: _expression_fields(kind)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
