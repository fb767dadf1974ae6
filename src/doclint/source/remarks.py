"""The comments of a module, each with its lines and the step it is attached to.

LibCST keeps comments but no positions, `ast` keeps positions but no comments, and both list statements in the same
preorder: the visitor takes its line numbers from the `ast` rows and counts the lines in between.
"""

from __future__ import annotations

import io
import tokenize
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from doclint.model.remark import Placement, Remark
from doclint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doclint.source.steps import Row

# what a reader has in view below a comment; the annotators of the labels saw as many lines
_LINES_IN_VIEW = 9

# a comment above these speaks of the file rather than of the statement
_INTRODUCTIONS = frozenset({"Import", "ImportFrom", "Expr"})

_OWNERS = (cst.BaseCompoundStatement, cst.ExceptHandler, cst.ExceptStarHandler)
_CLAUSES = (cst.Else, cst.Finally, cst.MatchCase)
_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite)
_ENTERED = (cst.Module, cst.BaseSuite, cst.BaseSmallStatement, *_LINES, *_OWNERS, *_CLAUSES)


class Misaligned(Exception):
    """The two syntax trees disagree about the file's statements."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment before neighbouring lines are joined to a remark; `column` is 1-based."""

    line: int
    column: int
    text: str
    placement: Placement
    step: int


class CommentVisitor(cst.CSTVisitor):
    """Collects comments statement by statement; expressions are not entered.

    `rows` are the statements of `ast` in preorder and `first` the line that the visited module starts at.

    Raises:
        Misaligned: where a comment is not on the line that counting says.
    """

    def __init__(self, rows: Sequence[Row], lines: Sequence[str], first: int = 1) -> None:
        super().__init__()
        self.comments: list[Comment] = []
        self._rows = rows
        self._next = 0
        self._lines = lines
        self._line = first - 1
        self._owners: list[int] = []
        # comments above `else:` and the like lead the first statement below, whose step is known once it is reached
        self._waiting: list[tuple[int, str]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if not isinstance(node, _ENTERED):
            return False
        if isinstance(node, cst.Module):
            self._header(node)
        elif isinstance(node, cst.BaseSmallStatement):
            self._take_row()
            return False
        elif isinstance(node, cst.IndentedBlock):
            self._open_block(node)
        else:
            self._above(getattr(node, "leading_lines", ()))
            if isinstance(node, _OWNERS):
                row = self._take_row()
                self._owners.append(row.index)
                # the cases of a match follow its header directly; other blocks count from their own first line
                self._line = row.header_end
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, _LINES):
            comment = original_node.trailing_whitespace.comment
            if comment is not None:
                self._add(self._line, comment.value, Placement.TRAILING, self._rows[self._next - 1].index)
        elif isinstance(original_node, (cst.IndentedBlock, cst.Module)):
            self._below(original_node.footer)
        elif isinstance(original_node, _OWNERS):
            self._owners.pop()

    def finish(self) -> list[Comment]:
        """All comments, or Misaligned where `ast` has statements that the visit did not meet."""
        if self._next != len(self._rows):
            raise Misaligned
        return self.comments

    def _take_row(self) -> Row:
        if self._next >= len(self._rows):
            raise Misaligned
        row = self._rows[self._next]
        self._next += 1
        for line, text in self._waiting:
            self._add(line, text, Placement.LEAD, row.index)
        self._waiting.clear()
        self._line = row.end
        return row

    def _header(self, node: cst.Module) -> None:
        """Comments above the first statement introduce the module, unless they touch one that does something."""
        self._above(node.header)
        first = self._rows[0] if self._rows else None
        touching = first.first if first is not None and first.node not in _INTRODUCTIONS else 0
        led: list[tuple[int, str]] = []
        for line, text in reversed(self._waiting):
            if line == touching - 1:
                led.insert(0, (line, text))
                touching = line
            else:
                self._add(line, text, Placement.MODULE_HEADER, 0)
        # a licence or shebang often touches the first statement too
        if led and led[0][0] == 1:
            for line, text in led:
                self._add(line, text, Placement.MODULE_HEADER, 0)
            led = []
        self._waiting = led

    def _open_block(self, node: cst.IndentedBlock) -> None:
        """The header's last line is the one before the block's first line, whatever its parentheses do."""
        if self._next >= len(self._rows):
            raise Misaligned
        self._line = self._rows[self._next].first - len(getattr(node.body[0], "leading_lines", ())) - 1
        if node.header.comment is not None:
            self._add(self._line, node.header.comment.value, Placement.BLOCK_HEADER, self._owners[-1])

    def _above(self, lines: Iterable[cst.EmptyLine]) -> None:
        for line in lines:
            self._line += 1
            if line.comment is not None:
                self._waiting.append((self._line, line.comment.value))

    def _below(self, lines: Iterable[cst.EmptyLine]) -> None:
        for line in lines:
            self._line += 1
            if line.comment is not None:
                self._add(self._line, line.comment.value, Placement.FOOTER, self._owners[-1] if self._owners else 0)

    def _add(self, line: int, text: str, placement: Placement, step: int) -> None:
        if not 0 < line <= len(self._lines) or not self._lines[line - 1].endswith(text):
            raise Misaligned
        self.comments.append(Comment(line, len(self._lines[line - 1]) - len(text) + 1, text, placement, step))


