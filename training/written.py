"""Examples written for training and for tests: `text || code` lines under `[group strength placement]` headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.remark import Placement, Remark
from doclint.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_SECTION = re.compile(r"\[(.+) (\d) (\S+)\]")
_BESIDE = " || "
_ANYWHERE = Span(1, 1, 1, 2)


def written(path: Path) -> list[tuple[str, int, Remark]]:
    """The group, strength and remark of each line of a file."""
    found: list[tuple[str, int, Remark]] = []
    group, strength, placement = "", 0, Placement.LEAD
    for line in path.read_text(encoding="utf-8").splitlines():
        section = _SECTION.fullmatch(line)
        if section:
            group, strength, placement = section[1], int(section[2]), Placement(section[3])
        elif _BESIDE in line and not line.startswith("#"):
            text, code = line.split(_BESIDE)
            found.append((group, strength, _remark(text, code, placement)))
    return found


def _remark(text: str, code: str, placement: Placement) -> Remark:
    if placement is Placement.DOCSTRING:
        return Remark(_ANYWHERE, placement, text, 1, "    return None", code)
    if placement is Placement.MESSAGE:
        return Remark(_ANYWHERE, placement, text, 1, code)
    return Remark(_ANYWHERE, placement, f"# {text}", 1, code if placement is Placement.TRAILING else f"{code}\n")
