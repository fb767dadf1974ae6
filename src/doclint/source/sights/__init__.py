"""What can be seen in a statement that makes a reader ask, by kind of syntax node.

A detector is a function of a node and its place. It reports generously: rules decide which sights are worth a
question, the ranking uses them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.source.sights import amounts, branches, calls, choices, data, definitions, errors, numbers, state

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from doclint.model.step import Sight
    from doclint.source.place import Place

    Detector = Callable[[Any, Place], Iterable[Sight]]


def _by_node(*tables: Mapping[Any, Any]) -> dict[type[ast.AST], tuple[Detector, ...]]:
    merged: dict[type[ast.AST], tuple[Detector, ...]] = {}
    for table in tables:
        for node, detectors in table.items():
            merged[node] = merged.get(node, ()) + detectors
    return merged


DETECTORS = _by_node(
    errors.DETECTORS,
    numbers.DETECTORS,
    amounts.DETECTORS,
    calls.DETECTORS,
    branches.DETECTORS,
    choices.DETECTORS,
    state.DETECTORS,
    definitions.DETECTORS,
    data.DETECTORS,
)