def inside_comments(rows: Iterable[Row], lines: Sequence[str], known: set[int]) -> list[Comment]:
    """Comments within expressions and between decorators, which no statement node of LibCST owns.

    Tokenizes only the statements of several lines that hold a `#` no other comment accounts for; `known` are the
    lines whose comment was found already.
    """
    found: list[Comment] = []
    for row in rows:
        if row.header_end == row.first:
            continue
        if any("#" in lines[n - 1] and n not in known for n in range(row.first, row.header_end + 1)):
            text = "\n".join(lines[row.first - 1 : row.header_end]) + "\n"
            for line, column, comment in _comment_tokens(text):
                if row.first + line - 1 not in known:
                    found.append(Comment(row.first + line - 1, column, comment, Placement.INSIDE, row.index))
    return found


def _comment_tokens(text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                found.append((token.start[0], token.start[1] + 1, token.string))
    except (tokenize.TokenError, SyntaxError):
        # a header without its block ends too early for the tokenizer, which has by then seen every comment in it
        pass
    return found


def join(comments: Sequence[Comment], lines: Sequence[str], headers: Mapping[int, str]) -> list[Remark]:
    """Remarks of comments: own-line neighbours with the same column and step become one block."""
    remarks: list[Remark] = []
    block: list[Comment] = []
    for comment in sorted(comments, key=lambda comment: comment.line):
        if block and not _continues(block[-1], comment, lines):
            remarks.append(_remark(block, lines, headers))
            block = []
        block.append(comment)
    if block:
        remarks.append(_remark(block, lines, headers))
    return remarks


def _continues(above: Comment, below: Comment, lines: Sequence[str]) -> bool:
    same = (above.line + 1, above.column, above.placement, above.step)
    if same != (below.line, below.column, below.placement, below.step):
        return False
    return (
        not lines[below.line - 1][: below.column - 1].strip() and not lines[above.line - 1][: above.column - 1].strip()
    )


def _remark(block: Sequence[Comment], lines: Sequence[str], headers: Mapping[int, str]) -> Remark:
    first, last = block[0], block[-1]
    span = Span(first.line, first.column, last.line, last.column + len(last.text))
    beside = lines[first.line - 1][: first.column - 1].strip()
    code = beside or "\n".join(lines[last.line : last.line + _LINES_IN_VIEW])
    text = "\n".join(comment.text for comment in block)
    return Remark(span, first.placement, text, first.step, code, headers.get(first.step, ""))
