"""Steps that reach into something that belongs to others: modules, processes, private parts."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

_OWN = frozenset({"self", "cls", "mcs", "super", "other"})

# namedtuple's and the standard library's documented underscore methods are public by their documentation
_PUBLIC_UNDERSCORES = frozenset({"_replace", "_asdict", "_fields", "_make", "_exit", "_meta", "_getframe", "_"})


def private(node: ast.Attribute, place: Place) -> Iterator[Sight]:
    """A private attribute of another object."""
    name = node.attr
    if not name.startswith("_") or name.endswith("__") or name in _PUBLIC_UNDERSCORES:
        return
    base = node.value
    if isinstance(base, ast.Name) and base.id not in _OWN and not base.id.startswith("_"):
        yield Sight("private-access", place.lines.span(node), f"{base.id}.{name}", frozenset(place.facts()))


def assignment(node: ast.Assign, place: Place) -> Iterator[Sight]:
    """Environment variables that are set, and attributes of imported modules that are replaced."""
    for target in node.targets:
        if isinstance(target, ast.Subscript) and place.lines.segment(target.value) in {"os.environ", "environ"}:
            subject = place.lines.segment(target.slice)
            yield Sight("environment", place.lines.span(target), subject, frozenset(place.facts()))
        elif isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            base = target.value.id
            if base in place.modules:
                replaced = f"{base}.{target.attr}"
                yield Sight("monkeypatch", place.lines.span(target), replaced, frozenset(place.facts()))


def deletion(node: ast.Delete, place: Place) -> Iterator[Sight]:
    """`del` of a local name, which only a reference count or a namespace can want."""
    if all(isinstance(target, ast.Name) for target in node.targets):
        names = [name_of(target) for target in node.targets]
        traits = place.facts()
        # a deleted parameter says "accepted, not used"; frames and tracebacks are deleted against cycles by custom
        if place.parameters & set(names):
            traits.add("parameter")
        if {"frame", "tb", "traceback"} & set(names):
            traits.add("frame")
        yield Sight("deletion", place.lines.span(node), ", ".join(names), frozenset(traits))


def local_import(node: ast.Import | ast.ImportFrom, place: Place) -> Iterator[Sight]:
    """An import inside a function."""
    if place.in_function:
        module = node.module or "." if isinstance(node, ast.ImportFrom) else node.names[0].name
        yield Sight("local-import", place.lines.span(node), module, frozenset(place.facts()))


def shared(node: ast.Global, place: Place) -> Iterator[Sight]:
    """`global` declarations."""
    yield Sight("global-state", place.lines.span(node), ", ".join(node.names), frozenset(place.facts()))


DETECTORS = {
    ast.Attribute: (private,),
    ast.Assign: (assignment,),
    ast.Delete: (deletion,),
    ast.Import: (local_import,),
    ast.ImportFrom: (local_import,),
    ast.Global: (shared,),
}
