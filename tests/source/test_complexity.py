"""The pruned count is radon's own, and the bound that spares it holds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from radon.visitors import ComplexityVisitor

from doclint.source.complexity import Complexities, at_most, complexity_of
from doclint.source.place import Lines

FILES = [*Path(ast.__file__).parent.glob("[a-d]*.py"), *Path(__file__).parents[2].joinpath("src").rglob("*.py")]


def _counted(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    complexities = Complexities()
    complexities.add(1, node)
    return complexities[1]


@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: path.stem)
def test_as_radon_counts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert complexity_of(node) == ComplexityVisitor.from_ast(node).functions[0].complexity, node.name
            assert _counted(node) <= at_most(node, Lines(text)), node.name
