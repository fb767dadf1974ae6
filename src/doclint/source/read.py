"""A file's bytes to its reading: steps from `ast`, comments from LibCST, zipped."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from doclint.model.reading import Reading
from doclint.model.report import Failure
from doclint.source.cells import with_cells
from doclint.source.comments import Misaligned, comments_of
from doclint.source.layout import comments_by_layout
from doclint.source.place import Lines
from doclint.source.remarks import join
from doclint.source.sheet import notebook_sheet, percent_sheet
from doclint.source.steps import StepWalker
from doclint.source.text import Unreadable, decode

if TYPE_CHECKING:
    from doclint.source.comments import Comment
    from doclint.source.sheet import Sheet

_TOO_DEEP = Failure("syntax", "an expression or a chain of `elif` is nested too deeply to read: split it")


def read(data: bytes, path: str = "") -> Reading:
    """The reading of one source file or, where the path says so, notebook.

    Raises:
        Unreadable: when the bytes are no text or notebook, or the text no Python.
        OtherLanguage: for a notebook whose cells are not Python.
    """
    if path.endswith(".ipynb"):
        return _read_notebook(notebook_sheet(data))
    text = decode(data)
    sheet = percent_sheet(text)
    return _read_text(text) if sheet is None else with_cells(_read_text("\n".join(sheet.code)), sheet)


def _read_notebook(sheet: Sheet) -> Reading:
    try:
        return with_cells(_read_text("\n".join(sheet.code)), sheet)
    except Unreadable as error:
        kind, message, line = error.failure.kind, error.failure.message, error.failure.line or 0
        cell = next((cell for cell in sheet.cells if cell.contains(line)), None)
        if cell is not None:
            message, line = f"cell {cell.number}, line {line - cell.first + 1}: {message}", 0
        raise Unreadable(Failure(kind, message, line or None)) from None


def _read_text(text: str) -> Reading:
    tree = parse(text)
    lines = Lines(text)
    try:
        walker = StepWalker(tree, lines)
    except RecursionError:
        raise Unreadable(_TOO_DEEP) from None
    comments = _comments(text, walker, lines)
    headers = _headers(walker, lines)
    remarks = [*walker.prose, *join(comments, lines.text, headers)]
    remarks.sort(key=lambda remark: (remark.span, remark.placement))
    return Reading(
        tuple(lines.text),
        tuple(walker.steps),
        tuple(remarks),
        frozenset(walker.imports),
        frozenset(walker.defined),
        walker.complexities,
    )


def parse(text: str) -> ast.Module:
    """The syntax tree of a module, without the warnings Python prints for its string escapes.

    Raises:
        Unreadable: when the text is no Python.
    """
    try:
        with warnings.catch_warnings():
            # otherwise Python prints a warning for every odd string escape of the file, as if it were ours
            warnings.simplefilter("ignore")
            return _parse(text)
    except SyntaxError as error:
        raise Unreadable(Failure("syntax", error.msg or "invalid syntax", error.lineno)) from None
    except (RecursionError, MemoryError):
        raise Unreadable(_TOO_DEEP) from None
    except ValueError as error:
        raise Unreadable(Failure("syntax", str(error))) from None


def _parse(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError:
        # imported late: LibCST's metadata costs as much to load as LibCST itself, and few files need it
        from doclint.source.older import in_older_syntax

        older = in_older_syntax(text)
        if older == text:
            raise
    return ast.parse(older)


def _comments(text: str, walker: StepWalker, lines: Lines) -> list[Comment]:
    if "#" not in text:
        return []
    try:
        return comments_of(walker.rows, lines.text)
    except Misaligned:
        return comments_by_layout(walker.rows, lines.text)


def _headers(walker: StepWalker, lines: Lines) -> dict[int, str]:
    """The first line of the function around each step."""
    return {
        step.index: lines.text[walker.steps[step.function].span.line - 1].strip() if step.function else ""
        for step in walker.steps
    }
