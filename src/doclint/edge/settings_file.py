"""`[tool.doclint]` of pyproject.toml, or doclint.toml, to a Config."""

from __future__ import annotations

import difflib
import sys
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from doclint.model.config import FAIL_ON, Config

if TYPE_CHECKING:
    from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


class BadSettings(Exception):
    """A settings file that cannot be used; the message says where and what to do."""


def settings_file(start: Path) -> Path | None:
    """The nearest doclint.toml, or pyproject.toml with a [tool.doclint] table, at or above a folder."""
    for folder in (start, *start.parents):
        own = folder / "doclint.toml"
        if own.is_file():
            return own
        shared = folder / "pyproject.toml"
        if shared.is_file() and "doclint" in _table(shared, _parsed(shared), "tool"):
            return shared
    return None


def project_python(start: Path) -> tuple[str, Path | None]:
    """`requires-python` of the nearest pyproject.toml with a [project] table, and that file; empty without one.

    Raises:
        BadSettings: for unreadable TOML.
    """
    for folder in (start, *start.parents):
        file = folder / "pyproject.toml"
        if file.is_file():
            project = _table(file, _parsed(file), "project")
            if project:
                return str(project.get("requires-python", "")), file
    return "", None


def settings_of(file: Path) -> dict[str, Any]:
    """What the file sets, by key as written.

    Raises:
        BadSettings: for unreadable TOML, or where [tool.doclint] is no table.
    """
    table = _parsed(file)
    return _table(file, _table(file, table, "tool"), "doclint") if file.name == "pyproject.toml" else table


def load(file: Path | None) -> Config:
    """The configuration of a settings file over the defaults.

    Raises:
        BadSettings: for unreadable TOML, an unknown key (naming the nearest one) or a value of the wrong type.
    """
    config = Config()
    if file is None:
        return config
    table = settings_of(file)
    known = {field.name.replace("_", "-"): field.name for field in fields(Config)}
    changes: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else f"; known keys: {', '.join(sorted(known))}"
            raise BadSettings(f"{file}: unknown key `{key}`{hint}")
        changes[known[key]] = _checked(file, key, value, getattr(Config(), known[key]))
    return replace(config, **changes)


def _table(file: Path, table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise BadSettings(f"{file}: `{key}` is a table, write [{key}]")
    return value


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{file}: not valid TOML: {error}") from None
    except OSError as error:
        raise BadSettings(f"{file}: {error.strerror}: name a settings file that can be read") from None


def _checked(file: Path, key: str, value: Any, default: object) -> object:
    """The value as Config keeps it: lists become tuples, a table of lists a tuple of pairs."""
    if key == "fail-on" and value not in FAIL_ON:
        raise BadSettings(f"{file}: `fail-on` is one of {', '.join(FAIL_ON)}, not {value!r}")
    if key == "per-file-ignores":
        if isinstance(value, dict) and all(_is_words(codes) for codes in value.values()):
            return tuple((pattern, tuple(codes)) for pattern, codes in sorted(value.items()))
        raise BadSettings(f"{file}: `{key}` maps patterns to lists of rules")
    if isinstance(default, tuple):
        if _is_words(value):
            return tuple(value)
        raise BadSettings(f"{file}: `{key}` is a list of strings, not {value!r}")
    wanted = (int, float) if default is None or isinstance(default, float) else (type(default),)
    if isinstance(value, bool) != isinstance(default, bool) or not isinstance(value, wanted):
        raise BadSettings(f"{file}: `{key}` is a {wanted[-1].__name__}, not {value!r}")
    return value


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)
