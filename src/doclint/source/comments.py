"""The comments of a module, each with its lines and the step it is attached to.

LibCST keeps comments but no positions, `ast` keeps positions but no comments, and both list statements in the same
preorder: the collector takes its line numbers from the `ast` rows and counts the lines in between. LibCST sees only the
skeleton of the file, which holds every comment and little else.
"""

from __future__ import annotations

import io
import tokenize
from typing import TYPE_CHECKING, Any, NamedTuple

import libcst as cst

from doclint.model.remark import Placement
from doclint.source.depth import too_deep
from doclint.source.skeleton import skeleton_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doclint.source.rows import Row
    from doclint.source.skeleton import Skeleton

# a comment above these speaks of the file rather than of the statement
_INTRODUCTIONS = frozenset({"Import", "ImportFrom", "Expr"})

Token = tuple[int, int, str]


class Misaligned(Exception):
    """The two syntax trees disagree about the file's statements."""


class Comment(NamedTuple):
    """One comment before neighbouring lines are joined to a remark; `column` is 1-based."""

    line: int
    column: int
    text: str
    placement: Placement
    step: int


class CommentCollector:
    """Collects comments statement by statement; expressions are not entered.

    `rows` are the statements of `ast` in preorder, `lines` the source that LibCST parsed. Not a `CSTVisitor`: that
    makes every node it passes anew, and looks at the expressions too.

    Raises:
        Misaligned: where a comment is not on the line that counting says.
    """

    def __init__(self, rows: Sequence[Row], lines: Sequence[str]) -> None:
        self.comments: list[Comment] = []
        self._rows = rows
        self._next = 0
        self._lines = lines
        self._line = 0
        self._owners: list[int] = []
        # comments above `else:` and the like lead the first statement below, whose step is known once it is reached
        self._waiting: list[tuple[int, str]] = []

    def collect(self, module: cst.Module) -> list[Comment]:
        """All comments of the module."""
        self._header(module)
        self._statements(module.body)
        self._below(module.footer)
        if self._next != len(self._rows):
            raise Misaligned
        return self.comments

    def _statements(self, statements: Iterable[cst.CSTNode]) -> None:
        for node in statements:
            self._above(node.leading_lines)  # type: ignore[attr-defined]
            if isinstance(node, cst.SimpleStatementLine):
                self._line_of(node)
            else:
                self._compound(node)

    def _line_of(self, node: cst.SimpleStatementLine | cst.SimpleStatementSuite) -> None:
        """The statements of one line, and the comment that ends it."""
        for _ in node.body:
            self._take_row()
        comment = node.trailing_whitespace.comment
        if comment is not None:
            self._add(self._line, comment.value, Placement.TRAILING, self._rows[self._next - 1].index)

    def _compound(self, node: Any) -> None:
        """A statement with blocks, an `elif` or a handler; its other clauses come in the order of the source."""
        row = self._take_row()
        self._owners.append(row.index)
        if isinstance(node, cst.Match):
            self._match(node, row)
        else:
            self._suite(node.body)
        handlers = getattr(node, "handlers", ())
        for clause in (*handlers, getattr(node, "orelse", None), getattr(node, "finalbody", None)):
            if clause is not None:
                self._above(clause.leading_lines)
                if isinstance(clause, (cst.Else, cst.Finally)):
                    self._suite(clause.body)
                else:
                    self._compound(clause)
        self._owners.pop()

    def _match(self, node: cst.Match, row: Row) -> None:
        # unlike a block, the cases of a match have no header that says where they start
        self._line = row.header_end
        if node.whitespace_after_colon.comment is not None:
            self._add(self._line, node.whitespace_after_colon.comment.value, Placement.BLOCK_HEADER, row.index)
        for case in node.cases:
            self._above(case.leading_lines)
            self._suite(case.body)
        self._below(node.footer)

    def _suite(self, suite: cst.BaseSuite) -> None:
        if isinstance(suite, cst.IndentedBlock):
            self._open_block(suite)
            self._statements(suite.body)
            self._below(suite.footer)
        elif isinstance(suite, cst.SimpleStatementSuite):
            self._line_of(suite)

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


def comments_of(rows: Sequence[Row], lines: Sequence[str]) -> list[Comment]:
    """The comments of a file with these statements.

    Raises:
        Misaligned: where LibCST reads the file differently than `ast`, or not at all.
    """
    spread = spread_comments(rows, lines)
    skeleton = skeleton_of(rows, lines, spread)
    if too_deep(skeleton.lines):
        raise Misaligned
    try:
        module = cst.parse_module("\n".join(skeleton.lines) + "\n")
    except cst.ParserSyntaxError:
        raise Misaligned from None
    comments = CommentCollector(skeleton.rows, skeleton.lines).collect(module)
    return [_moved(comment, skeleton, lines) for comment in comments] + inside_comments(rows, spread)


def _moved(comment: Comment, skeleton: Skeleton, lines: Sequence[str]) -> Comment:
    """A comment of the skeleton where it stands in the file; it ends its line in both."""
    line = skeleton.numbers[comment.line - 1]
    return comment._replace(line=line, column=len(lines[line - 1]) - len(comment.text) + 1)


def spread_comments(rows: Iterable[Row], lines: Sequence[str]) -> dict[int, list[Token]]:
    """The comments in each statement (or header) of several lines, by step; LibCST need not see their expressions."""
    return {
        row.index: comment_tokens("\n".join(lines[row.first - 1 : row.header_end]) + "\n", row.first)
        for row in rows
        if row.header_end > row.first and any("#" in line for line in lines[row.first - 1 : row.header_end])
    }


def inside_comments(rows: Iterable[Row], spread: Mapping[int, Sequence[Token]]) -> list[Comment]:
    """Comments within expressions and between decorators: all but the one that ends the statement's last line."""
    return [
        Comment(line, column, text, Placement.INSIDE, row.index)
        for row in rows
        for line, column, text in spread.get(row.index, ())
        if line < row.header_end
    ]


def comment_tokens(text: str, first: int = 1) -> list[Token]:
    """Line, 1-based column and text of each comment in a piece of source that starts on line `first`."""
    found: list[Token] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                found.append((token.start[0] + first - 1, token.start[1] + 1, token.string))
    except (tokenize.TokenError, SyntaxError):
        # a header without its block ends too early for the tokenizer, which has by then seen every comment in it
        pass
    return found
