"""The teacher's soft labels, kept as pointers like the others, so that nobody needs the teacher to make the weights."""

from __future__ import annotations

import base64
import hashlib
import json
import pickle
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from doclint.source.read import read
from training.examples import digest, units_of
from training.packages import LABELS, fetch, packages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.examples import Unit
    from training.packages import Package

POINTERS = LABELS / "soft.jsonl"

# two hundred thousand pointers stay under 2 MB with three bytes of a digest, which tell the texts of one file apart,
# and one byte an answer
_MARK = 3
_HEADS = 3
_BYTE = 255


@dataclass(frozen=True, slots=True)
class Place:
    """Where an unlabelled text stands."""

    package: Package
    path: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class SoftUnit:
    """An unlabelled text with the teacher's P(strength >= 1), P(strength 2) and P(restates)."""

    package: Package
    unit: Unit
    probabilities: tuple[float, float, float]


def read_soft(cache: Path) -> list[SoftUnit]:
    """The soft labels whose texts are still where their pointers say, downloading what the cache lacks.

    Reading 10,000 files takes minutes, so the result is kept beside them under a name that changes with the pointers.
    """
    text = POINTERS.read_text(encoding="utf-8")
    kept = cache / f"soft-{digest(text)}.pickle"
    if kept.exists():
        found: list[SoftUnit] = pickle.loads(kept.read_bytes())
        return found
    pointers = [json.loads(line) for line in text.splitlines()]
    for key in dict.fromkeys(str(pointer["pkg"]) for pointer in pointers):
        fetch(packages()[key], cache)
    with ProcessPoolExecutor() as pool:
        found = [item for items in pool.map(partial(_of_file, cache=cache), pointers, chunksize=20) for item in items]
    kept.write_bytes(pickle.dumps(found))
    return found


def write_soft(places: Iterable[Place], answers: Iterable[Iterable[float]]) -> None:
    """Writes the pointers of judged texts, one file a line."""
    by_file: dict[tuple[str, str], dict[bytes, bytes]] = defaultdict(dict)
    for place, answer in zip(places, answers, strict=True):
        by_file[place.package.key, place.path][_mark(place.unit)] = bytes(round(value * _BYTE) for value in answer)
    lines = []
    for (key, path), rows in sorted(by_file.items()):
        told = base64.b85encode(b"".join(mark + row for mark, row in rows.items())).decode("ascii")
        lines.append(json.dumps({"pkg": key, "path": path, "texts": told}, separators=(",", ":")))
    POINTERS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _mark(unit: Unit) -> bytes:
    return hashlib.sha1(repr(unit).encode(errors="replace")).digest()[:_MARK]


def _of_file(pointer: dict[str, str], cache: Path) -> list[SoftUnit]:
    package = packages()[pointer["pkg"]]
    remarks = read((fetch(package, cache) / pointer["path"]).read_bytes()).remarks
    units = {_mark(unit): unit for remark in remarks for unit in units_of(remark)}
    told = base64.b85decode(pointer["texts"])
    rows = (told[start : start + _MARK + _HEADS] for start in range(0, len(told), _MARK + _HEADS))
    found: list[SoftUnit] = []
    for row in rows:
        unit = units.get(row[:_MARK])
        if unit is not None:
            why, strong, restates = (value / _BYTE for value in row[_MARK:])
            found.append(SoftUnit(package, unit, (why, strong, restates)))
    return found
