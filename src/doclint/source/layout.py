"""Comments placed by lines and indentation alone, for the rare file whose two syntax trees disagree.

Not LibCST's PositionProvider: it cannot help where LibCST refuses what Python reads, and this needs no tree at all.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from doclint.model.remark import Placement
from doclint.source.comments import Comment, comment_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.source.rows import Row


def comments_by_layout(rows: Sequence[Row], lines: Sequence[str]) -> list[Comment]:
    """Every comment of a file, by line; `rows` are its statements in preorder."""
    layout = _Layout(rows, lines)
    return [layout.comment(*token) for token in comment_tokens("\n".join(lines) + "\n")]


class _Layout:
    def __init__(self, rows: Sequence[Row], lines: Sequence[str]) -> None:
        self._rows = rows
        self._lines = lines
        self._firsts = [row.first for row in rows]
        self._by_index = {row.index: row for row in rows}

    def comment(self, line: int, column: int, text: str) -> Comment:
        """The comment token at a line and 1-based column, placed."""
        position = bisect_right(self._firsts, line)
        above = self._rows[position - 1] if position else None
        below = self._rows[position] if position < len(self._rows) else None
        if above is not None and line <= above.header_end:
            placement, step = self._in_statement(above, line, column), above.index
        elif self._lines[line - 1][: column - 1].strip():
            placement, step = Placement.BLOCK_HEADER, below.parent if below else 0
        elif above is None:
            placement, step = Placement.MODULE_HEADER, 0
        elif below is not None and min(column - 1, above.indent) <= self._indent_below(line):
            placement, step = Placement.LEAD, below.index
        else:
            placement, step = Placement.FOOTER, self._block_owner(above, column - 1)
        return Comment(line, column, text, placement, step)

    def _in_statement(self, row: Row, line: int, column: int) -> Placement:
        if line < row.header_end or not self._lines[line - 1][: column - 1].strip():
            return Placement.INSIDE
        return Placement.TRAILING if row.end == row.header_end else Placement.BLOCK_HEADER

    def _indent_below(self, line: int) -> int:
        """The indentation of the next line of code, which may be an `else:` rather than a statement."""
        code = next(text for text in self._lines[line:] if text.strip() and not text.lstrip().startswith("#"))
        return len(code) - len(code.lstrip())

    def _block_owner(self, row: Row, indent: int) -> int:
        """The step whose block a comment at this indentation ends."""
        while row.parent and (row.indent > indent or self._is_no_block(row)):
            row = self._by_index[row.parent]
            # the cases of a match have an indentation of their own and no statement at it
            if row.node == "Match" and row.indent < indent:
                return row.index
        return row.parent

    def _is_no_block(self, row: Row) -> bool:
        """Whether a row stands no deeper than its parent: an `except`, or a statement behind a colon."""
        return self._by_index[row.parent].indent >= row.indent
