"""What Databricks makes of notebooks: scripts whose other languages are commented out, and cells with one `%` magic."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.model.cell import Cell
from doclint.source.magics import without_magics

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_LINE = "# Databricks notebook source"
_BORDER = re.compile(r"# COMMAND -{5,}\s*$")
_TITLE = re.compile(r"# DBTITLE \d+,\s*(?P<title>.*)$")
_MAGIC = "# MAGIC"
# Jupyter has line magics of these names too, so the lines below tell: Python is left as it is
_OTHER = re.compile(r"%(?:sql|sh|scala|r|fs|html|javascript)\b")
_MARKDOWN = re.compile(r"%md(?:-sandbox)?\b[ \t]*")


def is_export(lines: Sequence[str]) -> bool:
    """Whether a script is a notebook that Databricks wrote out as source."""
    return bool(lines) and lines[0].rstrip() == _FIRST_LINE


def exported(lines: Sequence[str]) -> tuple[list[Cell], list[str]]:
    """The cells of such a script, and its lines with only Python left."""
    borders = [number for number, line in enumerate(lines, start=1) if number == 1 or _BORDER.match(line)]
    code = list(lines)
    cells: list[Cell] = []
    for start, end in zip(borders, [*borders[1:], len(lines) + 1], strict=True):
        code[start - 1] = ""
        inside = lines[start : end - 1]
        kind, title = _kind(inside), _title(inside)
        cells.append(Cell(len(cells) + 1, "", kind, start + 1, end - 1, title))
        python = without_magics(inside) if kind == "code" else [""] * len(inside)
        code[start : end - 1] = ["" if _is_marked(line) else line for line in python]
    return cells, code


def without_marks(text: str) -> str:
    """The markdown of a commented-out cell."""
    lines = [line[len(_MAGIC) :].removeprefix(" ") for line in text.split("\n") if line.startswith(_MAGIC)]
    return _MARKDOWN.sub("", "\n".join(lines).strip(), count=1).strip()


def is_marked(text: str) -> bool:
    """Whether a text begins as a commented-out cell does, below its title."""
    return any(line.startswith(_MAGIC) for line in text.split("\n"))


def kind_by_magic(lines: Sequence[str]) -> str:
    """What a code cell of an `.ipynb` holds by its first magic: code, markdown or raw (another language)."""
    told = [line for line in lines if line.strip()]
    if not told or not told[0].startswith("%") or told[0].startswith("%%"):
        return "code"
    if _MARKDOWN.match(told[0]):
        return "markdown"
    return "raw" if _OTHER.match(told[0]) and not _is_python(told[1:]) else "code"


def _is_python(lines: Sequence[str]) -> bool:
    try:
        ast.parse("\n".join(without_magics(lines)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _kind(lines: Sequence[str]) -> str:
    told = [line for line in lines if line.strip() and not _TITLE.match(line)]
    if not told or not all(line.startswith(_MAGIC) for line in told):
        return "code"
    return "markdown" if _MARKDOWN.match(told[0][len(_MAGIC) :].strip()) else "raw"


def _title(lines: Sequence[str]) -> str:
    return next((match["title"].strip() for line in lines if (match := _TITLE.match(line))), "")


def _is_marked(line: str) -> bool:
    return line.startswith(_MAGIC) or _TITLE.match(line) is not None
