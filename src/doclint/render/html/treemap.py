"""Where the questions are: one box a file, its area the need of what is asked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import squarify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.render.view import FileView


@dataclass(frozen=True, slots=True)
class Screen:
    """What a map is laid out for: the shape of its box, and how many files it holds before boxes hold no name."""

    name: str
    width: float
    height: float
    most: int


# the heights are those of the style sheet. A desk's box stretches from 900 to 1400 pixels; a phone's is 360 wide, where
# twelve names can be read, and the files that it leaves out stand in the table
SCREENS = (Screen("desk", 1000.0, 400.0, 250), Screen("phone", 360.0, 480.0, 12))


@dataclass(frozen=True, slots=True)
class Box:
    """A box in percent of the map."""

    file: FileView
    x: float
    y: float
    width: float
    height: float


def treemap(files: Sequence[FileView], screen: Screen) -> list[Box]:
    """Boxes of the files that are asked most, those of one package next to each other."""
    shown = sorted((file for file in files if file.need > 0), key=lambda file: (-file.need, file.path))[: screen.most]
    packages: dict[str, list[FileView]] = {}
    for file in shown:
        packages.setdefault(file.package, []).append(file)
    groups = sorted(packages.values(), key=lambda group: (-_need(group), group[0].package))
    boxes: list[Box] = []
    whole = (0.0, 0.0, screen.width, screen.height)
    for group, outer in zip(groups, _squares([_need(group) for group in groups], whole), strict=True):
        for file, inner in zip(group, _squares([file.need for file in group], outer), strict=True):
            boxes.append(_box(file, inner, screen))
    return boxes


_Rectangle = tuple[float, float, float, float]


def _squares(areas: Sequence[float], within: _Rectangle) -> list[_Rectangle]:
    x, y, width, height = within
    sizes = squarify.normalize_sizes(areas, width, height)
    return [(r["x"], r["y"], r["dx"], r["dy"]) for r in squarify.squarify(sizes, x, y, width, height)]


def _box(file: FileView, rectangle: _Rectangle, screen: Screen) -> Box:
    x, y, width, height = rectangle
    across, down = 100 / screen.width, 100 / screen.height
    return Box(file, round(across * x, 3), round(down * y, 3), round(across * width, 3), round(down * height, 3))


def _need(files: Sequence[FileView]) -> float:
    return sum(file.need for file in files)
