"""Cyclomatic complexity, counted by radon."""

from __future__ import annotations

import ast

from radon.visitors import ComplexityVisitor

# more than half of all nodes, none of which can branch: passing them over halves the cost of the count
_LEAVES = (ast.Name, ast.Constant, ast.expr_context, ast.operator, ast.cmpop, ast.unaryop, ast.alias, ast.arg)

# radon counts these on their own
_PASSED_OVER = (*_LEAVES, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class _Counter(ComplexityVisitor):  # type: ignore[misc]
    def visit(self, node: ast.AST) -> None:
        if not isinstance(node, _PASSED_OVER):
            super().visit(node)


def complexity_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The complexity of a function, what is defined inside it apart."""
    counter = _Counter(off=False)
    for statement in node.body:
        counter.visit(statement)
    return 1 + int(counter.complexity)
