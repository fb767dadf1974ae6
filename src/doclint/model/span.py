"""Where something stands in a file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of source text.

    Lines and columns are 1-based; columns count characters (not bytes) and the end column is exclusive, so that
    `Span(3, 5, 3, 8)` covers three characters. A named tuple, as all that a file has thousands of: making a frozen
    dataclass takes four times as long.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    def contains(self, line: int) -> bool:
        """Whether the line lies inside."""
        return self.line <= line <= self.end_line
