"""Source that would take LibCST, and the process with it, down."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# LibCST recurses without a guard: 3,000 nested operators overflow a stack of 8 MB, 2,000 do not, and a line nests no
# deeper than it has characters
_SAFE_LENGTH = 2000

# what Python's own tokenizer allows; brackets are what nests across lines
_SAFE_BRACKETS = 200


def too_deep(lines: Iterable[str]) -> bool:
    """Whether the lines could hold more nesting than LibCST survives; brackets in strings count as well."""
    depth = 0
    for line in lines:
        if len(line) > _SAFE_LENGTH:
            return True
        opened = line.count("(") + line.count("[") + line.count("{")
        if depth + opened > _SAFE_BRACKETS:
            return True
        depth += opened - line.count(")") - line.count("]") - line.count("}")
    return False
