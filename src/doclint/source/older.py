"""Syntax newer than the running Python, written in older syntax of the same width.

`ast` refuses what its own Python cannot run, but a linter on Python 3.10 is asked about code for 3.13. LibCST reads all
of it and says where the new parts are. They are overwritten in place, so that no line and no column moves; what is lost
is the inside of the type parameters and f-string fields concerned.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from doclint.source.depth import too_deep

if TYPE_CHECKING:
    from libcst.metadata import CodePosition, CodeRange

_Edit = tuple[int, int, str]


def in_older_syntax(text: str) -> str:
    """The text without type parameters, `type` statements, `except*`, starred indexes and nested f-string quotes.

    Where LibCST cannot read the text either it comes back as it was.
    """
    if too_deep(text.split("\n")):
        return text
    try:
        wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        newer = _NewerSyntax(text)
        wrapper.visit(newer)
    except (cst.ParserSyntaxError, RecursionError):
        return text
    for start, end, replacement in sorted(newer.edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


class _NewerSyntax(cst.CSTVisitor):
    """Collects what to write over which stretch of text."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.edits: list[_Edit] = []
        self._text = text
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self._starts = starts

    def visit_TypeParameters(self, node: cst.TypeParameters) -> bool:  # noqa: N802 - LibCST names hooks after nodes
        self._overwrite(node)
        return False

    def visit_TypeAlias(self, node: cst.TypeAlias) -> None:  # noqa: N802
        start, end = self._offset(self._range(node).start), self._offset(self._range(node.name).end)
        # the name moves to where `type` stood: blanks in front of it would indent the statement
        self.edits.append((start, end, node.name.value + _blank(self._text[start : end - len(node.name.value)])))

    def visit_ExceptStarHandler(self, node: cst.ExceptStarHandler) -> None:  # noqa: N802
        star = self._text.index("*", self._offset(self._range(node).start))
        self.edits.append((star, star + 1, " "))

    def visit_Index(self, node: cst.Index) -> None:  # noqa: N802
        if node.star is not None:
            self._plus(self._offset(self._range(node).start))

    def visit_Annotation(self, node: cst.Annotation) -> None:  # noqa: N802
        if isinstance(node.annotation, cst.StarredElement):
            self._plus(self._offset(self._range(node.annotation).start))

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:  # noqa: N802
        start, end = self._extent(node)
        if _parses(self._text[start:end]):
            return True
        for part in node.parts:
            if isinstance(part, cst.FormattedStringExpression):
                self._overwrite(part, joined=len(node.quote) == 1)
        return False

    def _plus(self, star: int) -> None:
        """An unary plus stands where a star may not."""
        self.edits.append((star, star + 1, "+"))

    def _overwrite(self, node: cst.CSTNode, *, joined: bool = True) -> None:
        start, end = self._extent(node)
        blank = _blank(self._text[start:end])
        self.edits.append((start, end, blank.replace("\n", "\\\n") if joined else blank))

    def _extent(self, node: cst.CSTNode) -> tuple[int, int]:
        where = self._range(node)
        return self._offset(where.start), self._offset(where.end)

    def _range(self, node: cst.CSTNode) -> CodeRange:
        return self.get_metadata(PositionProvider, node)

    def _offset(self, position: CodePosition) -> int:
        return self._starts[position.line - 1] + position.column


def _blank(text: str) -> str:
    """As many spaces as the text has bytes, since `ast` counts bytes; line ends stay."""
    return "\n".join(" " * len(line.encode()) for line in text.split("\n"))


def _parses(text: str) -> bool:
    try:
        ast.parse(f"({text})")
    except SyntaxError:
        return False
    return True
