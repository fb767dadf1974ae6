"""Conditions that stand for a case only their author may know."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

# two terms read as one thought; from three on a reader asks which real input made each necessary
_MANY_TERMS = 3

_PLATFORM = frozenset({"platform", "system", "os_name", "is_windows", "WINDOWS", "IS_WINDOWS", "WIN", "win32_ver"})
_VERSIONS = frozenset({"version_info", "hexversion", "PY2", "PY3", "python_version"})


def condition(node: ast.BoolOp, place: Place) -> Iterator[Sight]:
    """A compound condition of three terms or more."""
    terms = _terms(node)
    if len(terms) >= _MANY_TERMS:
        traits = place.facts() | place.guarded()
        if any(isinstance(term, ast.Compare) and _has_literal(term) for term in terms):
            traits.add("literal")
        yield Sight("condition", place.lines.span(node), place.lines.segment(node), frozenset(traits))


def branch(node: ast.If, place: Place) -> Iterator[Sight]:
    """`if` statements: platform and version branches, branches that do nothing, early returns."""
    names = set(names_in(node.test))
    constructs = list(_branch_kinds(node, names))
    if not constructs:
        return
    traits = place.facts() | place.guarded() | ({"combined"} if isinstance(node.test, ast.BoolOp) else set())
    for construct in constructs:
        if construct == "pass-branch" and any(isinstance(ancestor, ast.If) for ancestor in place.ancestors[-1:]):
            traits.add("nested")
        yield Sight(construct, place.lines.span(node.test), place.lines.segment(node.test), frozenset(traits))


def _branch_kinds(node: ast.If, names: set[str]) -> Iterator[str]:
    if names & _VERSIONS:
        yield "version-branch"
    elif _asks_platform(node.test, names):
        yield "platform-branch"
    if len(node.body) == 1:
        if isinstance(node.body[0], ast.Pass):
            yield "pass-branch"
        elif isinstance(node.body[0], (ast.Return, ast.Continue)) and not node.orelse:
            yield "guard"


def loop(node: ast.For | ast.While, place: Place) -> Iterator[Sight]:
    """Loops with an `else`, and loops over a copy of what they change."""
    if node.orelse:
        kind = {"while"} if isinstance(node, ast.While) else set()
        yield Sight("loop-else", place.lines.span(node), "else", frozenset(place.facts() | kind))
    if isinstance(node, ast.For) and _copies(node.iter):
        span, subject = place.lines.span(node.iter), place.lines.segment(node.iter)
        yield Sight("loop-copy", span, subject, frozenset(place.facts()))


def string_case(node: ast.Compare, place: Place) -> Iterator[Sight]:
    """A comparison with a string literal: a special case by name."""
    right = node.comparators[0]
    if len(node.ops) > 1 or not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
        return
    if isinstance(right, ast.Constant) and isinstance(right.value, str) and right.value:
        subject, detail = place.lines.segment(right), place.lines.segment(node)
        yield Sight("string-case", place.lines.span(node), subject, frozenset(place.facts()), detail)


def _copies(node: ast.expr) -> bool:
    """Whether an expression is `list(x)`: a loop over it may change x."""
    if not (isinstance(node, ast.Call) and name_of(node) == "list" and len(node.args) == 1):
        return False
    return isinstance(node.args[0], (ast.Name, ast.Attribute, ast.Call))


def _terms(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BoolOp):
        return [term for value in node.values for term in _terms(value)]
    return [node]


def _has_literal(node: ast.Compare) -> bool:
    return any(isinstance(side, ast.Constant) and side.value is not None for side in node.comparators)


def _asks_platform(test: ast.expr, names: set[str]) -> bool:
    if names & _PLATFORM:
        return True
    return "os" in names and "name" in names and any(isinstance(n, ast.Compare) for n in ast.walk(test))


DETECTORS = {
    ast.BoolOp: (condition,),
    ast.If: (branch,),
    ast.For: (loop,),
    ast.While: (loop,),
    ast.Compare: (string_case,),
}
