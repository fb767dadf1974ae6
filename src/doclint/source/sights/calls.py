"""Calls that make a reader stop, by the name they are called with."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of, number_of, parts, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

# a pattern shorter than this is read as fast as a sentence about it
_LONG_PATTERN = 15

# an expression of this many nodes no longer shows at a glance what its order serves
_LARGE = 10

# functions whose float arguments are points, colours or formatting rather than choices
_SELF_EVIDENT = frozenset(
    "float int Decimal round max min array tensor pow power isclose allclose zeros full full_like fill complex norm "
    "log log2 log10 exp sqrt linspace arange logspace where clip hypot sin cos tan arctan2 radians degrees uniform "
    "normal bar barh plot axhline axvline set_xlim set_ylim set_alpha with_alpha percentile quantile Option".split()
)


def call(node: ast.Call, place: Place) -> Iterator[Sight]:
    """One sight for what the callee's name means, and one for a bare float among the arguments."""
    name = name_of(node.func)
    look = _BY_NAME.get(name)
    if look is not None:
        construct, subject, traits = look(node, place)
        if construct:
            facts = place.facts() | place.guarded()
            yield Sight(
                construct, place.lines.span(node), subject, frozenset(facts | traits), place.lines.segment(node)
            )
    if name not in _SELF_EVIDENT and name not in _SLEEPS:
        yield from _float_arguments(node, name, place)


_Seen = tuple[str, str, set[str]]
_NOTHING: _Seen = ("", "", set())


def _float_arguments(node: ast.Call, name: str, place: Place) -> Iterator[Sight]:
    for argument in node.args:
        value = number_of(argument)
        if isinstance(value, float) and value not in {0.0, 1.0, -1.0}:
            subject = place.lines.segment(argument)
            yield Sight("float-argument", place.lines.span(node), subject, frozenset(place.facts()), name)
            return


def _sleep(node: ast.Call, place: Place) -> _Seen:
    if not node.args:
        return _NOTHING
    value = number_of(node.args[0])
    traits = {"literal"} if value is not None else set()
    if value is not None and 0 < value < 1:
        traits.add("fraction")
    if value == 0:
        traits.add("yields")
    # a loop that looks again after a short sleep is the idiom of polling
    if any(isinstance(ancestor, ast.While) for ancestor in place.ancestors):
        traits.add("polling")
    if re.search(r"sleep|wait|poll|retr|delay|period|every|interval|second", place.docstring):
        traits.add("documented")
    return "sleep", place.lines.segment(node.args[0]), traits


def _pattern(node: ast.Call, place: Place) -> _Seen:
    base = node.func.value if isinstance(node.func, ast.Attribute) else None
    if not (isinstance(base, ast.Name) and base.id in {"re", "regex"} and node.args):
        return _NOTHING
    first = node.args[0]
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str) and len(first.value) > _LONG_PATTERN):
        return _NOTHING
    verbose = "(?#" in first.value or "\n" in first.value
    return "regex", place.lines.segment(first), {"explained-inside"} if verbose else set()


def _probe(node: ast.Call, place: Place) -> _Seen:
    if len(node.args) < 2:
        return _NOTHING
    return "hasattr", place.lines.segment(node.args[1]), set()


def _copied(node: ast.Call, place: Place) -> _Seen:
    subject = node.args[0] if node.args else node.func
    if isinstance(subject, ast.Attribute) and not node.args:
        subject = subject.value
    return "copy", place.lines.segment(subject), {"deep"} if name_of(node.func) == "deepcopy" else set()


def _ordered(node: ast.Call, place: Place) -> _Seen:
    keyed = any(keyword.arg in {"key", "reverse"} for keyword in node.keywords)
    traits = {"reversed"} if name_of(node.func) == "reversed" or _reverse(node) else set()
    if size(node) > _LARGE:
        traits.add("large")
    return "order", place.lines.segment(node.func), traits | ({"keyed"} if keyed else set())


def _reverse(node: ast.Call) -> bool:
    return any(keyword.arg == "reverse" for keyword in node.keywords)


def _flushed(node: ast.Call, place: Place) -> _Seen:
    return "flush", place.lines.segment(node), {"collect"} if name_of(node.func) == "collect" else set()


def _locked(node: ast.Call, place: Place) -> _Seen:
    receiver = node.func.value if isinstance(node.func, ast.Attribute) else None
    if receiver is None or not {"lock", "semaphore", "mutex", "sem", "rlock", "cond"} & set(parts(name_of(receiver))):
        return _NOTHING
    timed = bool(node.args) or any(k.arg in {"blocking", "timeout"} for k in node.keywords)
    return "lock", place.lines.segment(receiver), {"timed"} if timed else set()


def _silenced(node: ast.Call, place: Place) -> _Seen:
    if not (node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value in {"ignore", "error", "once"}):
        return _NOTHING
    narrowed = len(node.args) > 1 or any(k.arg in {"message", "module"} for k in node.keywords)
    traits = {"narrowed"} if narrowed else set()
    if not any(k.arg in {"message", "module"} for k in node.keywords) and (
        name_of(node.func) == "simplefilter" or len(node.args) == 1
    ):
        traits.add("whole-category")
    if node.args[0].value == "ignore":
        traits.add("ignores")
    if place.asked_for() or _before_import(node, place) or _own_deprecation(node, place):
        traits.add("asked-for")
    return "warning-filter", place.lines.segment(node), traits


def _before_import(node: ast.Call, place: Place) -> bool:
    """Whether a deprecation is silenced for the import that follows: the import is what is deprecated."""
    after = place.siblings[place.position + 1 : place.position + 2]
    return "Deprecat" in place.lines.segment(node) and any(isinstance(n, (ast.Import, ast.ImportFrom)) for n in after)


def _own_deprecation(node: ast.Call, place: Place) -> bool:
    """Whether the function announced its own deprecation before: what it goes on to call is deprecated with it."""
    function = place.enclosing.node if place.enclosing else None
    if function is None or "Deprecat" not in place.lines.segment(node):
        return False
    return any(
        isinstance(call, ast.Call)
        and name_of(call.func) == "warn"
        and call.lineno < node.lineno
        and "Deprecat" in place.lines.segment(call)
        for call in ast.walk(function)
    )


def _reflected(node: ast.Call, place: Place) -> _Seen:
    return "setattr", place.lines.segment(node.args[1]) if len(node.args) > 1 else "", set()


def _frames(node: ast.Call, place: Place) -> _Seen:
    return "frame", place.lines.segment(node), set()


_SLEEPS = frozenset({"sleep"})
_BY_NAME = {
    "sleep": _sleep,
    "compile": _pattern,
    "match": _pattern,
    "search": _pattern,
    "sub": _pattern,
    "findall": _pattern,
    "finditer": _pattern,
    "fullmatch": _pattern,
    "split": _pattern,
    "hasattr": _probe,
    "copy": _copied,
    "deepcopy": _copied,
    "sorted": _ordered,
    "sort": _ordered,
    "reversed": _ordered,
    "flush": _flushed,
    "collect": _flushed,
    "fsync": _flushed,
    "acquire": _locked,
    "filterwarnings": _silenced,
    "simplefilter": _silenced,
    "setattr": _reflected,
    "_getframe": _frames,
}

DETECTORS = {ast.Call: (call,)}
