"""Many small sums in one long integer: one addition adds to all of them, a tenth of the cost of one by one."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# four bytes a lane hold the sum of more numbers of a byte than a text can have, eight that of their products
LANE, WIDE = 4, 8
_FORMATS = {LANE: "I", WIDE: "Q"}


def packed(row: Sequence[int], lane: int = LANE) -> int:
    """One integer with a lane for each number, the first in the lowest; below zero, a lane borrows from the next."""
    return sum(number << 8 * lane * index for index, number in enumerate(row))


def unpacked(lanes: int, count: int, lane: int = LANE) -> tuple[int, ...]:
    """The numbers of an integer none of whose lanes is below zero."""
    return struct.unpack(f"<{count}{_FORMATS[lane]}", lanes.to_bytes(lane * count, "little"))
