"""Switches of mode, precision and device."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from doclint.source.sights.data.libraries import ARRAYS, TABLES, TENSORS
from doclint.source.sights.data.seen import Look, Seen, argument, receiver, strings
from doclint.source.sights.syntax import name_of, parts

if TYPE_CHECKING:
    from doclint.source.place import Place

_NARROW = frozenset(
    {"float16", "bfloat16", "half", "float32", "float64", "double", "int8", "uint8", "int16", "int32", "category"}
    | {"float8_e4m3fn", "float", "single"}
)


def frozen(node: ast.Assign, place: Place) -> Seen | None:
    """`parameter.requires_grad = False`: part of the model no longer learns."""
    target = node.targets[0]
    off = isinstance(node.value, ast.Constant) and node.value.value is False
    if isinstance(target, ast.Attribute) and target.attr == "requires_grad" and off and place.libraries & TENSORS:
        return Seen("frozen", place.lines.segment(target.value))
    return None


def _froze(node: ast.Call, place: Place) -> Seen | None:
    base, value = receiver(node), argument(node, "requires_grad", 0)
    if base is None or not (isinstance(value, ast.Constant) and value.value is False):
        return None
    return Seen("frozen", place.lines.segment(base))


def _cast(node: ast.Call, place: Place) -> Seen | None:
    """`astype("float32")`, `.to(torch.float16)`: precision given up or asked for."""
    base = receiver(node)
    kind = argument(node, "dtype", 0)
    if base is None or kind is None or not place.libraries & (TABLES | ARRAYS | TENSORS):
        return None
    # yes and no lose nothing in any type
    if isinstance(base, ast.Compare):
        return None
    name = strings(kind)[0] if strings(kind) else name_of(kind)
    if name not in _NARROW:
        return None
    return Seen("cast", name, place.lines.segment(base), frozenset({name}))


def _shortcut(node: ast.Call, place: Place) -> Seen | None:
    """`.half()`, `.double()`: casts with a method of their own."""
    base = receiver(node)
    if base is None or node.args or not place.libraries & TENSORS:
        return None
    return Seen("cast", name_of(node.func), place.lines.segment(base), frozenset({name_of(node.func)}))


def _moved(node: ast.Call, place: Place) -> Seen | None:
    base = receiver(node)
    if base is None or not place.libraries & TENSORS:
        return None
    device = strings(node.args[0])[0] if node.args and strings(node.args[0]) else name_of(node.func)
    return Seen("device", device, place.lines.segment(base))


def _switched(node: ast.Call, place: Place) -> Seen | None:
    """`model.eval()`, `model.train()`: layers behave differently from here on."""
    base = receiver(node)
    if base is None or not place.libraries & TENSORS or place.libraries & {"numexpr"}:
        return None
    if "model" not in parts(name_of(base)) and "net" not in parts(name_of(base)):
        return None
    off = bool(node.args) and isinstance(node.args[0], ast.Constant) and node.args[0].value is False
    mode = "eval" if name_of(node.func) == "eval" or off else "train"
    return Seen("mode", place.lines.segment(base), mode, frozenset({mode}))


def _ungraded(node: ast.Call, place: Place) -> Seen | None:
    if not place.libraries & {"torch"}:
        return None
    return Seen("no-gradient", place.lines.segment(node), name_of(node.func), frozenset({name_of(node.func)}))


def _to(node: ast.Call, place: Place) -> Seen | None:
    return _cast(node, place) if place.libraries & {"torch"} else None


CALLS: dict[str, Look] = {
    "astype": _cast,
    "to": _to,
    "half": _shortcut,
    "double": _shortcut,
    "bfloat16": _shortcut,
    "cpu": _moved,
    "cuda": _moved,
    "eval": _switched,
    "no_grad": _ungraded,
    "inference_mode": _ungraded,
    "detach": _ungraded,
    "autocast": _ungraded,
    "requires_grad_": _froze,
}
