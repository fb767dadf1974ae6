"""Numbers that decide something: limits, weights, waits and offsets written as literals."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.model.step import Sight
from doclint.source.sights.syntax import name_of, names_in, number_of, parts, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

# 0, 1 and 2 are counts a reader takes from the code itself: none, one, a pair
_PLAIN = frozenset({0, 1, 2, -1, -2})

# seconds, bytes, degrees, percent: what these numbers convert is common knowledge
_UNITS = frozenset(
    {3, 4, 7, 8, 10, 12, 16, 24, 30, 32, 60, 64, 90, 100, 128, 180, 255, 256, 270, 360, 365, 400, 512, 1000, 1024, 3600}
    | {4096, 65535, 65536, 86400, 1_000_000, 1_000_000_000, 1e3, 1e-3, 1e-6, 1e-9, 0.5, 100.0}
)
# added to a divisor or a logarithm, so small a number only keeps it from being zero
_EPSILON = 1e-4

# epochs, line widths and points an inch, as common as units
_CONVENTIONS = frozenset({72, 78, 79, 80, 88, 96, 120, 1900, 1970, 1980, 2000, 273.15, 2.54, 25.4, 0.02})

_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_LENGTHS = frozenset({"len", "shape", "ndim", "dim", "size", "count", "nargs", "argcount", "rank", "argc"})
_CODES = frozenset(
    {"status", "code", "version", "errno", "returncode", "major", "minor", "hexversion", "protocol", "type", "ord"}
    | {"version_info", "__version__", "kind", "opcode", "byte", "char", "ch", "c", "weekday", "month", "day", "hour"}
    | {"verbosity", "verbose", "level", "loglevel", "debug", "year", "minute", "second"}
)
_WAITS = re.compile(
    r"^(\w*_)?(timeouts?|retries|max_retries|interval|delay|backoff\w*|wait|ttl|patience)(_\w*)?$", re.I
)
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
        traits = place.facts() | place.guarded() | _value_traits(value)
        if any(isinstance(op, _ORDER) for op in node.ops):
            traits.add("ordering")
        if len(node.ops) > 1:
            traits.add("range")
        words = {part for name in names_in(*others) for part in (name, *parts(name))}
        if words & _LENGTHS:
            traits.add("length")
        if words & _CODES:
            traits.add("code")
        if isinstance(place.statement, (ast.While, ast.If)) and place.statement.test is node:
            traits.add("whole-test")
        yield _number("number-comparison", node, side, place, traits)


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
        traits = place.facts() | place.guarded() | _value_traits(value)
        if isinstance(node.op, (ast.Add, ast.Sub)) and value in {1, 2, -1, -2}:
            large = place.statement is not None and size(place.statement) >= 25
            yield _number("offset", node, side, place, traits | ({"large"} if large else set()))
        elif value not in _PLAIN:
            traits |= _arithmetic_excuses(node, other, value, place)
            yield _number("number-arithmetic", node, side, place, traits)


def index(node: ast.Subscript, place: Place) -> Iterator[Sight]:
    """Notes an index expression, whose arithmetic counts places and not amounts."""
    place.indices.update(id(part) for part in ast.walk(node.slice) if isinstance(part, ast.BinOp))
    yield from ()


def _arithmetic_excuses(node: ast.BinOp, other: ast.expr, value: float, place: Place) -> set[str]:
    """What makes the number of an arithmetic expression plain to a reader, and `assigned` where its result is kept."""
    traits = set()
    if isinstance(place.statement, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
        traits.add("assigned")
    if id(node) in place.indices:
        traits.add("index")
    if isinstance(node.op, ast.Pow) or (isinstance(other, ast.BinOp) and isinstance(other.op, ast.Pow)):
        traits.add("power")
    if isinstance(node.op, ast.Add) and 0 < abs(value) <= _EPSILON:
        traits.add("epsilon")
    return traits


def _bits(node: ast.BinOp, place: Place) -> Iterator[Sight]:
    for side in (node.left, node.right):
        value = number_of(side)
        if value is None:
            continue
        traits = place.facts() | _value_traits(value)
        if isinstance(place.statement, (ast.If, ast.While, ast.Assert)):
            traits.add("tested")
        traits.add({ast.BitAnd: "mask", ast.LShift: "shift", ast.RShift: "shift"}.get(type(node.op), "set"))
        yield _number("bit-operation", node, side, place, traits)


def slices(node: ast.Slice, place: Place) -> Iterator[Sight]:
    """A slice with a constant bound other than the first or last element."""
    for bound in (node.lower, node.upper):
        value = number_of(bound)
        if bound is not None and value is not None and value not in {0, 1, -1}:
            yield _number("slice", node, bound, place, place.facts() | _value_traits(value))
            return


def keyword(node: ast.keyword, place: Place) -> Iterator[Sight]:
    """`timeout=5`, `learning_rate=0.1`: a literal for a parameter that shapes behaviour."""
    value = number_of(node.value)
    if value is None or node.arg is None:
        return
    traits = place.facts() | _value_traits(value)
    if _WAITS.match(node.arg):
        yield _named("wait", node, (node.arg, node.value), place, traits | {"argument"})
    elif node.arg in _HYPER:
        if isinstance(place.statement, (ast.Assign, ast.AnnAssign)):
            traits.add("assigned")
        yield _named("hyper-parameter", node, (node.arg, node.value), place, traits)
    elif value not in _PLAIN:
        yield _named("number-keyword", node, (node.arg, node.value), place, traits)


def constant(node: ast.Assign | ast.AnnAssign, place: Place) -> Iterator[Sight]:
    """A module or class constant, or a wait or limit given to a name."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    value = number_of(node.value) if node.value is not None else None
    product = value is None and isinstance(node.value, ast.BinOp) and _only_numbers(node.value)
    if (value is None and not product) or len(targets) != 1 or not isinstance(targets[0], (ast.Name, ast.Attribute)):
        return
    name = name_of(targets[0])
    traits = place.facts() | (_value_traits(value) if value is not None else {"product"})
    if _LIMIT_NAME.search(name):
        traits.add("limit-name")
    assert node.value is not None
    if place.in_function:
        if _WAITS.match(name) and name.upper() != name:
            yield _named("wait", node, (name, node.value), place, traits | {"assigned"})
    elif name.upper() == name and len(name) > 1:
        yield _named("constant", node, (name, node.value), place, traits)


