"""Source that would take LibCST, and the process with it, down."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# LibCST recurses without a guard: 3,000 nested operators overflow a stack of 8 MB, 2,000 do not, and a line nests no
# deeper than it has characters
_SAFE_LENGTH = 2000

# what Python's own tokenizer allows; brackets are what nests across lines
_SAFE_BRACKETS = 200

_STEPS = {**dict.fromkeys("([{", 1), **dict.fromkeys(")]}", -1)}


def too_deep(lines: Iterable[str]) -> bool:
    """Whether the lines could hold more nesting than LibCST survives; brackets in strings count as well."""
    depth = 0
    for line in lines:
        if len(line) > _SAFE_LENGTH:
            return True
        steps = [_STEPS[character] for character in line if character in _STEPS]
        if max(accumulate(steps, initial=depth)) > _SAFE_BRACKETS:
            return True
        depth += sum(steps)
    return False
