"""Where the questions are: one box a file, its area the need of what is asked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import squarify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.render.view import FileView

# the shape of the box on a desktop; boxes are placed in percent, so that a phone shows them all, only narrower
_WIDTH, _HEIGHT = 1000.0, 400.0

# beyond this many the smallest boxes are thinner than the lines between them
_MOST = 250


@dataclass(frozen=True, slots=True)
class Box:
    """A box in percent of the map."""

    file: FileView
    x: float
    y: float
    width: float
    height: float


def treemap(files: Sequence[FileView]) -> list[Box]:
    """Boxes of the files that are asked most, those of one package next to each other."""
    shown = sorted((file for file in files if file.need > 0), key=lambda file: (-file.need, file.path))[:_MOST]
    packages: dict[str, list[FileView]] = {}
    for file in shown:
        packages.setdefault(file.package, []).append(file)
    groups = sorted(packages.values(), key=lambda group: (-_need(group), group[0].package))
    boxes: list[Box] = []
    for group, outer in zip(groups, _squares([_need(group) for group in groups], _WHOLE), strict=True):
        for file, inner in zip(group, _squares([file.need for file in group], outer), strict=True):
            boxes.append(_box(file, inner))
    return boxes


_Rectangle = tuple[float, float, float, float]
_WHOLE: _Rectangle = (0.0, 0.0, _WIDTH, _HEIGHT)


def _squares(areas: Sequence[float], within: _Rectangle) -> list[_Rectangle]:
    x, y, width, height = within
    sizes = squarify.normalize_sizes(areas, width, height)
    return [(r["x"], r["y"], r["dx"], r["dy"]) for r in squarify.squarify(sizes, x, y, width, height)]


def _box(file: FileView, rectangle: _Rectangle) -> Box:
    x, y, width, height = rectangle
    x, y, width, height = (round(100 * part, 3) for part in (x / _WIDTH, y / _HEIGHT, width / _WIDTH, height / _HEIGHT))
    return Box(file, x, y, width, height)


def _need(files: Sequence[FileView]) -> float:
    return sum(file.need for file in files)
