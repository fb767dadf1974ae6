"""Rows that are dropped, kept, filled, limited or joined."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import TABLES
from doclint.source.sights.data.seen import (
    Look,
    Seen,
    argument,
    columns_of,
    is_module,
    listed,
    receiver,
    strings,
)
from doclint.source.sights.syntax import name_of, number_of

if TYPE_CHECKING:
    from doclint.source.place import Place

_MISSING = ("notna", "notnull", "isna", "isnull", "isnan", "isfinite", "is_null", "is_not_null", "drop_nans")
# above zero, or not even once: what is asked for there needs no source
_NO_LIMITS = frozenset({0, 1, -1})
# what is closer to zero guards against rounding
_SMALLEST = 1e-3
_LIMIT_IN_TEXT = re.compile(r"[<>]=?\s*-?(?!(?:0|1|0\.0|1\.0)(?![\d.]))\d")
_AFTERWARDS = frozenset({"copy", "reset_index", "sort_values", "set_index", "to_numpy", "dropna", "astype"})


def filtered(node: ast.Subscript, place: Place) -> Seen | None:
    """`df = df[df.price < 500]`: rows chosen by a condition on the same table."""
    table = node.value
    if isinstance(table, ast.Attribute) and table.attr == "loc":
        table = table.value
    mask = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
    if not (isinstance(node.ctx, ast.Load) and _is_condition(mask) and isinstance(table, (ast.Name, ast.Attribute))):
        return None
    name = place.lines.segment(table)
    if not any(isinstance(part, ast.expr) and place.lines.segment(part) == name for part in _names(mask)):
        return None
    if not _is_assigned(node, place):
        return None
    traits = {"replaced"} if name in _targets(place) else set()
    if any(number_of(part) is not None for part in ast.walk(mask)):
        traits.add("number")
    if any(strings(side) for part in ast.walk(mask) if isinstance(part, ast.Compare) for side in part.comparators):
        traits.add("text")
    if not place.libraries & TABLES:
        traits.add("array")
    if has_limit(mask):
        traits.add("limit")
    construct = "rows-missing" if _only_missing(mask) else "rows-filtered"
    if construct == "rows-missing":
        return Seen(construct, listed(_columns_in(mask)), name, frozenset(traits))
    return Seen(construct, place.lines.segment(mask), name, frozenset(traits))


def _query(node: ast.Call, place: Place) -> Seen | None:
    condition = argument(node, "expr", 0)
    if not strings(condition) or not place.libraries & TABLES or not isinstance(place.statement, ast.Assign):
        return None
    limit = {"limit"} if _LIMIT_IN_TEXT.search(strings(condition)[0]) else set()
    return Seen("rows-filtered", strings(condition)[0], _table(node, place), _replacing(node, place) | {"text"} | limit)


def _selected(node: ast.Call, place: Place) -> Seen | None:
    """`df = df.filter(pl.col("price") < 500)` of polars and Spark."""
    mask, table = node.args[0] if node.args else None, receiver(node)
    if not isinstance(mask, ast.Compare) or table is None or not place.libraries & {"polars", "pyspark"}:
        return None
    traits = _replacing(node, place) | ({"limit"} if has_limit(mask) else set())
    return Seen("rows-filtered", place.lines.segment(mask), _table(node, place), traits)


def has_limit(mask: ast.expr, *, equal: bool = False) -> bool:
    """Whether a condition compares with a number that is no mere sign or flag; `equal` takes equality too."""
    orders = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, *((ast.Eq,) if equal else ()))
    return any(
        isinstance(order, orders) and _is_limit(number_of(side))
        for part in ast.walk(mask)
        if isinstance(part, ast.Compare)
        for order, side in zip(part.ops, part.comparators, strict=True)
    )


def _is_limit(number: float | None) -> bool:
    return number is not None and number not in _NO_LIMITS and abs(number) >= _SMALLEST


def _missing(node: ast.Call, place: Place) -> Seen | None:
    if receiver(node) is None or not place.libraries & TABLES:
        return None
    axis = argument(node, "axis", 0)
    if number_of(axis) == 1 or strings(axis) == ["columns"]:
        return Seen("columns-dropped", "", _table(node, place), frozenset({"missing"}))
    columns = strings(argument(node, "subset")) or columns_of(receiver(node))
    traits = {name for name in ("how", "thresh", "subset") if argument(node, name) is not None}
    return Seen("rows-missing", listed(columns), _table(node, place), frozenset(traits) | _replacing(node, place))


def _duplicates(node: ast.Call, place: Place) -> Seen | None:
    if receiver(node) is None or not place.libraries & TABLES:
        return None
    columns = strings(argument(node, "subset", 0)) or columns_of(receiver(node))
    kept = strings(argument(node, "keep"))
    traits = frozenset({"kept"} if kept else set()) | _replacing(node, place)
    return Seen("rows-duplicate", listed(columns), _table(node, place), traits)


def _joined(node: ast.Call, place: Place) -> Seen | None:
    """`merge` and `join` of two tables."""
    keys = [k for name in ("on", "left_on", "right_on", "by", "left_by") for k in strings(argument(node, name))]
    how = strings(argument(node, "how"))
    indexed = any(k.arg in {"left_index", "right_index"} for k in node.keywords)
    base = receiver(node)
    if base is None or not place.libraries & TABLES:
        return None
    if not (keys or how or indexed or (node.args and is_module(base, place) and len(node.args) > 1)):
        return None
    traits = {f"how-{how[0]}"} if how else {"how-unsaid"}
    # merge keeps matches only, where join keeps every row of the left table
    default = "left" if name_of(node.func) == "join" else "inner"
    if argument(node, "validate") is not None:
        traits.add("validated")
    return Seen("join", listed(keys), how[0] if how else default, frozenset(traits | {name_of(node.func)}))


def _is_condition(mask: ast.expr) -> bool:
    if isinstance(mask, ast.UnaryOp) and isinstance(mask.op, (ast.Invert, ast.Not)):
        return True
    if isinstance(mask, ast.BinOp) and isinstance(mask.op, (ast.BitAnd, ast.BitOr)):
        return True
    if isinstance(mask, ast.Call) and isinstance(mask.func, ast.Attribute):
        return mask.func.attr in {*_MISSING, "isin", "between", "contains", "startswith", "endswith", "duplicated"}
    return isinstance(mask, ast.Compare)


def _names(mask: ast.expr) -> list[ast.AST]:
    return [part for part in ast.walk(mask) if isinstance(part, (ast.Name, ast.Attribute))]


def _only_missing(mask: ast.expr) -> bool:
    calls = [p for p in ast.walk(mask) if isinstance(p, ast.Call)]
    compared = any(isinstance(part, ast.Compare) for part in ast.walk(mask))
    named = [c.func.attr for c in calls if isinstance(c.func, ast.Attribute)]
    return bool(named) and not compared and all(name in _MISSING for name in named)


def _columns_in(mask: ast.expr) -> list[str]:
    calls = [part for part in ast.walk(mask) if isinstance(part, ast.Call)]
    picked = [columns_of(call.args[0] if call.args else receiver(call)) for call in calls]
    return list(dict.fromkeys(column for columns in picked for column in columns))


def _is_assigned(node: ast.expr, place: Place) -> bool:
    """Whether the rows picked are what the statement keeps, not something it only counts or prints."""
    value = place.statement.value if isinstance(place.statement, (ast.Assign, ast.AnnAssign)) else None
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _AFTERWARDS:
        value = value.func.value
    return value is node


def _targets(place: Place) -> list[str]:
    statement = place.statement
    return [place.lines.segment(target) for target in statement.targets] if isinstance(statement, ast.Assign) else []


def _table(node: ast.Call, place: Place) -> str:
    base = receiver(node)
    return place.lines.segment(base) if isinstance(base, (ast.Name, ast.Attribute, ast.Subscript)) else ""


def _replacing(node: ast.Call, place: Place) -> frozenset[str]:
    """`replaced` where the table itself loses the rows."""
    inplace = argument(node, "inplace")
    changed = isinstance(inplace, ast.Constant) and inplace.value is True
    return frozenset({"replaced"} if changed or _table(node, place) in _targets(place) else set())


CALLS: dict[str, Look] = {
    "dropna": _missing,
    "drop_nulls": _missing,
    "drop_duplicates": _duplicates,
    "query": _query,
    "filter": _selected,
    "where": _selected,
    "merge": _joined,
    "join": _joined,
    "merge_asof": _joined,
}
