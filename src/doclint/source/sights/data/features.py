"""Columns that are encoded, scaled, dropped or selected."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import LEARNERS, TABLES
from doclint.source.sights.data.rows import has_limit
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
from doclint.source.sights.syntax import name_of, number_of

if TYPE_CHECKING:
    from doclint.source.place import Place

# a mapping of two values reads as a flag, one of three and more as an order somebody decided on
_ORDERED = 3

# `X_test_cat`: the others are numbers, and wait in a table of their own
_OF_A_KIND = re.compile(r"(^|_)(cats?|nums?|categor\w*|numeric\w*|numbers|texts?)(_|$)")


def picked(node: ast.Subscript, place: Place) -> Seen | None:
    """`X = df[["age", "fare"]]`: some columns kept, the others left out."""
    statement = place.statement
    columns = strings(node.slice) if isinstance(node.slice, ast.List) else []
    if not columns or not isinstance(statement, ast.Assign) or not place.libraries & TABLES:
        return None
    # the columns go back where they came from
    if isinstance(statement.targets[0], ast.Subscript):
        return None
    value = statement.value
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        value = value.func.value
    if (value.value if isinstance(value, ast.Attribute) else value) is not node:
        return None
    table = place.lines.segment(node.value)
    features = name_of(statement.targets[0]).lower()
    if _OF_A_KIND.search(features):
        return None
    traits = {"features"} if features.startswith("x") or "feature" in features else set()
    return Seen("columns-selected", listed(columns), table, frozenset(traits))


def _dropped(node: ast.Call, place: Place) -> Seen | None:
    """`drop(columns=...)` and, with another axis, `drop(index=...)`."""
    table = receiver(node)
    if table is None or not place.libraries & TABLES:
        return None
    name = place.lines.segment(table)
    columns, axis, rows = argument(node, "columns"), argument(node, "axis", 1), argument(node, "index")
    if columns is None and (number_of(axis) == 1 or strings(axis) == ["columns"]):
        columns = argument(node, "labels", 0)
    if columns is not None:
        found = strings(columns)
        traits = {"named"} if found else set()
        if found and any(_is_mentioned(column, place) for column in found):
            traits.add("mentioned")
        return Seen("columns-dropped", listed(found) or f"`{place.lines.segment(columns)}`", name, frozenset(traits))
    if rows is None and not is_module(table, place) and node.args and place.libraries & {"pandas"}:
        rows = node.args[0] if number_of(axis) == 0 or axis is None else None
    if rows is None or strings(rows):
        return None
    limit = frozenset({"limit"} if has_limit(rows, equal=True) else set())
    return Seen("rows-dropped", place.lines.segment(rows), name, limit)


def _is_mentioned(column: str, place: Place) -> bool:
    """Whether a column is used elsewhere too: a target or helper column goes once it has served."""
    statement = place.statement
    first, last = (statement.lineno, statement.end_lineno or statement.lineno) if statement is not None else (0, 0)
    others = (*place.lines.text[: first - 1], *place.lines.text[last:])
    told = (f'"{column}"', f"'{column}'", f".{column}")
    return any(words in row for row in others for words in told)


def _encoded(node: ast.Call, place: Place) -> Seen | None:
    if not place.libraries & (TABLES | LEARNERS):
        return None
    columns = strings(argument(node, "columns")) or (columns_of(node.args[0]) if node.args else []) or stored(place)
    return Seen("encoded", listed(columns), name_of(node.func), frozenset(_options(node)))


def _mapped(node: ast.Call, place: Place) -> Seen | None:
    """`df["size"].map({"S": 0, "M": 1, "L": 2})`: texts become numbers somebody chose."""
    table = argument(node, "", 0)
    if not isinstance(table, ast.Dict) or not place.libraries & TABLES:
        return None
    numbers = [value for value in table.values if number_of(value) is not None]
    columns = columns_of(receiver(node)) or stored(place)
    if len(numbers) < _ORDERED or len(numbers) < len(table.values) or not columns:
        return None
    return Seen("encoded", listed(columns), "map", frozenset({"mapped"}))


def _binned(node: ast.Call, place: Place) -> Seen | None:
    bins = argument(node, "bins", 1) or argument(node, "q", 1)
    if bins is None or not literal(bins) or not place.libraries & TABLES or not is_module(receiver(node), place):
        return None
    columns = columns_of(node.args[0]) if node.args else []
    return Seen("binned", place.lines.segment(bins), listed(columns), frozenset({name_of(node.func)}))


def _scaled(node: ast.Call, place: Place) -> Seen | None:
    if not place.libraries & LEARNERS:
        return None
    return Seen("scaled", name_of(node.func), listed(stored(place)), frozenset(_options(node)))


def _logged(node: ast.Call, place: Place) -> Seen | None:
    """`df["fare"] = np.log1p(df["fare"])`: a column is bent before anything sees it."""
    columns = columns_of(node.args[0]) if node.args and isinstance(node.args[0], ast.Subscript) else []
    if not columns or not place.libraries & TABLES or not is_module(receiver(node), place):
        return None
    return Seen("transformed", listed(columns), place.lines.segment(node.func))


def _selected(node: ast.Call, place: Place) -> Seen | None:
    """Selectors and projections with a number written out."""
    if not place.libraries & LEARNERS:
        return None
    names = ("k", "n_components", "n_features_to_select", "threshold", "percentile", "max_features")
    values = [(name, argument(node, name)) for name in names]
    values += [("the first argument", node.args[0])] if node.args else []
    shown = [(name, value) for name, value in values if value is not None and number_of(value) is not None]
    if not shown:
        return None
    subject = place.lines.segment(shown[0][1])
    traits = {"picture"} if number_of(shown[0][1]) in {2, 3} else set()
    return Seen("features-selected", subject, name_of(node.func), frozenset(traits))


def _options(node: ast.Call) -> set[str]:
    """`options` where an argument says more than the name of the class does."""
    return {"options"} if any(literal(keyword.value) for keyword in node.keywords) else set()


_ENCODERS = "get_dummies OneHotEncoder OrdinalEncoder LabelEncoder TargetEncoder factorize to_dummies".split()
_SCALERS = (
    "StandardScaler MinMaxScaler RobustScaler MaxAbsScaler PowerTransformer QuantileTransformer Normalizer "
    "KBinsDiscretizer PolynomialFeatures"
).split()
_SELECTORS = (
    "SelectKBest SelectPercentile RFE RFECV VarianceThreshold SelectFromModel TruncatedSVD PCA NMF UMAP TSNE "
    "FastICA SequentialFeatureSelector"
).split()
CALLS: dict[str, Look] = {
    "drop": _dropped,
    "map": _mapped,
    "replace": _mapped,
    "cut": _binned,
    "qcut": _binned,
    "log": _logged,
    "log1p": _logged,
    "log10": _logged,
    "sqrt": _logged,
    **dict.fromkeys(_ENCODERS, _encoded),
    **dict.fromkeys(_SCALERS, _scaled),
    **dict.fromkeys(_SELECTORS, _selected),
}
