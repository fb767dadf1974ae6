"""Numbers that decide something: limits, weights, waits and offsets written as literals."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of, names_in, number_of, parts, size
from doclint.source.sights.thresholds import keys, told
from doclint.source.sights.values import PLAIN, value_traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

# so few parts are the shape of a thing rather than a limit on it
_FEW = 5

# added to a divisor or a logarithm, so small a number only keeps it from being zero
_EPSILON = 1e-4

_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_LENGTHS = frozenset({"len", "length", "shape", "ndim", "dim", "size", "count", "nargs", "argcount", "rank", "argc"})
_CODES = frozenset(
    {"status", "code", "version", "errno", "returncode", "major", "minor", "hexversion", "protocol", "type", "ord"}
    | {"version_info", "__version__", "kind", "opcode", "byte", "char", "ch", "c", "weekday", "month", "day", "hour"}
    | {"verbosity", "verbose", "level", "loglevel", "debug", "year", "minute", "second", "ver", "vers", "vernum"}
)
# what is shortened for a reader's eyes may be cut anywhere
_CUT_SHORT = re.compile(r"""\.\.\.["']|\N{HORIZONTAL ELLIPSIS}|def __(str|repr)__""")

# right when it looks right: sizes and places in pictures, tables and terminals
_LOOKS = re.compile(
    r"width|height|figsize|fontsize|margin|padding|[xy](min|max)|ticks?$|^[lr]just$|bbox|offset_[xy]", re.I
)

_SIDES = frozenset({"left", "right", "top", "bottom", "margin", "padding"})

# a docstring that names a formula or a paper says where the numbers below it come from
_SOURCE = re.compile(r"\[\d+\]|formula|equation|references\b|taken from|https?://|\bdoi\b|et al|\bpaper\b")
WAITS = re.compile(r"^(\w*_)?(timeouts?|retries|max_retries|interval|delay|backoff\w*|wait|ttl|patience)(_\w*)?$", re.I)
_LIMIT_NAME = re.compile(
    r"(^|_)(max|min|size|limit|timeout|threshold|interval|delay|retries|tolerance|tol|eps|epsilon|factor|ratio|window"
    r"|capacity|chunk|chunksize|buffer|bufsize|depth|count|attempts|cutoff|margin|weight|alpha|beta|gamma|seed|rate"
    r"|backoff|ttl|period|maximum|minimum|maxsize)(_|$)",
    re.I,
)
_HYPER = frozenset(
    "learning_rate lr n_estimators max_depth batch_size epochs num_epochs hidden_size dropout weight_decay momentum "
    "n_clusters n_neighbors n_components n_splits num_layers warmup_steps alpha beta gamma max_iter tol eps "
    "num_leaves subsample colsample_bytree min_samples_leaf reg_lambda reg_alpha temperature top_k top_p".split()
)


def comparison(node: ast.Compare, place: Place) -> Iterator[Sight]:
    """A number that an expression is compared with."""
    sides = (node.left, *node.comparators)
    for side in sides:
        value = number_of(side)
        if value is None:
            continue
        others = [other for other in sides if other is not side]
        traits = place.facts() | place.guarded() | value_traits(value)
        if any(isinstance(op, _ORDER) for op in node.ops):
            traits |= {"ordering"} | told(node, place.lines.segment(side), place)
        if len(node.ops) > 1:
            traits.add("range")
        words = {part for name in names_in(*others) for part in (name, *parts(name))} | {*keys(*others)}
        if words & _LENGTHS:
            traits |= _length_traits(value, place)
        if words & _CODES:
            traits.add("code")
        if isinstance(place.statement, (ast.While, ast.If)) and place.statement.test is node:
            traits.add("whole-test")
        yield number_sight("number-comparison", node, side, place, traits)


