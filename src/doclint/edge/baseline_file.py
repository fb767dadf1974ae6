"""`.doclint-baseline.json`: one finding a line and sorted, so that two branches rarely touch the same line."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from doclint.edge.write import write_atomically
from doclint.model.baseline import Acceptance, Baseline, Entry

NAME = ".doclint-baseline.json"
_MARK = "doclint-baseline"
_FORMAT = 1
_ENTRY_FIELDS = 4


class BadBaseline(Exception):
    """A baseline that cannot be used; the message says where and what to do."""


def baseline_file(start: Path) -> Path | None:
    """The nearest baseline at or above a folder."""
    return next((folder / NAME for folder in (start, *start.parents) if (folder / NAME).is_file()), None)


def load(file: Path) -> Baseline:
    """The baseline of a file.

    Raises:
        BadBaseline: for what is no baseline, one written by a newer doclint, or one with a broken entry.
    """
    try:
        value = json.loads(file.read_bytes())
    except OSError as error:
        raise BadBaseline(f"{file}: {error.strerror}: check --baseline") from None
    except json.JSONDecodeError as error:
        where = f"{file}:{error.lineno}:{error.colno}"
        raise BadBaseline(f"{where}: not valid JSON ({error.msg}): resolve a merge, or restore the file") from None
    except UnicodeDecodeError:
        raise BadBaseline(f"{file}: not UTF-8: restore the file") from None
    if not isinstance(value, dict) or not isinstance(value.get(_MARK), int):
        raise BadBaseline(f"{file}: not a doclint baseline: move it away and run `doclint baseline`")
    if value[_MARK] > _FORMAT:
        raise BadBaseline(f"{file}: written by a newer doclint (format {value[_MARK]}): upgrade doclint")
    entries = (_entry(file, place, row) for place, row in _rows(file, value, "findings"))
    acceptances = (_acceptance(file, place, row) for place, row in _rows(file, value, "accepted"))
    return Baseline(tuple(sorted(entries)), tuple(acceptances))


def save(file: Path, baseline: Baseline) -> None:
    """Replaces the file.

    Raises:
        OSError: when it cannot be written; the old file is then untouched.
    """
    accepted = [json.dumps({"date": a.date, "count": a.count, "reason": a.reason}) for a in baseline.acceptances]
    findings = [json.dumps([e.path, e.symbol, e.rule, e.digest]) for e in sorted(baseline.entries)]
    text = f'{{\n "{_MARK}": {_FORMAT},\n "accepted": {_listed(accepted)},\n "findings": {_listed(findings)}\n}}\n'
    write_atomically(file, text)


def name_in(file: Path, path: str) -> str:
    """A path as a baseline writes it: from the baseline's own folder, with slashes."""
    return Path(os.path.relpath(path, file.parent)).as_posix()


def missing_from(file: Path, baseline: Baseline) -> frozenset[str]:
    """The paths of a baseline that no longer exist."""
    paths = {entry.path for entry in baseline.entries}
    return frozenset(path for path in paths if not (file.parent / path).exists())


def _listed(rows: list[str]) -> str:
    return "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n ]" if rows else "[]"


def _rows(file: Path, value: dict[str, Any], key: str) -> list[tuple[str, Any]]:
    rows = value.get(key, [])
    if not isinstance(rows, list):
        raise BadBaseline(f"{file}: `{key}` is no list: restore the file")
    return [(f"{key}[{place}]", row) for place, row in enumerate(rows)]


def _entry(file: Path, place: str, row: object) -> Entry:
    if isinstance(row, list) and len(row) == _ENTRY_FIELDS and all(isinstance(field, str) for field in row):
        return Entry(*row)
    raise BadBaseline(f"{file}: {place} is not [path, symbol, rule, digest]: restore the file")


def _acceptance(file: Path, place: str, row: object) -> Acceptance:
    try:
        return Acceptance(**row)  # type: ignore[arg-type]
    except TypeError:
        raise BadBaseline(f"{file}: {place} is not an object of date, count and reason: restore the file") from None
