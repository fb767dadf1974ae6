"""What a newcomer sees on opening a file: its steps and its remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doclint.model.cell import Cell
    from doclint.model.remark import Remark
    from doclint.model.step import Step


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as steps (preorder; the module is step 0) and remarks (by line), with the source lines they point into.

    `imports` are the dotted modules the file imports and `defined` every identifier it mentions, so that a rule can
    tell a name that exists from one that no longer does. `complexities` gives McCabe's count for the function (or
    module) whose step has that index. `cells` are those of a notebook or percent-format script.
    """

    lines: tuple[str, ...]
    steps: tuple[Step, ...]
    remarks: tuple[Remark, ...]
    imports: frozenset[str]
    defined: frozenset[str]
    complexities: Mapping[int, int]
    cells: tuple[Cell, ...] = ()