def _length_traits(value: float, place: Place) -> set[str]:
    """A length is compared with a limit, or (`layout`) with how much the statement is about to cut out."""
    traits = {"length"}
    statement = place.statement
    if abs(value) < _FEW:
        traits.add("few")
    if statement is None:
        return traits
    if any(abs(bound - value) <= 1 for bound in _bounds(statement)):
        traits.add("layout")
    rows = place.lines.text[max(0, statement.lineno - 4) : (statement.end_lineno or statement.lineno) + 2]
    if any(_CUT_SHORT.search(row) for row in rows):
        traits.add("shown")
    return traits


def _bounds(statement: ast.AST) -> Iterator[float]:
    """The literal positions in the subscripts of a statement and its body."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Subscript):
            for part in ast.walk(node.slice):
                value = number_of(part)
                if value is not None:
                    yield value


def arithmetic(node: ast.BinOp, place: Place) -> Iterator[Sight]:
    """A number that takes part in arithmetic: a factor, an offset, a mask."""
    if isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift, ast.RShift)):
        yield from _bits(node, place)
        return
    for side, other in ((node.left, node.right), (node.right, node.left)):
        value = number_of(side)
        if value is None or number_of(other) is not None or isinstance(other, (ast.JoinedStr, ast.List, ast.Tuple)):
            continue
        if isinstance(other, ast.Constant):
            continue
        traits = place.facts() | place.guarded() | value_traits(value)
        if isinstance(node.op, (ast.Add, ast.Sub)) and value in {1, 2, -1, -2}:
            # in a longer expression annotators no longer saw what the one or two stands for
            large = place.statement is not None and size(place.statement) >= 25
            yield number_sight("offset", node, side, place, traits | ({"large"} if large else set()))
        elif value not in PLAIN:
            traits |= _arithmetic_excuses(node, other, value, place)
            yield number_sight("number-arithmetic", node, side, place, traits)


def index(node: ast.Subscript, place: Place) -> Iterator[Sight]:
    """Notes an index expression, whose arithmetic counts places and not amounts."""
    place.indices.update(id(part) for part in ast.walk(node.slice) if isinstance(part, ast.BinOp))
    yield from ()


def _arithmetic_excuses(node: ast.BinOp, other: ast.expr, value: float, place: Place) -> set[str]:
    """What makes the number of an arithmetic expression plain to a reader, and `assigned` where its result is kept."""
    traits = set()
    statement = place.statement
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
        traits.add("assigned")
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        if _LOOKS.search(name_of(target)):
            traits.add("looks")
    if any(_SIDES & set(parts(name)) for name in names_in(other)):
        traits.add("looks")
    if _only_numbers(other):
        traits.add("product")
    # decibels: ten or twenty times a logarithm, by definition
    if value in {10, 20} and any(name in {"log10", "log"} for name in names_in(other)):
        traits.add("unit")
    if id(node) in place.indices:
        traits.add("index")
    if isinstance(node.op, ast.Pow) or (isinstance(other, ast.BinOp) and isinstance(other.op, ast.Pow)):
        traits.add("power")
    if isinstance(node.op, ast.Add) and 0 < abs(value) <= _EPSILON:
        traits.add("epsilon")
    if isinstance(node.op, ast.Mod) and isinstance(value, float):
        traits.add("formatted")
    if _SOURCE.search(place.docstring):
        traits.add("sourced")
    return traits


def _bits(node: ast.BinOp, place: Place) -> Iterator[Sight]:
    for side in (node.left, node.right):
        value = number_of(side)
        if value is None:
            continue
        traits = place.facts() | value_traits(value)
        if isinstance(place.statement, (ast.If, ast.While, ast.Assert)):
            traits.add("tested")
        traits.add({ast.BitAnd: "mask", ast.LShift: "shift", ast.RShift: "shift"}.get(type(node.op), "set"))
        yield number_sight("bit-operation", node, side, place, traits)


def slices(node: ast.Slice, place: Place) -> Iterator[Sight]:
    """A slice with a constant bound other than the first or last element."""
    for bound in (node.lower, node.upper):
        value = number_of(bound)
        if bound is not None and value is not None and value not in {0, 1, -1}:
            yield number_sight("slice", node, bound, place, place.facts() | value_traits(value))
            return


def keyword(node: ast.keyword, place: Place) -> Iterator[Sight]:
    """`timeout=5`, `learning_rate=0.1`: a literal for a parameter that shapes behaviour."""
    value = number_of(node.value)
    if value is None or node.arg is None:
        return
    traits = place.facts() | value_traits(value)
    if WAITS.match(node.arg):
        yield _named("wait", node, (node.arg, node.value), place, traits | {"argument"})
    elif node.arg in _HYPER:
        if isinstance(place.statement, (ast.Assign, ast.AnnAssign)):
            traits.add("assigned")
        yield _named("hyper-parameter", node, (node.arg, node.value), place, traits)
    elif value not in PLAIN:
        yield _named("number-keyword", node, (node.arg, node.value), place, traits)


def constant(node: ast.Assign | ast.AnnAssign, place: Place) -> Iterator[Sight]:
    """A module or class constant, or a wait or limit given to a name."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    value = number_of(node.value) if node.value is not None else None
    product = value is None and isinstance(node.value, ast.BinOp) and _only_numbers(node.value)
    if (value is None and not product) or len(targets) != 1 or not isinstance(targets[0], (ast.Name, ast.Attribute)):
        return
    name = name_of(targets[0])
    traits = place.facts() | (value_traits(value) if value is not None else {"product"})
    if _LIMIT_NAME.search(name):
        traits.add("limit-name")
    assert node.value is not None
    if place.in_function:
        if WAITS.match(name) and name.upper() != name:
            yield _named("wait", node, (name, node.value), place, traits | {"assigned"})
    elif name.upper() == name and len(name) > 1:
        yield _named("constant", node, (name, node.value), place, traits)


