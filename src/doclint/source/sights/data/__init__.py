"""Steps of data analysis and of model training, by the names that users of the usual libraries call.

Everything here is silent in a file that imports none of those libraries: `drop`, `merge` and `fit` mean something
else there.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.data import counts, cuts, features, modes, rows, samples, settings, values
from doclint.source.sights.data.libraries import LIBRARIES
from doclint.source.sights.syntax import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place
    from doclint.source.sights.data.seen import Look, Seen

_CALLS: dict[str, Look] = {
    **rows.CALLS,
    **values.CALLS,
    **features.CALLS,
    **samples.CALLS,
    **settings.CALLS,
    **modes.CALLS,
    **cuts.CALLS,
}


def call(node: ast.Call, place: Place) -> Iterator[Sight]:
    """The data step that a call stands for; constructors of models are told by the shape of their names too."""
    if place.libraries & LIBRARIES:
        name = name_of(node.func)
        look = _CALLS.get(name) or (settings.model if settings.is_model(name) else None)
        if look is not None:
            yield from _sight(look(node, place), node, place)
        if name == "drop":
            yield from _sight(cuts.labels(node, place), node, place)
        yield from _sight(cuts.weights(node, place), node, place)
        yield from _sight(counts.told(node, place), node, place)


def subscript(node: ast.Subscript, place: Place) -> Iterator[Sight]:
    """Rows or columns picked out of a table."""
    if place.libraries & LIBRARIES:
        yield from _sight(
            rows.filtered(node, place) or features.picked(node, place) or cuts.positions(node, place), node, place
        )


def assignment(node: ast.Assign, place: Place) -> Iterator[Sight]:
    """Settings that a script gives a name to, and parameters that are frozen."""
    if place.libraries & LIBRARIES:
        yield from _sight(settings.named(node, place) or modes.frozen(node, place), node, place)
        yield from _sight(counts.named(node, place), node, place)


def table(node: ast.Dict, place: Place) -> Iterator[Sight]:
    """Settings collected in a dictionary."""
    if place.libraries & LIBRARIES:
        yield from _sight(settings.collected(node, place), node, place)


def compared(node: ast.Compare, place: Place) -> Iterator[Sight]:
    """Where a score becomes a decision."""
    if place.libraries & LIBRARIES:
        yield from _sight(cuts.threshold(node, place), node, place)


def _sight(seen: Seen | None, node: ast.AST, place: Place) -> Iterator[Sight]:
    if seen is not None:
        traits = frozenset(seen.traits | place.facts())
        yield Sight(seen.construct, place.lines.span(node), seen.subject, traits, seen.detail)


DETECTORS = {
    ast.Call: (call,),
    ast.Subscript: (subscript,),
    ast.Assign: (assignment,),
    ast.Dict: (table,),
    ast.Compare: (compared,),
}
