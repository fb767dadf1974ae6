"""The teacher's soft labels, kept as pointers like the others, so that nobody needs the teacher to make the weights."""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.source.read import read
from training.examples import digest, units_of
from training.packages import LABELS, fetch, packages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from training.examples import Unit
    from training.packages import Package

POINTERS = LABELS / "soft.jsonl"
_THOUSANDTHS = 1000

# with the package, the file and the line beside it, eight digits tell the sentences of a docstring apart
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where an unlabelled text stands."""

    package: Package
    path: str
    line: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class SoftUnit:
    """An unlabelled text with the teacher's P(strength >= 1), P(strength 2) and P(restates)."""

    package: Package
    unit: Unit
    probabilities: tuple[float, float, float]


def read_soft(cache: Path) -> list[SoftUnit]:
    """The soft labels whose texts are still where their pointers say, downloading what the cache lacks.

    Reading 2,300 files takes minutes, so the result is kept beside them under a name that changes with the pointers.
    """
    text = POINTERS.read_text(encoding="utf-8")
    kept = cache / f"soft-{digest(text)}.pickle"
    if kept.exists():
        found: list[SoftUnit] = pickle.loads(kept.read_bytes())
        return found
    found = [item for line in text.splitlines() for item in _of_file(json.loads(line), cache)]
    kept.write_bytes(pickle.dumps(found))
    return found


def write_soft(places: Iterable[Place], answers: Iterable[Iterable[float]]) -> None:
    """Writes the pointers of judged texts, one file a line."""
    by_file: dict[tuple[str, str], list[tuple[int, str, int, int, int]]] = {}
    for place, answer in zip(places, answers, strict=True):
        why, strong, restates = (round(value * _THOUSANDTHS) for value in answer)
        row = (place.line, digest(place.unit.prose)[:_DIGITS], why, strong, restates)
        by_file.setdefault((place.package.key, place.path), []).append(row)
    lines = [
        json.dumps({"pkg": key, "path": path, "texts": sorted(set(rows))}, separators=(",", ":"))
        for (key, path), rows in sorted(by_file.items())
    ]
    POINTERS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _of_file(pointer: dict[str, object], cache: Path) -> Iterator[SoftUnit]:
    package = packages()[str(pointer["pkg"])]
    remarks = read((fetch(package, cache) / str(pointer["path"])).read_bytes()).remarks
    units = {(remark.span.line, digest(unit.prose)[:_DIGITS]): unit for remark in remarks for unit in units_of(remark)}
    for line, mark, *thousandths in pointer["texts"]:  # type: ignore[attr-defined]
        unit = units.get((line, mark))
        if unit is not None:
            why, strong, restates = (value / _THOUSANDTHS for value in thousandths)
            yield SoftUnit(package, unit, (why, strong, restates))
