"""A module's statements as steps, in the preorder that LibCST and `ast` share."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from doclint.model.remark import Placement, Remark
from doclint.model.span import Span
from doclint.model.step import Sight, Step, StepKind
from doclint.source.children import FIELDS, OPENERS, push_children
from doclint.source.complexity import Complexities
from doclint.source.place import Enclosing, Place
from doclint.source.rows import extent, first_line, row_of
from doclint.source.sights import DETECTORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.source.place import Lines
    from doclint.source.rows import Row

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (*_FUNCTIONS, ast.ClassDef)
_KINDS: dict[type[ast.AST], StepKind] = {
    **dict.fromkeys(OPENERS, StepKind.COMPOUND),
    **dict.fromkeys(_FUNCTIONS, StepKind.FUNCTION),
    ast.ClassDef: StepKind.CLASS,
    ast.ExceptHandler: StepKind.HANDLER,
}
_NUMBER_STARTS = frozenset("0123456789.")
_NUMBERS = frozenset({int, float, complex})
_LOG_METHODS = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "fatal"})


class StepWalker:
    """Walks an `ast` module once and keeps steps, rows, docstrings and message strings."""

    def __init__(self, tree: ast.Module, lines: Lines) -> None:
        self.lines = lines
        self.tree = tree
        self.steps: list[Step] = []
        self.rows: list[Row] = []
        self.prose: list[Remark] = []
        self.imports: set[str] = set()
        self.defined: set[str] = set()
        self._paragraph = 0
        self._symbols: list[str] = []
        self.complexities = Complexities()
        self._place = Place(lines, tree, self.complexities)
        self._walk_module()

    def _walk_module(self) -> None:
        end = max(1, len(self.lines.text))
        docstring = ast.get_docstring(self.tree, clean=True) or ""
        self._place.enclosing = Enclosing(None, "", docstring, True, 0)
        sights = tuple(self._sights(self.tree))
        self.steps.append(Step(0, Span(1, 1, 1, 1), StepKind.MODULE, "Module", "", 0, 0, 0, end, sights=sights))
        self._docstring(self.tree, 0)
        self._block(self.tree.body, 0)

    def _block(self, body: Sequence[ast.AST], parent: int) -> None:
        """Steps for the statements (or handlers, or match cases) of one block."""
        previous_end = 0
        for position, node in enumerate(body):
            if isinstance(node, ast.match_case):
                self._expressions([node.guard, node.pattern], set(), set())
                self._block(node.body, parent)
                continue
            first = first_line(node)
            gap = self.lines.text[previous_end : first - 1]
            if position == 0 or (gap and not all(map(str.strip, gap))):
                self._paragraph += 1
            self._place.siblings, self._place.position = body, position  # type: ignore[assignment]
            self._statement(node, parent)  # type: ignore[arg-type]
            previous_end = node.end_lineno  # type: ignore[attr-defined]

    def _statement(self, node: ast.stmt | ast.ExceptHandler, parent: int) -> None:
        index = len(self.steps)
        outer = self._place.enclosing
        defines = isinstance(node, _DEFINITIONS)
        if isinstance(node, _DEFINITIONS):
            self._symbols.append(node.name)
        if isinstance(node, _FUNCTIONS):
            self._enter_function(node, index)
        self._place.statement = node
        names: set[str] = set()
        numbers: set[str] = set()
        stack: list[Any] = []
        push_children(node, stack)
        sights = (*self._sights(node), *self._expressions(stack, names, numbers))
        self.defined |= names
        self._note_imports(node)
        function = self._place.enclosing.step if self._place.enclosing else 0
        step = Step(
            index,
            extent(node, self.lines),
            _KINDS.get(node.__class__, StepKind.STATEMENT),
            type(node).__name__,
            ".".join(self._symbols),
            parent,
            function,
            self._paragraph,
            node.end_lineno or node.lineno,
            frozenset(names),
            frozenset(numbers),
            sights,
        )
        self.steps.append(step)
        self.rows.append(row_of(node, step, self._place.position == 0, self.lines))
        self._docstring(node, index)
        self._message(node, index)
        kind = node.__class__
        if kind in OPENERS:
            self._place.ancestors.append(node)
            for block in OPENERS[kind]:
                self._block(getattr(node, block), index)
            self._place.ancestors.pop()
        if defines:
            self._symbols.pop()
        self._place.enclosing = outer

    def _enter_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, index: int) -> None:
        docstring = ast.get_docstring(node, clean=True) or ""
        public = not any(name.startswith("_") and not name.endswith("__") for name in self._symbols)
        self._place.enclosing = Enclosing(node, node.name, docstring, public, index)
        self.complexities.add(index, node)

    def _sights(self, node: ast.AST) -> Iterator[Sight]:
        for detector in DETECTORS.get(type(node), ()):
            yield from detector(node, self._place)

    def _expressions(self, stack: list[Any], names: set[str], numbers: set[str]) -> list[Sight]:
        """Sights of all expressions on the stack and below, adding the names and numbers they mention."""
        found: list[Sight] = []
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is ast.Name:
                names.add(node.id)
                continue
            if kind is ast.Constant:
                self._note_constant(node, numbers)
                continue
            if kind not in FIELDS:
                continue
            if kind is ast.Attribute:
                names.add(node.attr)
            elif kind is ast.keyword or kind is ast.arg:
                names.add(node.arg or "")
            for detector in DETECTORS.get(kind, ()):
                found.extend(detector(node, self._place))
            push_children(node, stack)
        return found

    def _note_constant(self, node: ast.Constant, numbers: set[str]) -> None:
        if node.value.__class__ in _NUMBERS:
            written = self.lines.segment(node)
            # before Python 3.12 positions within f-strings are off
            numbers.add(written if written[:1] in _NUMBER_STARTS else repr(node.value))

    def _note_imports(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            self.imports.update(alias.name for alias in node.names)
            bound = {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            self.defined |= bound
            self._place.modules |= bound
            self._place.libraries.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            self.imports.add("." * node.level + (node.module or ""))
            if node.level == 0 and node.module:
                self._place.libraries.add(node.module.split(".")[0])
            self.defined.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, _DEFINITIONS):
            self.defined.add(node.name)

    def _docstring(self, node: ast.AST, index: int) -> None:
        """Keeps the docstring of a module, class or function as a remark."""
        if not isinstance(node, (ast.Module, *_DEFINITIONS)) or not node.body:
            return
        first = node.body[0]
        if not (isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)):
            return
        if not isinstance(first.value.value, str):
            return
        text = ast.get_docstring(node, clean=True) or ""
        span = self.lines.span(first.value)
        where = "" if isinstance(node, ast.Module) else self.lines.text[node.lineno - 1].strip()
        code = "\n".join(self.lines.text[span.end_line : span.end_line + 12])
        self.prose.append(Remark(span, Placement.DOCSTRING, text, index, code, where))

    def _message(self, node: ast.AST, index: int) -> None:
        """Keeps the message of a raise, assert, warning or log call: it can carry the reason."""
        for text in _message_strings(node):
            span = self.lines.span(text)
            # a message is compared with the call around it: beside itself every text says nothing new
            code = self.lines.text[span.line - 1].strip().replace(self.lines.segment(text), "")
            self.prose.append(Remark(span, Placement.MESSAGE, _string(text), index, code))


def _message_strings(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        return [argument for argument in node.exc.args if _is_text(argument)][:1]
    if isinstance(node, ast.Assert) and node.msg is not None:
        return [node.msg] if _is_text(node.msg) else []
    call = node.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
    if call and isinstance(call.func, ast.Attribute) and call.func.attr in _LOG_METHODS:
        return [argument for argument in call.args if _is_text(argument)][:1]
    return []


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _string(node: ast.expr) -> str:
    """The literal words of a string or f-string."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    values = node.values if isinstance(node, ast.JoinedStr) else []
    return " ".join(str(part.value) for part in values if isinstance(part, ast.Constant))
