"""Lists of phrases read from a data file, found in a text by walking a trie.

A trie and not regular expressions: the lexicon's thousand phrases cost one dictionary look-up a token, where forty
compiled patterns read the text forty times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from doclint.judge.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECTION = re.compile(r"\[(\w+) (\d)\]")
_PART = re.compile(r"<\w+>|[\w']+\*?|[^\w\s]")


class Phrase(NamedTuple):
    """A phrase found in a text: its group, its strength and the tokens it covers."""

    group: str
    strength: int
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    follow: dict[str, _Node] = field(default_factory=dict)
    beginnings: list[tuple[str, _Node]] = field(default_factory=list)
    any: _Node | None = None
    label: tuple[str, int] | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether no phrase goes on from here."""
        return not self.follow and not self.beginnings and self.any is None

    def child(self, part: str) -> _Node:
        """The node behind one more part, made where it is missing."""
        if part == "_":
            self.any = self.any or _Node()
            return self.any
        if not part.endswith("*") or part == "*":
            return self.follow.setdefault(part, _Node())
        for beginning, node in self.beginnings:
            if beginning == part[:-1]:
                return node
        self.beginnings.append((part[:-1], _Node()))
        return self.beginnings[-1][1]


class Phrasebook:
    """The phrases of one data file of this package."""

    def __init__(self, name: str) -> None:
        self._root = _Node()
        self._beginnings = Remembered(self._with_letter)
        self._roots = Remembered(self._behind)
        self._starts = Remembered(self._going_on)
        group = ""
        for line in (files("doclint.judge") / "data" / name).read_text(encoding="utf-8").splitlines():
            section = _SECTION.fullmatch(line)
            if section:
                group, strength = section[1], int(section[2])
            elif line and not line.startswith("#"):
                self._add(line, (group, strength))

    def find(self, words: tuple[str, ...]) -> list[Phrase]:
        """The longest phrase at each token, in order; the tokens of a false friend (strength 0) start none."""
        found: list[Phrase] = []
        beyond = 0
        opening = map(self._roots.__getitem__, words)
        for index in [index for index, roots in enumerate(opening) if roots]:
            if index < beyond:
                continue
            starts = self._starts[words[index : index + 2]]
            phrase = _longest(starts, words, index) if starts else None
            if phrase is not None:
                found.append(phrase)
                beyond = index if phrase.strength else phrase.end
        return found

    def _behind(self, word: str) -> tuple[_Node, ...]:
        """The nodes behind a phrase's first word; none for nearly all words."""
        exact = self._root.follow.get(word)
        longer = tuple([node for beginning, node in self._beginnings[word[0]] if word.startswith(beginning)])
        return longer if exact is None else (exact, *longer)

    def _with_letter(self, letter: str) -> list[tuple[str, _Node]]:
        """The beginnings that start with a letter: trying all on each new word took a tenth of a run."""
        return [pair for pair in self._root.beginnings if pair[0].startswith(letter)]

    def _going_on(self, pair: tuple[str, ...]) -> tuple[_Node, ...]:
        """The nodes behind a first word that end a phrase or go on with the next word.

        The same few hundred pairs are most of any text.
        """
        roots = self._roots[pair[0]]
        return tuple([root for root in roots if root.label or (len(pair) > 1 and any(_followers(root, pair[1])))])

    def _add(self, line: str, label: tuple[str, int]) -> None:
        slots = [_alternatives(slot) for slot in line.split()]
        for parts in product(*slots):
            node = self._root
            for part in (piece for alternative in parts for piece in alternative):
                node = node.child(part)
            # the first list that claims a phrase keeps it: the stronger groups stand first
            node.label = node.label or label


def _longest(roots: Sequence[_Node], words: Sequence[str], start: int) -> Phrase | None:
    end, label = start, None
    nodes = [(node, start + 1) for node in roots]
    while nodes:
        node, index = nodes.pop()
        if node.label is not None and index > end:
            end, label = index, node.label
        if index < len(words) and not node.is_leaf:
            nodes.extend((follower, index + 1) for follower in _followers(node, words[index]))
    return None if label is None else Phrase(label[0], label[1], start, end)


def _followers(node: _Node, word: str) -> Iterator[_Node]:
    if word in node.follow:
        yield node.follow[word]
    for beginning, follower in node.beginnings:
        if word.startswith(beginning):
            yield follower
    if node.any is not None and (word[0].isalpha() or word[0] == "<"):
        yield node.any


def _alternatives(slot: str) -> list[list[str]]:
    """The token sequences that one slot of a phrase stands for."""
    optional = slot.startswith("(") and slot.endswith(")")
    inner = slot[1:-1] if optional else slot
    found = [_PART.findall(alternative) for alternative in inner.split("|")]
    return [*found, []] if optional else found
