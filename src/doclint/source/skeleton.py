"""What LibCST has to see of a module to place its comments: everything else is left out.

Parsing to a concrete tree costs about eight times what `ast` does, and most statements have no comment near them.
A statement without one becomes `pass`, or nothing where a neighbour already keeps the block open; blank lines go too.
What is left has the same comments at the same indentation above, beside and below the same statements.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.source.comments import Token
    from doclint.source.rows import Row

# a loop may have an `else` of its own, and cases need their match
_SHORTEST = frozenset({"Try", "TryStar"})
_HEADERS = {"For": "while 1", "AsyncFor": "while 1", "While": "while 1", "Match": "match x"}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The lines that are left, the number each has in the file, and the rows left, counted in lines that are left."""

    lines: Sequence[str]
    numbers: Sequence[int]
    rows: Sequence[Row]


def skeleton_of(rows: Sequence[Row], lines: Sequence[str], spread: Mapping[int, Sequence[Token]]) -> Skeleton:
    """The skeleton of a file, given its statements in preorder and the comments in those of several lines."""
    builder = _Builder(rows, lines, spread)
    position = 0
    while position < len(rows):
        position = builder.place(position)
    return builder.finish()


class _Builder:
    def __init__(self, rows: Sequence[Row], lines: Sequence[str], spread: Mapping[int, Sequence[Token]]) -> None:
        self._rows = rows
        self._spread = spread
        self._source = lines
        # a `#` in a string counts as well: it only keeps a statement that could have gone
        self._marks = list(accumulate((("#" in line) for line in lines), initial=0))
        self._lines: list[str] = []
        self._numbers: list[int] = []
        self._kept: list[Row] = []
        self._done = 0
        self._gone = 0

    def place(self, position: int) -> int:
        """Keeps a statement, lets `pass` stand in for it or drops it; the position of the statement to go on with."""
        row, following = self._rows[position], self._after(position)
        below = self._rows[following].first if following < len(self._rows) else len(self._source) + 1
        quiet = self._quiet(row, below)
        needed = row.opens or self._marked(self._done + 1, row.first - 1) or not self._below_is_level(row, below)
        if quiet and not needed and (not row.fixed or row.first <= self._gone):
            self._done = self._gone = row.end
            return following
        if quiet and not row.fixed:
            self._stand_in(row, "pass", row.end)
            return following
        alone = position + 1 == len(self._rows) or self._rows[position + 1].first > row.header_end
        if alone and row.first > self._done and (row.index in self._spread or self._is_bare_header(row)):
            self._stand_in(row, self._stub(row), row.header_end)
        else:
            self._keep(row)
        return position + 1

    def finish(self) -> Skeleton:
        """The skeleton, once every statement has its place."""
        self._copy(len(self._source))
        return Skeleton(self._lines, self._numbers, self._kept)

    def _after(self, position: int) -> int:
        """The position of the next row that is not below this one."""
        index = self._rows[position].index
        position += 1
        while position < len(self._rows) and self._rows[position].parent >= index:
            position += 1
        return position

    def _quiet(self, row: Row, below: int) -> bool:
        """Whether no comment belongs to the statement, nor to the end of a block in it."""
        if self._marked(row.first, row.end):
            return False
        return row.end == row.header_end or self._below_is_level(row, below)

    def _below_is_level(self, row: Row, below: int) -> bool:
        """Whether no comment up to the next statement is indented deeper: LibCST gives it to the last block above."""
        if not self._marked(row.end + 1, below - 1):
            return True
        return all(_indent(line) <= row.indent for line in self._source[row.end : below - 1] if "#" in line)

    def _is_bare_header(self, row: Row) -> bool:
        """Whether a statement with a block has nothing to say in its header; `try` cannot be said shorter."""
        return row.end > row.header_end and row.node not in _SHORTEST and not self._marked(row.first, row.header_end)

    def _marked(self, first: int, last: int) -> bool:
        return last >= first and self._marks[last] > self._marks[first - 1]

    def _keep(self, row: Row) -> None:
        self._copy(row.first - 1)
        start = len(self._lines) + (row.first > self._done)
        # blank lines stay: in a string or after a backslash they mean something
        for number in range(self._done + 1, row.header_end + 1):
            self._append(self._source[number - 1], number)
        self._done = max(self._done, row.header_end)
        self._remember(row, start)

    def _stand_in(self, row: Row, code: str, end: int) -> None:
        """Writes one line for all of a statement or header up to its last line."""
        self._copy(row.first - 1)
        self._append(self._source[row.first - 1][: row.indent] + code, end)
        self._remember(row, len(self._lines))
        self._done = self._gone = end

    def _stub(self, row: Row) -> str:
        """A short statement of the same shape, with the comment that ends the last line."""
        comment = next((text for line, _, text in self._spread.get(row.index, ()) if line == row.header_end), "")
        code = self._source[row.first - 1][row.indent :]
        if row.end == row.header_end:
            return f"pass {comment}"
        if row.node == "ExceptHandler":
            return f"except{'*' if code[6:].lstrip().startswith('*') else ''} x: {comment}"
        return f"{'elif 1' if code.startswith('elif') else _HEADERS.get(row.node, 'if 1')}: {comment}"

    def _remember(self, row: Row, start: int) -> None:
        end = len(self._lines)
        self._kept.append(row._replace(first=start, header_end=end, end=end))

    def _copy(self, last: int) -> None:
        """Takes comments and clause headers over, up to a line."""
        for number in range(self._done + 1, last + 1):
            # above the first statement a blank line parts what introduces the module from what leads the statement
            if not self._kept or self._source[number - 1].strip():
                self._append(self._source[number - 1], number)
        self._done = max(self._done, last)

    def _append(self, line: str, number: int) -> None:
        self._lines.append(line)
        self._numbers.append(number)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
