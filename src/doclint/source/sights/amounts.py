"""Amounts chosen in passing: values for when none is given, bounds, numbers kept in a local name, process settings."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.numbers import WAITS, number_sight
from doclint.source.sights.syntax import name_of, number_of
from doclint.source.sights.values import PLAIN, value_traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

_LOOKUPS = frozenset({"get", "getattr", "pop"})
_BOUNDS = frozenset({"min", "max"})

# either kind of kilo, and either port of a web server, goes without saying
_FAMILIAR = frozenset({1000, 1024, 80, 443, 8080, 8443})

# what these set holds for every thread and library of the process
_PROCESS = frozenset(
    "setrecursionlimit set_threshold setrlimit setdefaulttimeout umask alarm nice setswitchinterval setitimer".split()
)


def call(node: ast.Call, place: Place) -> Iterator[Sight]:
    """`options.get("size", 600)`, `min(delay, 45)`, `sys.setrecursionlimit(5000)`."""
    name = name_of(node.func)
    if name in _LOOKUPS:
        if len(node.args) > 1:
            yield from _chosen("fallback-number", node, node.args[-1], place)
    elif name in _BOUNDS:
        numbers = [argument for argument in node.args if number_of(argument) is not None]
        if isinstance(node.func, ast.Name) and len(numbers) == 1 and len(node.args) > 1:
            yield from _chosen("bound", node, numbers[0], place)
    elif name in _PROCESS and node.args and place.in_function:
        span, detail = place.lines.span(node), place.lines.segment(node)
        yield Sight("process-setting", span, name, frozenset(place.facts()), detail)


def alternative(node: ast.BoolOp, place: Place) -> Iterator[Sight]:
    """`size or 600`."""
    if isinstance(node.op, ast.Or):
        yield from _chosen("fallback-number", node, node.values[-1], place)


def either(node: ast.IfExp, place: Place) -> Iterator[Sight]:
    """`40 if wide else 25`, but not `size if size else 40`, which only stands in for nothing."""
    tested, sides = place.lines.segment(node.test), (node.body, node.orelse)
    for side, other in (sides, sides[::-1]):
        if _is_choice(side):
            beside = place.lines.segment(other)
            if beside not in tested and place.lines.segment(side) not in beside:
                yield from _chosen("either-number", node, side, place)
            return


def kept(node: ast.Assign | ast.AnnAssign, place: Place) -> Iterator[Sight]:
    """A number that a function keeps under a local name."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    if node.value is not None and isinstance(target, (ast.Name, ast.Attribute)) and not WAITS.match(name_of(target)):
        yield from _chosen("local-number", node, node.value, place, {"attribute"} & {type(target).__name__.lower()})


def _chosen(
    construct: str, node: ast.AST, number: ast.expr, place: Place, more: frozenset[str] | set[str] = frozenset()
) -> Iterator[Sight]:
    value = number_of(number)
    if value is not None and value not in PLAIN and place.in_function:
        traits = place.facts() | place.guarded() | value_traits(value) | more
        yield number_sight(construct, node, number, place, traits)


def _is_choice(node: ast.expr) -> bool:
    value = number_of(node)
    return value is not None and value not in PLAIN and value not in _FAMILIAR


DETECTORS = {
    ast.Call: (call,),
    ast.BoolOp: (alternative,),
    ast.IfExp: (either,),
    ast.Assign: (kept,),
    ast.AnnAssign: (kept,),
}
