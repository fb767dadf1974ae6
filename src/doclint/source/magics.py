"""What IPython reads and Python does not, replaced by as many characters that Python does read.

The width stays, so that every position after a magic is still the position the reader sees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# no Python statement begins with one of these, so at the start of a statement they are always IPython's
_ESCAPE = re.compile(r"\s*[%!?/,;]")
_HELP = re.compile(r"\s*%{0,2}[\w.*\[\]]+\?{1,2}\s*(#.*)?$")
_ASSIGNED = re.compile(r"(\s*[\w.,\s*()\[\]'\"]+=\s*)[%!]")

# magics that run their cell in this interpreter; the others hold another language, or a file to be written
_PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun", "memit", "mprun", "debug", "wandb", "snakeviz", "heat"})
_CELL_MAGIC = re.compile(r"\s*%%(\w+)")

_STRING_OR_COMMENT = re.compile(
    r"(?P<triple>'''|\"\"\")|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|#.*|(?P<open>[\[({])|(?P<close>[\])}])"
)


def dedented(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines of a cell without the indentation of its first one, which IPython takes away too, and its width."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    return [line.removeprefix(indent) for line in lines], len(indent)


def without_magics(lines: Sequence[str]) -> list[str]:
    """The lines of one code cell with magics, shell lines and help requests as names of the same width.

    A cell in another language (`%%bash`) comes back as blank lines. A `%` inside an expression is left alone.
    """
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    magic = _CELL_MAGIC.match(lines[first]) if first is not None else None
    if magic and magic[1] not in _PYTHON_CELLS:
        return [""] * len(lines)
    replaced: list[str] = []
    scanner = _Scanner()
    continued = False
    for line in lines:
        if continued:
            continued = line.endswith("\\")
            replaced.append("")
            continue
        plain = _plain(line) if scanner.at_statement else line
        continued = plain != line and line.endswith("\\")
        scanner.feed(plain)
        replaced.append(plain)
    return replaced


def _plain(line: str) -> str:
    if _ESCAPE.match(line) or _HELP.match(line):
        start = len(line) - len(line.lstrip())
    elif assigned := _ASSIGNED.match(line):
        start = assigned.end(1)
    else:
        return line
    return line[:start] + "_" + " " * (len(line) - start - 1)


class _Scanner:
    """Whether the next line begins a statement: no bracket, triple-quoted string or backslash is open.

    Not `tokenize`: it refuses the very lines that are looked for, from Python 3.12 on.
    """

    def __init__(self) -> None:
        self.at_statement = True
        self._depth = 0
        self._quote = ""

    def feed(self, line: str) -> None:
        position = 0
        while True:
            if self._quote:
                end = line.find(self._quote, position)
                if end < 0:
                    break
                position, self._quote = end + len(self._quote), ""
            token = _STRING_OR_COMMENT.search(line, position)
            if token is None:
                break
            position = token.end()
            self._quote = token["triple"] or ""
            self._depth += bool(token["open"]) - bool(token["close"])
        self.at_statement = not self._quote and self._depth <= 0 and not line.endswith("\\")
