"""Where a number of clusters comes from, as far as the rest of the file tells without words."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from doclint.source.sights.data.seen import strings
from doclint.source.sights.syntax import name_of, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.source.place import Place

# a file that has one of these draws or prints what each number of clusters is worth
_MEASURES = frozenset(
    "silhouette elbow kelbow knee kneedle inertia wcss wss sse bic aic coherence perplexity dendrogram calinski davies "
    "bouldin".split()
)
# how many groups such data have is known, because somebody made or sorted them
_MADE = re.compile(
    r"make_[a-z_]+|load_(iris|digits|wine|breast_cancer|dataset)|fetch_(20newsgroups\w*|openml)|mnist", re.I
)
_TRIALS = frozenset("try tries trial test demo example toy dummy tmp temp tutorial first initial naive guess".split())
_HALVES = frozenset("is or vs versus binary split halves foreground background".split())
_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PAIR = 2


def origins(number: int, place: Place, counts: set[tuple[str, object]]) -> set[str]:
    """Which excuses hold: `named`, `trial`, `compared`, `made` and `halves`.

    `counts` are the methods of the file and the number each is given.
    """
    names = [*_targets(place.statement), place.enclosing.name if place.enclosing and place.in_function else ""]
    words = {word for name in names for word in parts(name)}
    everywhere = set(_names(place.module))
    measured = any(not _MEASURES.isdisjoint(parts(name)) for name in everywhere)
    excuses = {
        "named": any(_carries(name, number) for name in names),
        "trial": not words.isdisjoint(_TRIALS),
        "compared": measured or _compared(counts) or any(key in _loops(place.module) for _, key in counts),
        "made": any(_MADE.fullmatch(name) for name in everywhere),
        "halves": number == _PAIR and (not words.isdisjoint(_HALVES) or _names_two(place.module)),
    }
    return {excuse for excuse, holds in excuses.items() if holds}


def _compared(counts: set[tuple[str, object]]) -> bool:
    """Whether one method is given several numbers, or several methods are tried on the same data."""
    return len(counts) > 1


def _carries(name: str, number: int) -> bool:
    """`km5`, `three_groups`."""
    if re.search(rf"(?<!\d){number}(?!\d)", name):
        return True
    return number < len(_WORDS) and _WORDS[number] in parts(name)


def _targets(statement: ast.AST | None) -> Iterator[str]:
    if isinstance(statement, ast.Assign):
        for target in statement.targets:
            yield from map(name_of, target.elts if isinstance(target, ast.Tuple) else [target])


def _names(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def _loops(module: ast.Module) -> set[object]:
    """The names that a loop or comprehension counts through."""
    loops = (node for node in ast.walk(module) if isinstance(node, (ast.For, ast.comprehension)))
    return {part.id for loop in loops for part in ast.walk(loop.target) if isinstance(part, ast.Name)}


def _names_two(module: ast.Module) -> bool:
    """Whether two texts stand side by side anywhere but in an index, where they would be columns."""
    indices = {id(node.slice) for node in ast.walk(module) if isinstance(node, ast.Subscript)}
    return any(len(texts) == _PAIR for texts in _texts(module, indices))


def _texts(module: ast.Module, indices: set[int]) -> Iterator[list[str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Dict):
            yield [text for value in node.values for text in strings(value)]
        elif isinstance(node, (ast.List, ast.Tuple)) and id(node) not in indices:
            yield strings(node)
