"""Unlabelled comments and docstring sentences of the labelled packages, for the teacher to judge."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from doclint.model.remark import Placement
from doclint.source.read import read
from doclint.source.text import Unreadable
from training.examples import units_of
from training.packages import fetch
from training.soft import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doclint.model.remark import Remark
    from training.packages import Package

# the same number of each package, so that no project's style becomes the norm
_COMMENTS, _DOCSTRINGS, _PER_FILE = 560, 120, 60
_LARGEST = 120_000

# of these the teacher judges no more, which takes it eight minutes; comments beside code are rare, so all of them
_MOST = {"lead": 11_000, "docstring": 7_500}
_SEED = 5
_ABOUT_THE_FILE = (Placement.MESSAGE, Placement.MODULE_HEADER)


def unlabelled(among: set[Package], cache: Path) -> list[Place]:
    """Texts of each package, drawn at random with a fixed seed; the same words only once."""
    seen: set[str] = set()
    found: list[Place] = []
    for package in sorted(among, key=lambda package: package.key):
        for path, remark in _drawn(package, cache):
            words = " ".join(remark.text.lower().split())
            if words not in seen:
                seen.add(words)
                found += [Place(package, path, remark.span.line, unit) for unit in units_of(remark) if unit.prose]
    return _thinned(found)


def _thinned(places: list[Place]) -> list[Place]:
    rng = random.Random(_SEED)
    kept: list[Place] = []
    for placement in ("trailing", "lead", "docstring"):
        of = [place for place in places if place.unit.placement == placement]
        rng.shuffle(of)
        kept += of[: _MOST.get(placement)]
    return sorted(kept, key=lambda place: (place.package.key, place.path, place.line, place.unit.prose))


def _drawn(package: Package, cache: Path) -> Iterator[tuple[str, Remark]]:
    rng = random.Random(f"{_SEED}{package.name}")
    folder = fetch(package, cache)
    paths = sorted(path for path in folder.rglob("*.py") if "test" not in str(path.relative_to(folder)).lower())
    rng.shuffle(paths)
    left = {True: _DOCSTRINGS, False: _COMMENTS}
    for path in paths:
        if not left[False]:
            return
        for remark in _remarks(path, rng):
            is_docstring = remark.placement is Placement.DOCSTRING
            if left[is_docstring]:
                left[is_docstring] -= 1
                yield str(path.relative_to(folder)), remark


def _remarks(path: Path, rng: random.Random) -> list[Remark]:
    data = path.read_bytes()
    if len(data) > _LARGEST:
        return []
    try:
        remarks = [remark for remark in read(data).remarks if remark.placement not in _ABOUT_THE_FILE]
    except Unreadable:
        return []
    rng.shuffle(remarks)
    return remarks[:_PER_FILE]
