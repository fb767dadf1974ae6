"""Unlabelled comments and docstring sentences of the labelled packages, for the teacher to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.model.remark import Placement
from doclint.source.read import read
from doclint.source.text import Unreadable
from training.examples import units_of
from training.packages import fetch
from training.soft import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from training.examples import Unit
    from training.packages import Package

# larger files are tables
_LARGEST = 200_000
_ABOUT_THE_FILE = (Placement.MESSAGE, Placement.MODULE_HEADER)


def unlabelled(among: set[Package], labelled: Iterable[Unit], cache: Path) -> list[Place]:
    """All texts of the packages but those of labelled words; the same words only once.

    A draw of a tenth teaches a linear student as much; the convolution learns its vectors from the rest.
    """
    seen = {_words(unit) for unit in labelled}
    found: list[Place] = []
    for package in sorted(among, key=lambda package: package.key):
        for place in _of_package(package, cache):
            words = _words(place.unit)
            if words not in seen:
                seen.add(words)
                found.append(place)
    return found


def _words(unit: Unit) -> str:
    return " ".join(unit.prose.lower().split())


def _of_package(package: Package, cache: Path) -> Iterator[Place]:
    folder = fetch(package, cache)
    for path in sorted(folder.rglob("*.py")):
        name = str(path.relative_to(folder))
        if "test" in name.lower() or "vendor" in name.lower():
            continue
        yield from (Place(package, name, unit) for unit in _units(path) if unit.prose)


def _units(path: Path) -> list[Unit]:
    data = path.read_bytes()
    if len(data) > _LARGEST:
        return []
    try:
        remarks = read(data).remarks
    except Unreadable:
        return []
    return [unit for remark in remarks if remark.placement not in _ABOUT_THE_FILE for unit in units_of(remark)]
