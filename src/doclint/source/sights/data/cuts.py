"""Rows cut off by position or label, and scores and classes cut by a number."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import LEARNERS, TABLES, TENSORS
from doclint.source.sights.data.seen import Look, Seen, argument, receiver, strings
from doclint.source.sights.syntax import name_of, number_of, parts

if TYPE_CHECKING:
    from doclint.source.place import Place

_SCORES = frozenset(
    "prob probs proba probas probability probabilities pred preds prediction predictions score scores "
    "confidence similarity sim".split()
)
_PROBABLE = frozenset({"predict", "proba", "probability"})
_TABLE = re.compile(r"(df|data|dataset|train|test|table|frame)(_\w+|\d+)?|\w+_(df|data|dataset|table|frame)", re.I)
# the first of a ranking are shown, not kept
_RANKED = re.compile(r"(top|best|worst|rank|ranked|sorted|recent|preview|display)_", re.I)
_WEIGHTS = ("class_weight", "scale_pos_weight", "pos_weight")

# the first or last row alone is a header or a total that the file itself brings along
_FEW = 1

# closer to none or to all, a number guards against rounding
_SMALLEST = 1e-3

# what a probability is cut at when nobody has thought about it yet
_HALF = 0.5


def positions(node: ast.Subscript, place: Place) -> Seen | None:
    """`df = df.iloc[100:]`, `df[:-24]`: rows cut off by where they stand."""
    table = node.value
    if isinstance(table, ast.Attribute) and table.attr == "iloc":
        table = table.value
    elif not (isinstance(table, ast.Name) and _TABLE.fullmatch(table.id)):
        return None
    rows = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
    if not isinstance(rows, ast.Slice) or not _is_kept(node, place):
        return None
    bounds = [abs(number_of(bound) or 0) for bound in (rows.lower, rows.upper)]
    if max(bounds) <= _FEW or not isinstance(table, (ast.Name, ast.Attribute)):
        return None
    return Seen("rows-position", place.lines.segment(rows), place.lines.segment(table))


def _ends(node: ast.Call, place: Place) -> Seen | None:
    """`df = df.head(1000)`."""
    size, table = argument(node, "n", 0), receiver(node)
    if not isinstance(table, ast.Name) or not _TABLE.fullmatch(table.id) or not _is_kept(node, place):
        return None
    if _RANKED.match(table.id) or abs(number_of(size) or 0) <= _FEW:
        return None
    return Seen("rows-position", place.lines.segment(node.func).rsplit(".", 1)[-1] + f"({number_of(size)})", table.id)


def _is_kept(node: ast.expr, place: Place) -> bool:
    statement = place.statement
    return bool(place.libraries & TABLES) and isinstance(statement, ast.Assign) and statement.value is node


def labels(node: ast.Call, place: Place) -> Seen | None:
    """`df.drop([523, 1298])`: single rows, or columns by number, that somebody looked at."""
    rows, table = argument(node, "index", 0), receiver(node)
    if isinstance(rows, ast.Subscript) and isinstance(rows.value, ast.Attribute) and rows.value.attr == "index":
        rows = rows.slice
    if not isinstance(rows, (ast.List, ast.Tuple)) or table is None or not place.libraries & TABLES:
        return None
    if not rows.elts or any(number_of(label) is None for label in rows.elts):
        return None
    axis = argument(node, "axis", 1)
    kind = "columns" if number_of(axis) == 1 or strings(axis) == ["columns"] else "rows"
    return Seen("rows-label", place.lines.segment(rows), place.lines.segment(table), frozenset({kind}))


def threshold(node: ast.Compare, place: Place) -> Seen | None:
    """`proba > 0.35`: where a score becomes a decision."""
    value = number_of(node.comparators[0]) if len(node.comparators) == 1 else None
    if (
        value is None
        or not _SMALLEST < value < 1 - _SMALLEST
        or place.guarded()
        or not place.libraries & (LEARNERS | TENSORS | TABLES)
    ):
        return None
    words = set(parts(name_of(node.left)))
    # `accuracy_score(y, p) > 0.9` judges a model, it decides no case
    if isinstance(node.left, ast.Call) and not words & _PROBABLE:
        return None
    if isinstance(node.left, ast.Subscript):
        words |= {word for text in strings(node.left.slice) for word in parts(text)}
    if not words & _SCORES:
        return None
    traits = frozenset({"half"} if value == _HALF else set())
    return Seen("decision-threshold", place.lines.segment(node.comparators[0]), place.lines.segment(node.left), traits)


def weights(node: ast.Call, place: Place) -> Seen | None:
    """`class_weight={0: 1, 1: 8}`, `scale_pos_weight=12`: mistakes on one class count more."""
    if not place.libraries & (LEARNERS | TENSORS):
        return None
    for keyword in node.keywords:
        if keyword.arg in _WEIGHTS and _is_uneven(keyword.value):
            return Seen("class-weight", place.lines.segment(keyword.value), keyword.arg)
    return None


def _is_uneven(value: ast.expr) -> bool:
    if isinstance(value, ast.Dict):
        numbers = [number_of(weight) for weight in value.values]
        return None not in numbers and len(set(numbers)) > 1
    return number_of(value) not in {None, 0, 1}


CALLS: dict[str, Look] = {"head": _ends, "tail": _ends}
