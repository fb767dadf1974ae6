"""Arguments and loops that trade something away: lost characters, skipped checks, a fixed number of attempts."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of, names_in, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

_LOSSY = frozenset({"ignore", "replace", "surrogateescape", "backslashreplace", "xmlcharrefreplace"})
_UNSAFE = {"verify": False, "check_hostname": False, "shell": True, "trust_env": False, "allow_pickle": True}
_SIZES = frozenset(
    {"maxsize", "max_workers", "stacklevel", "maxlen", "chunksize", "chunk_size", "bufsize", "buffering"}
)

# two attempts or a pair of passes are read at a glance
_MANY = 3

# a warning's own caller, and the caller's caller, are what stacklevel is for
_USUAL_STACKLEVEL = 2


def keyword(node: ast.keyword, place: Place) -> Iterator[Sight]:
    """`errors="ignore"`, `verify=False`, `max_workers=4`."""
    value = node.value.value if isinstance(node.value, ast.Constant) else None
    if node.arg == "errors" and value in _LOSSY:
        yield _argument("lossy-decoding", node, place)
    elif node.arg in _UNSAFE and value is _UNSAFE[node.arg]:
        yield _argument("unsafe-option", node, place)
    elif node.arg in _SIZES and (number_of(node.value) or 0) > _USUAL_STACKLEVEL:
        yield _argument("fixed-size", node, place)


def attempts(node: ast.For, place: Place) -> Iterator[Sight]:
    """A loop over `range(5)` whose counter nobody uses, or that tries again."""
    call = node.iter
    if not (isinstance(call, ast.Call) and name_of(call) == "range" and call.args):
        return
    count = number_of(call.args[-1])
    target = name_of(node.target)
    used = target in set(names_in(*node.body))
    retries = any(isinstance(statement, ast.Try) for statement in node.body)
    if count is not None and count >= _MANY and (not used or retries):
        traits = place.facts() | ({"retries"} if retries else set()) | ({"used"} if used else set())
        # as many values are wanted, not as many tries
        if any(isinstance(part, ast.Expr) and isinstance(part.value, ast.Yield) for part in node.body):
            traits.add("yields")
        span = place.lines.span(call)
        yield Sight("attempts", span, place.lines.segment(call.args[-1]), frozenset(traits), place.lines.segment(call))


def error_text(node: ast.Compare, place: Place) -> Iterator[Sight]:
    """`"not found" in str(error)`: a decision by the words of a message."""
    if not (isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)):
        return
    if len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)) and _is_message(node.comparators[0]):
        subject, detail = place.lines.segment(node.left), place.lines.segment(node)
        yield Sight("error-text", place.lines.span(node), subject, frozenset(place.facts()), detail)


def _is_message(node: ast.expr) -> bool:
    """Whether an expression is the text of an error: `str(e)`, `e.args[0]`, `e.message`, in any case."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"lower", "upper"}:
        node = node.func.value
    if isinstance(node, ast.Call) and name_of(node) in {"str", "repr"} and node.args:
        node = node.args[0]
        return name_of(node) in {"e", "ex", "exc", "err", "error", "exception", "exc_value", "exc_info"}
    if isinstance(node, ast.Subscript):
        node = node.value
    return isinstance(node, ast.Attribute) and node.attr in {"args", "message", "msg", "stderr"}


def _argument(construct: str, node: ast.keyword, place: Place) -> Sight:
    subject = place.lines.segment(node.value)
    return Sight(construct, place.lines.span(node), subject, frozenset(place.facts()), node.arg or "")


DETECTORS = {ast.keyword: (keyword,), ast.For: (attempts,), ast.Compare: (error_text,)}
