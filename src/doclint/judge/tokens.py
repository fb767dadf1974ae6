"""A text cut into tokens, each compared with the code beside it."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from doclint.judge.remembered import Remembered
from doclint.judge.words import ROOT, STOP, named, rooted, stems

if TYPE_CHECKING:
    from doclint.judge.words import CodeWords

_TOKEN = re.compile(
    r"https?://[^\s>)\]]+|#\d+|`[^`\n]+`|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:'[a-z]+)?|\d[\w.%]*|[^\w\s]", re.ASCII
)
_IDENTIFIER = re.compile(r".*(?:_|\w\.\w|[a-z0-9][A-Z])|[A-Z]{2,}[a-z]", re.ASCII)
_ENDS = frozenset(".;:!?")
_OPENERS = frozenset("(-*\"'")
_ENGLISH = STOP | frozenset(keyword.kwlist)
_BEGINNING, _ENDING = 5, 4
_SPECIFIC = frozenset({"<url>", "<ref>", "<num>", "name", "proper", "caps", "quoted"})


class Tokens(NamedTuple):
    """A text's tokens, four views in parallel.

    `words` are lower case, with links, references and numbers as classes; `shapes` also hide names, so that a model
    learns sentences rather than subjects; `novel` counts the content stems of each token that the code does not say;
    `specific` marks tokens that name a particular thing the code does not show. `content` counts the content stems of
    the whole text, `unsaid` those that the statement alone does not say; `parts` are the beginnings and endings of its
    longer new words, since half of such words are in no other text ("unpicklable", "reconnects").
    """

    words: tuple[str, ...]
    shapes: tuple[str, ...]
    novel: tuple[int, ...]
    unsaid: int
    content: int
    specific: tuple[bool, ...]
    parts: tuple[str, ...]

    def clause_end(self, start: int) -> int:
        """The index behind the clause that a token stands in."""
        for index in range(start, len(self.words)):
            if self.words[index] in _ENDS:
                return index
        return len(self.words)

    def clause_start(self, end: int) -> int:
        """The index of the first token of the clause that ends before `end`."""
        for index in range(end - 1, -1, -1):
            if self.words[index] in _ENDS:
                return index + 1
        return 0


@dataclass(frozen=True, slots=True)
class _Class:
    """What a token is by itself, whatever code stands beside it.

    `stems` are its content stems and `asked` is all that code could say of it; the code changes nothing of a `plain`
    token, as three in four are. `known` and `unknown` are its shapes where the code has the `name` and where not, and
    `particular` tokens are specific in the latter case. A token after one that `opens` may have its capital from there.
    """

    word: str
    stems: tuple[str, ...]
    name: str
    asked: frozenset[str]
    known: str
    unknown: str
    plain: bool
    proper: bool
    particular: bool
    opens: bool
    parts: tuple[str, ...]


def tokens_of(prose: str, code: CodeWords, statement: CodeWords) -> Tokens:
    """The tokens of a text beside its code and the statement it stands at."""
    classes = [_classes[raw] for raw in _TOKEN.findall(prose)]
    words = tuple([token.word for token in classes])
    shapes, specific = list(words), [False] * len(words)
    novel, unsaid, content = [0] * len(words), 0, 0
    parts: list[str] = []
    for index, token in enumerate(classes):
        if token.plain:
            continue
        if token.proper and (not index or classes[index - 1].opens):
            # a capital says nothing there, so the word is read as any other
            token = _classes[token.word]  # noqa: PLW2901
        count = fresh = len(token.stems)
        content += count
        if code.said.isdisjoint(token.asked):
            unsaid += count
            shapes[index] = token.unknown
            specific[index] = token.particular
        else:
            known = token.name in code.said
            fresh = _novel(token.stems, code)
            # the statement is part of the code, and says no word that the code does not
            unsaid += fresh if fresh == count else _novel(token.stems, statement)
            shapes[index] = token.known if known else token.unknown
            specific[index] = token.particular and not known and (fresh > 0 or not token.proper)
        if fresh:
            novel[index] = fresh
            parts += token.parts
    return Tokens(words, tuple(shapes), tuple(novel), unsaid, content, tuple(specific), tuple(parts))


def _novel(stems: tuple[str, ...], code: CodeWords) -> int:
    return len(stems) - sum(map(code.says, stems))


def _classify(raw: str) -> _Class:
    first = raw[0]
    if first == "`" and len(raw) > 1:
        # the quotes hide an identifier: it is as known as the identifier
        inner = raw.strip("`").lower()
        return _class(inner, inner, "quoted", stems(raw))
    if first == "#" and len(raw) > 1:
        return _class(raw, "<ref>", "<ref>", ())
    if first.isdigit():
        return _class(raw, "<num>", "<num>", ())
    if raw.startswith(("http://", "https://")):
        return _class(raw, "<url>", "<url>", ())
    if not (first.isalpha() or first == "_"):
        return _class(raw, raw, "mark", ())
    return _class(raw.lower(), raw.lower(), _word_kind(raw), stems(raw))


# the same few thousand words are most of any text
_classes = Remembered(_classify)


def _class(raw: str, word: str, kind: str, stems: tuple[str, ...]) -> _Class:
    hideable = word not in _ENGLISH and word[:1].isalpha()
    unknown = {"name": "<name>", "quoted": "<name>", "proper": "<proper>"}.get(kind, word)
    return _Class(
        word,
        stems,
        name=named(raw),
        asked=frozenset((*stems, *[rooted(stem) for stem in stems if len(stem) >= ROOT], named(raw))),
        known="<id>" if hideable or unknown == "<name>" else word,
        unknown=unknown,
        plain=not stems and not hideable and kind not in _SPECIFIC,
        proper=kind == "proper",
        particular=kind in _SPECIFIC and (kind != "proper" or bool(stems)),
        opens=word in _ENDS or word in _OPENERS,
        parts=(f"{word[:_BEGINNING]}-", f"-{word[-_ENDING:]}") if word.isalpha() and len(word) >= _BEGINNING else (),
    )


def _word_kind(raw: str) -> str:
    if _IDENTIFIER.match(raw):
        return "name"
    if raw.isupper() and len(raw) > 1:
        return "caps"
    return "proper" if raw[0].isupper() and raw.lower() not in _ENGLISH else "word"
