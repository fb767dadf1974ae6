"""Handlers that take an error without passing it on."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.step import Sight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

_BROAD = frozenset({"Exception", "BaseException"})
_QUIET = (ast.Pass, ast.Continue, ast.Break)


def handler(node: ast.ExceptHandler, place: Place) -> Iterator[Sight]:
    """`except` clauses: broad or narrow, silent or handled."""
    caught = place.lines.segment(node.type) if node.type is not None else "everything"
    broad = node.type is None or any(isinstance(n, ast.Name) and n.id in _BROAD for n in ast.walk(node.type))
    traits = set()
    if all(isinstance(statement, _QUIET) for statement in node.body):
        traits.add("only-pass")
    yield Sight("broad-except" if broad else "narrow-except", place.lines.span(node), caught, frozenset(traits))


DETECTORS = {ast.ExceptHandler: (handler,)}
