"""Whether a comment's words are code that was commented out."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import textwrap
import warnings
from typing import NamedTuple

# a bare name, tuple, string or comparison is more often a shape, a title or a formula than dead code
_ACTS = (
    ast.Assign,
    ast.AugAssign,
    ast.Import,
    ast.ImportFrom,
    ast.Return,
    ast.Raise,
    ast.Delete,
    ast.If,
    ast.For,
    ast.While,
    ast.With,
    ast.Try,
    ast.FunctionDef,
    ast.ClassDef,
    ast.Assert,
)

# who left these was looking for a mistake, and few readers ask what would bring them back
_LOOKING = frozenset({"print", "pprint", "pp", "debug", "breakpoint", "set_trace"})

_KEYWORDS = "|".join((*keyword.kwlist, *keyword.softkwlist))
# two words side by side, as in every sentence and in no code; in quotes they may stand anywhere
_SENTENCE = re.compile(rf"\b(?!(?:{_KEYWORDS})\b)[^\W\d]\w*[ \t]+(?!(?:{_KEYWORDS})\b)[^\W\d]")
_QUOTE = re.compile("[\"'#]")


class DeadCode(NamedTuple):
    """The names that commented-out code mentions, and those of them it could not run without."""

    mentioned: frozenset[str]
    needed: frozenset[str]


def dead_code(text: str) -> DeadCode | None:
    """The names in the code of a comment, or None where the words are no statements.

    Blocks whose head was cut off (`else:` without its `if`) do not parse and count as none; so do lines that are
    only a name, a tuple or a comparison, and those that only print or log for whoever debugs.
    """
    # code that carries its own comment was kept on purpose, and `f( (a) )` is how formulas are written
    if " # " in text or "( (" in text or _SENTENCE.search(_QUOTE.split(text, maxsplit=1)[0]):
        return None
    tree = _parsed(textwrap.dedent(text).strip("\n"))
    if tree is None or not all(_acts(node) for node in tree.body) or all(_looks(node) for node in tree.body):
        return None
    nodes = list(ast.walk(tree))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    set_here = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    needed = {name.id for name in names} - set_here - set(dir(builtins))
    return DeadCode(frozenset(attributes | {name.id for name in names}), frozenset(needed))


def _parsed(text: str) -> ast.Module | None:
    # a block commented out without its body is still a block
    whole = text + "\n    pass" if text.rstrip().endswith(":") else text
    try:
        with warnings.catch_warnings():
            # a comment's broken escapes concern nobody, and would be reported as if they stood in this file
            warnings.simplefilter("ignore")
            return ast.parse(whole)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _acts(node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr):
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        return isinstance(value, ast.Call) and not _is_signature(value)
    return isinstance(node, _ACTS)


def _looks(node: ast.stmt) -> bool:
    """Whether a statement only shows something to whoever debugs."""
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
        return False
    called = node.value.func
    return (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) in _LOOKING


def _is_signature(call: ast.Call) -> bool:
    """Whether a call names an operation of a built-in type, such as `str.endswith(tuple)`: a title, not a call."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and isinstance(getattr(builtins, owner.id, None), type)
