"""The pruned count is radon's own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from radon.visitors import ComplexityVisitor

from doclint.source.complexity import complexity_of

FILES = [*Path(ast.__file__).parent.glob("[a-d]*.py"), *Path(__file__).parents[2].joinpath("src").rglob("*.py")]


@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: path.stem)
def test_as_radon_counts(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert complexity_of(node) == ComplexityVisitor.from_ast(node).functions[0].complexity, node.name
