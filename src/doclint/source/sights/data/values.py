"""Values that are filled in or cut off."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import ARRAYS, TABLES
from doclint.source.sights.data.seen import (
    Look,
    Seen,
    argument,
    columns_of,
    is_module,
    listed,
    literal,
    receiver,
    stored,
    strings,
)
from doclint.source.sights.syntax import number_of

if TYPE_CHECKING:
    from doclint.source.place import Place

# nothing, none of it, all of it, or the mark that libraries use for a missing code
_NEUTRAL = frozenset({None, 0, 1, -1})
_STATISTICS = frozenset({"mean", "median", "mode"})

# limits beyond these keep a logarithm or a division finite and describe no data
_GUARD = 1e-3

# the ends of the usual confidence intervals
_INTERVALS = frozenset({0.05, 0.95, 0.025, 0.975, 0.1, 0.9, 5, 95, 2.5, 97.5, 10, 90})

# the middle and the quarters describe a column; other quantiles are chosen to cut it
_DESCRIBING = frozenset({0.0, 0.25, 0.5, 0.75, 1.0, 25, 50, 75, 100})


def _filled(node: ast.Call, place: Place) -> Seen | None:
    """`fillna`, `ffill`, `interpolate`: missing values are made up."""
    table = receiver(node)
    if table is None or is_module(table, place) or not place.libraries & TABLES:
        return None
    value = argument(node, "value", 0)
    columns = columns_of(table) or stored(place)
    detail = place.lines.segment(value) if value is not None else place.lines.segment(node).rsplit(".", 1)[-1]
    traits = {"named"} if columns else set()
    if value is None or (literal(value) and strings(value) != [""]):
        traits.add("literal")
    if number_of(value) not in _NEUTRAL and not _is_compared(node, place):
        traits.add("number")
    if any(isinstance(part, ast.Attribute) and part.attr in _STATISTICS for part in ast.walk(value or node.func)):
        traits.add("statistic")
    return Seen("imputed", listed(columns), detail, frozenset(traits))


def _is_compared(node: ast.Call, place: Place) -> bool:
    """Whether the filled values are only compared: what is filled in then decides which way the gaps go."""
    inside = [part for part in ast.walk(place.statement or node) if isinstance(part, ast.Compare)]
    return any(part is node for compare in inside for part in ast.walk(compare))


def _imputer(node: ast.Call, place: Place) -> Seen | None:
    strategy = strings(argument(node, "strategy"))
    traits = {"statistic"} if strategy and strategy[0] != "constant" else {"imputer"}
    return Seen("imputed", "", f"the {strategy[0]}" if strategy else place.lines.segment(node), frozenset(traits))


def _limited(node: ast.Call, place: Place) -> Seen | None:
    """`clip(0, 100)` and quantiles that cut."""
    if not place.libraries & (TABLES | ARRAYS):
        return None
    data = receiver(node)
    bounds, table = (node.args[1:], node.args[0]) if is_module(data, place) and node.args else (node.args, data)
    named = [k.value for k in node.keywords if k.arg in {"lower", "upper", "min", "max", "a_min", "a_max", "q"}]
    numbers = [place.lines.segment(bound) for bound in (*bounds, *named) if number_of(bound) is not None]
    if not numbers:
        return None
    plain = all(_is_guard(number_of(bound)) for bound in (*bounds, *named))
    columns = columns_of(table) or stored(place)
    what = listed(columns) or f"`{place.lines.segment(table)}`" if table is not None else ""
    return Seen("outlier-limit", " and ".join(numbers), what, frozenset({"plain"} if plain else set()))


def _is_guard(bound: float | None) -> bool:
    """Whether a limit is the end of a range by definition, or only keeps a logarithm or division finite."""
    return (
        bound in {None, 0, 1, -1, 2, 255} or not _GUARD < abs(bound or 0) < 1 / _GUARD or 1 - _GUARD < (bound or 0) < 1
    )


def _quantile(node: ast.Call, place: Place) -> Seen | None:
    cut = argument(node, "q", 1 if is_module(receiver(node), place) else 0)
    value = number_of(cut)
    if cut is None or value is None or value in _DESCRIBING or not place.libraries & (TABLES | ARRAYS):
        return None
    table = node.args[0] if is_module(receiver(node), place) and node.args else receiver(node)
    columns = columns_of(table)
    what = listed(columns) or f"`{place.lines.segment(table)}`" if table is not None else ""
    traits = {"quantile"}
    if isinstance(place.statement, ast.Assign) and place.statement.value is node:
        traits.add("kept")
    if value in _INTERVALS:
        traits.add("interval")
    return Seen("outlier-limit", place.lines.segment(cut), what, frozenset(traits))


CALLS: dict[str, Look] = {
    "fillna": _filled,
    "fill_null": _filled,
    "ffill": _filled,
    "bfill": _filled,
    "interpolate": _filled,
    "SimpleImputer": _imputer,
    "KNNImputer": _imputer,
    "IterativeImputer": _imputer,
    "clip": _limited,
    "winsorize": _limited,
    "quantile": _quantile,
    "percentile": _quantile,
}
