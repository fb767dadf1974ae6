"""Cyclomatic complexity, counted by radon where somebody asks for it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from radon.visitors import ComplexityVisitor

if TYPE_CHECKING:
    from doclint.source.place import Lines

    Function = ast.FunctionDef | ast.AsyncFunctionDef

# each adds at most one to the count; those in strings and comments only make the bound looser
_BRANCHES = re.compile(r"\b(?:if|elif|for|while|except|assert|and|or|case)\b|\belse\s*:")

# more than half of all nodes, none of which can branch: passing them over halves the cost of the count
_LEAVES = (ast.Name, ast.Constant, ast.expr_context, ast.operator, ast.cmpop, ast.unaryop, ast.alias, ast.arg)

# McCabe counts a straight function of this many lines at 5 or less nearly always, and reach grows only above 5
_SHORT_FUNCTION = 10

# radon counts these on their own
_PASSED_OVER = (*_LEAVES, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class _Counter(ComplexityVisitor):  # type: ignore[misc]
    def visit(self, node: ast.AST) -> None:
        if not isinstance(node, _PASSED_OVER):
            super().visit(node)


class Complexities(dict[int, int]):
    """The complexity of each function by the index of its step, and 1 for the module; counted when first asked for.

    A count costs as much as the walk of the whole function, and only functions with a question need theirs.
    """

    def __init__(self) -> None:
        super().__init__({0: 1})
        self._functions: dict[int, Function] = {}

    def add(self, index: int, node: Function) -> None:
        """Makes a function known."""
        self._functions[index] = node

    def __missing__(self, index: int) -> int:
        node = self._functions[index]
        count = self[index] = 1 if _is_short(node) else complexity_of(node)
        return count


def at_most(node: Function, lines: Lines) -> int:
    """A bound on what `Complexities` counts for a function, for the price of one look at its text."""
    if _is_short(node):
        return 1
    # a docstring is full of the words that branch in code
    told = ast.get_docstring(node, clean=False) is not None
    first = (node.body[0].end_lineno or node.lineno) if told else node.lineno - 1
    return 1 + len(_BRANCHES.findall("\n".join(lines.text[first : node.end_lineno])))


def _is_short(node: Function) -> bool:
    return (node.end_lineno or node.lineno) - node.lineno < _SHORT_FUNCTION


def complexity_of(node: Function) -> int:
    """The complexity of a function, what is defined inside it apart."""
    counter = _Counter(off=False)
    for statement in node.body:
        counter.visit(statement)
    return 1 + int(counter.complexity)
