"""Many small sums in one long integer: one addition adds to all of them, a tenth of the cost of one by one."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# four bytes a lane hold the sum of more numbers of a byte than a text can have, eight that of their products; where two
# will do, half the bytes are half the time
NARROW, LANE, WIDE = 2, 4, 8
_FORMATS = {NARROW: "H", LANE: "I", WIDE: "Q"}


def packed(row: Sequence[int], lane: int = LANE) -> int:
    """One integer with a lane for each number, the first in the lowest; below zero, a lane borrows from the next."""
    return sum(number << 8 * lane * index for index, number in enumerate(row))


def unpacked(lanes: int, count: int, lane: int = LANE) -> tuple[int, ...]:
    """The numbers of an integer none of whose lanes is below zero."""
    return struct.unpack(f"<{count}{_FORMATS[lane]}", lanes.to_bytes(lane * count, "little"))


def narrowed(lanes: int, count: int, coarse: int) -> int:
    """The same numbers in narrow lanes without their `coarse` lowest bits; none may be below zero or need more."""
    numbers = (lanes >> coarse).to_bytes(LANE * count, "little")
    # what the shift brought in from the next lane stands in the bytes that are left out
    narrow = bytearray(NARROW * count)
    narrow[::NARROW], narrow[1::NARROW] = numbers[::LANE], numbers[1::LANE]
    return int.from_bytes(narrow, "little")
