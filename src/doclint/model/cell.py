"""A cell of a notebook or of a percent-format script."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, by the lines it takes in the text that its file is read as.

    `number` counts all cells from 1, as notebook interfaces show them; `id` is nbformat's own (empty before 4.5 and
    in scripts); `kind` is code, markdown or raw. `first` and `last` are lines of the reading; an empty cell has
    `last < first`. `indent` is the width that all its lines begin with and the reading leaves out, as IPython does.
    """

    number: int
    id: str
    kind: str
    first: int
    last: int
    title: str = ""
    indent: int = 0

    def contains(self, line: int) -> bool:
        """Whether a line of the reading lies in the cell."""
        return self.first <= line <= self.last
