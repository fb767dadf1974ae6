"""Values of the model to JSON and back.

Not pickle: a cache lies in the project's folder, and unpickling a file that came with a repository runs its code.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

_Value = TypeVar("_Value")

# annotations name classes that their module imports for type checkers only
_MODULES = ("cell", "comparison", "finding", "judgement", "remark", "report", "span", "step", "suppression")


class Unpackable(Exception):
    """The text is no packed value of the wanted kind."""


def packed(value: object) -> str:
    """The JSON of a dataclass: its fields in order, without their names."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def unpacked(kind: type[_Value], text: str) -> _Value:
    """The value that was packed.

    Raises:
        Unpackable: for anything else.
    """
    try:
        maker: Any = _maker
        value: _Value = maker(kind)(json.loads(text))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise Unpackable(str(error)) from None
    return value


def _plain(value: Any) -> object:
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is no value of a report")


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """How to make a value of an annotated type from what JSON keeps of it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (inner,) = (_maker(argument) for argument in arguments if argument is not NoneType)
        return lambda value: None if value is None else inner(value)
    if origin in {tuple, frozenset}:
        if origin is tuple and arguments[-1] is not Ellipsis:
            makers = [_maker(argument) for argument in arguments]
            return lambda value: tuple(make(part) for make, part in zip(makers, value, strict=True))
        inner = _maker(arguments[0])
        return lambda value: origin(inner(part) for part in value)
    names = _field_names(kind)
    if names:
        hints = get_type_hints(kind, localns=_names())
        makers = [_maker(hints[name]) for name in names]
        return lambda value: kind(*(make(part) for make, part in zip(makers, value, strict=True)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda value: value


def _field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass or named tuple; none of anything else."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return getattr(kind, "_fields", ())


@cache
def _names() -> dict[str, Any]:
    names: dict[str, Any] = {}
    for module in _MODULES:
        names |= vars(import_module(f"doclint.model.{module}"))
    return names
