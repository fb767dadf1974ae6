"""Handlers that take an error without passing it on."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

_BROAD = frozenset({"Exception", "BaseException"})
# raised by mistakes in the code as well as by what was expected
_MISTAKES = frozenset({"AttributeError", "TypeError", "NameError", "RuntimeError", "AssertionError"})

# a try of this many nodes holds more than the one call that is expected to fail
_MUCH_TRIED = 12
_IMPORTS = frozenset({"ImportError", "ModuleNotFoundError"})
_REPORTING = frozenset(
    {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "fatal", "print", "print_exc", "echo"}
)
_SPEAKS_OF_ERRORS = re.compile(
    r"error|exception|fail|raise|invalid|ignor|fall ?back|default|best.effort|if possible|otherwise|silent|safe"
    r"|swallow|suppress|unavailable|cannot|can't|missing|whether|none if|or none|false if|try|as.is|unchanged|guess"
)


# what a docstring calls a best effort is no surprise further down
_SAYS_SILENT = re.compile(
    r"suppress|swallow|silent|(can|may|might|could) fail|best.effort|never raise"
    r"|ignor\w* (\w+ )?(error|exception|failure)|(error|exception|failure)s? (are|is) ignored"
)


def handler(node: ast.ExceptHandler, place: Place) -> Iterator[Sight]:
    """`except` clauses: broad or narrow, silent or handled."""
    caught = place.lines.segment(node.type) if node.type is not None else "every error"
    broad = node.type is None or any(isinstance(n, ast.Name) and n.id in _BROAD for n in ast.walk(node.type))
    traits = place.facts() | set(_deeds(node))
    if not _SPEAKS_OF_ERRORS.search(place.docstring):
        traits.add("docstring-silent")
    elif _SAYS_SILENT.search(place.docstring):
        traits.add("says-silent")
    if place.in_function and name_of_function(place) in {"__del__", "__exit__", "__repr__", "__str__"}:
        traits.add("teardown")
    attempt = place.ancestors[-1] if place.ancestors else None
    if isinstance(attempt, ast.Try) and all(isinstance(n, (ast.Import, ast.ImportFrom)) for n in attempt.body):
        traits.add("import-guard")
    if not broad:
        traits |= _meant(node, attempt, place)
    construct = "broad-except" if broad else "narrow-except"
    yield Sight(construct, place.lines.span(node), caught, frozenset(traits), _tried(attempt, place))


def _meant(node: ast.ExceptHandler, attempt: ast.AST | None, place: Place) -> set[str]:
    """How surely a narrow handler catches what its author meant."""
    types = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    if not _MISTAKES & {name_of(kind) for kind in types if kind is not None} or not isinstance(attempt, ast.Try):
        return set()
    traits = {"mistakes"}
    if sum(map(size, attempt.body)) >= _MUCH_TRIED:
        traits.add("much-tried")
    # the first of several ways to an answer: what follows the handler is the next one
    tried = attempt.body[-1]
    asks_for_loop = isinstance(tried, ast.Expr) and name_of(tried.value) == "get_running_loop"
    if isinstance(tried, ast.Return) or asks_for_loop or name_of_function(place) in {"__getattr__", "__getattribute__"}:
        traits.add("first-way")
    return traits


def name_of_function(place: Place) -> str:
    """The name of the function around a place."""
    return place.enclosing.name if place.enclosing else ""


def suppression(node: ast.With, place: Place) -> Iterator[Sight]:
    """`with contextlib.suppress(...)`, which is a handler without a body."""
    for item in node.items:
        call = item.context_expr
        if isinstance(call, ast.Call) and name_of(call) == "suppress" and call.args:
            caught = ", ".join(place.lines.segment(argument) for argument in call.args)
            broad = any(name_of(argument) in _BROAD for argument in call.args)
            traits = place.facts() | ({"broad"} if broad else set())
            yield Sight("suppressed-error", place.lines.span(call), caught, frozenset(traits))


def _deeds(node: ast.ExceptHandler) -> Iterator[str]:
    body = node.body
    if all(isinstance(n, ast.Pass) or _is_ellipsis(n) for n in body):
        yield "only-pass"
    if len(body) == 1 and isinstance(body[0], (ast.Continue, ast.Break)):
        yield "only-continue"
    if len(body) == 1 and isinstance(body[0], (ast.Return, ast.Assign)):
        value = body[0].value
        yield "fallback"
        if value is None or _says_nothing(value):
            yield "plain-fallback"
    inner = [child for statement in body for child in ast.walk(statement)]
    if any(isinstance(n, ast.Raise) for n in inner):
        yield "raises"
    if any(isinstance(n, ast.Call) and name_of(n) in _REPORTING for n in inner):
        yield "reports"
    if node.name and any(isinstance(n, ast.Name) and n.id == node.name for n in inner):
        yield "uses-error"


def _says_nothing(value: ast.expr) -> bool:
    """Whether a fallback hides what happened: `None`, `False`, `0` or an empty container, but not "unknown"."""
    if isinstance(value, ast.Constant):
        return not value.value or isinstance(value.value, (int, float))
    return isinstance(value, (ast.List, ast.Tuple, ast.Dict)) and not ast.dump(value).count("Constant")


def _is_ellipsis(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.value.value is ...


def _tried(attempt: ast.AST | None, place: Place) -> str:
    """What was tried, as a reader would name it: the only statement, or the call that does most of it."""
    if not isinstance(attempt, ast.Try):
        return ""
    statement = attempt.body[0]
    return place.lines.text[statement.lineno - 1].strip() if len(attempt.body) == 1 else ""


DETECTORS = {ast.ExceptHandler: (handler,), ast.With: (suppression,), ast.AsyncWith: (suppression,)}