def arguments(node: ast.arguments, place: Place) -> Iterator[Sight]:
    """Numeric defaults of parameters."""
    named = [*zip((node.posonlyargs + node.args)[::-1], node.defaults[::-1], strict=False)]
    named += [(arg, default) for arg, default in zip(node.kwonlyargs, node.kw_defaults, strict=True) if default]
    for arg, default in named:
        value = number_of(default)
        if value is not None and value not in PLAIN:
            traits = place.facts() | value_traits(value) | ({"wait"} if WAITS.match(arg.arg) else set())
            yield _named("number-default", default, (arg.arg, default), place, traits)


def _only_numbers(node: ast.AST) -> bool:
    return number_of(node) is not None or (
        isinstance(node, ast.BinOp) and _only_numbers(node.left) and _only_numbers(node.right)
    )


def number_sight(construct: str, whole: ast.AST, number: ast.AST, place: Place, traits: set[str]) -> Sight:
    # ast.Slice has positions since 3.9, so every node here lends its own extent
    span, subject, detail = place.lines.span(whole), place.lines.segment(number), place.lines.segment(whole)
    if place.documents(subject):
        traits.add("documented")
    if subject.lower().startswith("0x"):
        traits.add("hex")
    return Sight(construct, span, subject, frozenset(traits), detail)


def _named(construct: str, node: ast.AST, named: tuple[str, ast.AST], place: Place, traits: set[str]) -> Sight:
    """A literal that has a name beside it, which the question repeats."""
    name, value = named
    if place.documents(place.lines.segment(value)):
        traits.add("documented")
    return Sight(construct, place.lines.span(node), place.lines.segment(value), frozenset(traits), name)


DETECTORS = {
    ast.Compare: (comparison,),
    ast.Subscript: (index,),
    ast.BinOp: (arithmetic,),
    ast.Slice: (slices,),
    ast.keyword: (keyword,),
    ast.Assign: (constant,),
    ast.AnnAssign: (constant,),
    ast.arguments: (arguments,),
}