def arguments(node: ast.arguments, place: Place) -> Iterator[Sight]:
    """Numeric defaults of parameters."""
    named = [*zip((node.posonlyargs + node.args)[::-1], node.defaults[::-1], strict=False)]
    named += [(arg, default) for arg, default in zip(node.kwonlyargs, node.kw_defaults, strict=True) if default]
    for arg, default in named:
        value = number_of(default)
        if value is not None and value not in _PLAIN:
            traits = place.facts() | _value_traits(value) | ({"wait"} if _WAITS.match(arg.arg) else set())
            yield _named("number-default", default, (arg.arg, default), place, traits)


def _only_numbers(node: ast.AST) -> bool:
    return number_of(node) is not None or (
        isinstance(node, ast.BinOp) and _only_numbers(node.left) and _only_numbers(node.right)
    )


def _value_traits(value: float) -> set[str]:
    traits = set()
    if value in _PLAIN:
        traits.add("plain")
    if value in _UNITS or value in _CONVENTIONS or _is_near_power(value):
        traits.add("unit")
    if isinstance(value, float):
        traits.add("float")
        if 0 < abs(value) < 1:
            traits.add("fraction")
    return traits


def _is_near_power(value: float) -> bool:
    """Whether a number is a power of two or one beside it: a size, or the last value of one."""
    whole = int(abs(value))
    return whole == abs(value) and whole > 0 and any((whole + d) & (whole + d - 1) == 0 for d in (0, 1, -1))


def _number(construct: str, whole: ast.AST, number: ast.AST, place: Place, traits: set[str]) -> Sight:
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
