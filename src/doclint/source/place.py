"""What a detector may know about the place it looks at."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from doclint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# `is_ipv6(text)` says that it answers by failing; `rgb_to_lab` that its numbers are the standard's
_PREDICATE = re.compile(
    r"_*(is|has|can|should|try|maybe|supports|check|probe|detect|looks_like|safe|guess|fallback)(_|[A-Z]|$)"
)
_CONVERSION = re.compile(r"to[_A-Z]|_?2[a-z]|convert|decode|encode|parse|unpack|(^|_)(pack|hash|crc|checksum)|from_")

_SILENCE = re.compile(r"quiet|silen|suppress|no_?warn|ignore_?warn", re.I)

# some keep the tests of a module at its end; they are no more asked about than files of tests
_TEST = re.compile(r"test(_|[A-Z])")

# a log may say how bad a number is, these end what is going on, as an exception would
_REFUSALS = frozenset({"error", "fail", "abort", "exit"})

_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|#.*""")

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Lines:
    """Source lines that turn the byte columns of `ast` into character columns."""

    def __init__(self, text: str) -> None:
        self.text = text.split("\n")

    def column(self, line: int, byte_offset: int) -> int:
        """The 1-based character column of a UTF-8 byte offset."""
        row = self.text[line - 1]
        if row.isascii():
            return byte_offset + 1
        return len(row.encode()[:byte_offset].decode(errors="ignore")) + 1

    def span(self, node: ast.AST) -> Span:
        """The extent of a statement, handler or expression."""
        line, end_line = node.lineno, node.end_lineno  # type: ignore[attr-defined]
        start, end = node.col_offset, node.end_col_offset  # type: ignore[attr-defined]
        return Span(line, self.column(line, start), end_line, self.column(end_line, end))

    def line(self, number: int) -> Span:
        """The extent of one line's code, without its indentation."""
        row = self.text[number - 1]
        return Span(number, len(row) - len(row.lstrip()) + 1, number, len(row.rstrip()) + 1)

    def segment(self, node: ast.AST) -> str:
        """The source of an expression, folded to one line."""
        span = self.span(node)
        if span.line == span.end_line:
            return self.text[span.line - 1][span.column - 1 : span.end_column - 1]
        rows = [self.text[span.line - 1][span.column - 1 :], *self.text[span.line : span.end_line - 1]]
        rows.append(self.text[span.end_line - 1][: span.end_column - 1])
        # a question must read the same whether or not somebody commented between the lines of an expression
        return " ".join(_COMMENT.sub(r"\1", row).strip() for row in rows).strip()


# no slots: cached_property needs the instance dictionary
@dataclass
class Enclosing:
    """The function (or module, where `node` is None) around a place, with what its docstring tells."""

    node: Function | None
    name: str
    docstring: str
    is_public: bool
    step: int

    @cached_property
    def docstring_words(self) -> frozenset[str]:
        """Lower-case words of the docstring."""
        return frozenset(word.strip(".,;:()`'\"").lower() for word in self.docstring.split())


@dataclass(slots=True)
class Place:
    """The statement being walked, the blocks around it and the file's own facts; rewritten as the walk moves on."""

    lines: Lines
    module: ast.Module
    complexities: Mapping[int, int]
    statement: ast.stmt | ast.ExceptHandler | None = None
    ancestors: list[ast.AST] = field(default_factory=list)
    siblings: Sequence[ast.stmt] = ()
    position: int = 0
    enclosing: Enclosing | None = None
    modules: set[str] = field(default_factory=set)
    # ids of index expressions, noted at the subscript because an expression does not know its parent
    indices: set[int] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)

    @property
    def docstring(self) -> str:
        """The docstring of the function around the place, lower case; empty at module level."""
        return self.enclosing.docstring.lower() if self.enclosing and self.enclosing.node else ""

    def facts(self) -> set[str]:
        """Traits of the place itself: where it sits, and whether its function documents or hides itself."""
        if not self.in_function:
            return {"module-level"}
        assert self.enclosing is not None
        facts = {"public" if self.enclosing.is_public else "private"}
        if not self.enclosing.docstring:
            facts.add("undocumented")
        if _PREDICATE.match(self.enclosing.name):
            facts.add("predicate")
        if _CONVERSION.search(self.enclosing.name):
            facts.add("conversion")
        if _TEST.match(self.enclosing.name):
            facts.add("test")
        return facts

    def documents(self, words: str) -> bool:
        """Whether the docstring around the place repeats the words, a number say, as they stand in the code."""
        return re.search(rf"(?<![\w.]){re.escape(words.lower())}(?!\w)", self.docstring) is not None

    @property
    def parameters(self) -> frozenset[str]:
        """The names of the parameters of the function around the place."""
        if not self.enclosing or not self.enclosing.node:
            return frozenset()
        return frozenset(n.arg for n in ast.walk(self.enclosing.node.args) if isinstance(n, ast.arg))

    def guarded(self) -> set[str]:
        """`raises` of a check: an assert, or an `if` that raises at once or in the end, or refuses at once."""
        statement = self.statement
        if isinstance(statement, ast.Assert):
            return {"raises"}
        if isinstance(statement, ast.If) and (
            any(isinstance(statement.body[at], ast.Raise) for at in (0, -1)) or _refuses(statement.body[0])
        ):
            return {"raises"}
        return set()

    def asked_for(self) -> bool:
        """Whether a condition around the place names silence: whoever set it wants none of the noise."""
        return any(isinstance(block, ast.If) and _SILENCE.search(ast.dump(block.test)) for block in self.ancestors)

    @property
    def in_function(self) -> bool:
        """Whether the statement sits in a function body, where numbers decide behaviour rather than configure it."""
        return self.enclosing is not None and self.enclosing.node is not None


def _refuses(statement: ast.stmt) -> bool:
    """Whether a statement reports an error in words, to something that is no log: `self.error("too large")`."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _REFUSALS):
        return False
    words = any(
        isinstance(part, ast.Constant) and isinstance(part.value, str) for arg in call.args for part in ast.walk(arg)
    )
    return words and "log" not in ast.dump(call.func.value).lower()
