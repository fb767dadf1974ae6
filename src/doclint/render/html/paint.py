"""Lines of Python as HTML: coloured, and marked where something is asked or answered."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String

from doclint.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pygments.token import _TokenType

    from doclint.model.cell import Cell

# data pasted into one line says nothing past its beginning and stalls browsers
_LONGEST_LINE = 1000

_CLASSES = (
    (Comment, "c"),
    (String, "s"),
    (Number, "n"),
    (Name.Decorator, "d"),
    (Name.Function, "f"),
    (Name.Class, "f"),
    (Keyword, "k"),
    (Operator.Word, "k"),
)
_LEXER = PythonLexer()

Pieces = list[tuple[str, str]]
# from and to which character a mark reaches, and its class
Mark = tuple[int, int, str]


def notebook_tokens(cells: Iterable[Cell], lines: Sequence[str]) -> Iterator[tuple[int, Pieces]]:
    """Cell by cell, so that an apostrophe in prose opens no string in the code below."""
    for cell in cells:
        part = lines[cell.first - 1 : cell.last]
        if cell.kind == "code":
            yield from tokens(part, cell.first)
        else:
            for number, text in enumerate(part, start=cell.first):
                yield number, [("heading" if text.startswith("#") else "", text[:_LONGEST_LINE])]


def tokens(lines: Sequence[str], first: int) -> Iterator[tuple[int, Pieces]]:
    """The lines as pieces with the class of their colour."""
    cut = [text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + " …" for text in lines]
    pieces: Pieces = []
    line = first
    for _, kind, value in _LEXER.get_tokens_unprocessed("\n".join(cut)):
        head, *rest = value.split("\n")
        pieces.append((_class(kind), head))
        for part in rest:
            yield line, pieces
            line += 1
            pieces = [(_class(kind), part)]
    yield line, pieces


@lru_cache(maxsize=256)
def _class(kind: _TokenType) -> str:
    return next((name for group, name in _CLASSES if kind in group), "")


def paint(pieces: Pieces, marks: Iterable[Mark]) -> Markup:
    """The pieces of one line as HTML; a stretch under several marks has the classes of all."""
    marks = list(marks)
    html: list[str] = []
    position = 0
    for name, text in pieces:
        end = position + len(text)
        cuts = {position, end, *(cut for mark in marks for cut in mark[:2] if position < cut < end)}
        edges = sorted(cuts)
        for start, stop in pairwise(edges):
            kinds = [kind for low, high, kind in marks if low <= start and stop <= high]
            html.append(_piece(text[start - position : stop - position], " ".join([name, *sorted(kinds)]).strip()))
        position = end
    return Markup("".join(html))


def _piece(text: str, classes: str) -> str:
    safe = str(escape(visible(text)))
    return f'<span class="{classes}">{safe}</span>' if classes and text else safe
