"""Whole functions, classes and modules as steps: dense ones, and ones whose purpose is not said."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.span import Span
from doclint.model.step import Sight
from doclint.source.complexity import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

# McCabe's own limit for a function one can test and hold in mind (1976)
_COMPLEX = 10

# a class or module shorter than this is its own summary
_SMALL_CLASS = 40
_SMALL_MODULE = 80


def function(node: ast.FunctionDef | ast.AsyncFunctionDef, place: Place) -> Iterator[Sight]:
    """A function with more branches than a reader holds in mind."""
    if place.enclosing is None or at_most(node, place.lines) <= _COMPLEX:
        return
    complexity = place.complexities[place.enclosing.step]
    if complexity <= _COMPLEX:
        return
    traits = place.facts() | {f"over-{bound}" for bound in (15, 20, 30) if complexity >= bound}
    # of functions with longer docstrings annotators found three in four explained enough
    if len(place.docstring) < 200:
        traits.add("short-docstring")
    yield Sight("dense-function", _header_span(node, place), node.name, frozenset(traits), str(complexity))


def class_purpose(node: ast.ClassDef, place: Place) -> Iterator[Sight]:
    """A class of some size without a docstring."""
    if ast.get_docstring(node) is None and (node.end_lineno or 0) - node.lineno >= _SMALL_CLASS:
        traits = {"private"} if node.name.startswith("_") else {"public"}
        yield Sight("class-purpose", _header_span(node, place), node.name, frozenset(traits))


def module_purpose(node: ast.Module, place: Place) -> Iterator[Sight]:
    """A module of some size without a docstring."""
    if ast.get_docstring(node) is None and len(place.lines.text) >= _SMALL_MODULE:
        # without width: the question is about the file, whatever happens to stand first in it
        yield Sight("module-purpose", Span(1, 1, 1, 1), "this module", frozenset({"module-level"}))


def _header_span(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, place: Place) -> Span:
    return place.lines.line(node.lineno)


DETECTORS = {
    ast.FunctionDef: (function,),
    ast.AsyncFunctionDef: (function,),
    ast.ClassDef: (class_purpose,),
    ast.Module: (module_purpose,),
}
