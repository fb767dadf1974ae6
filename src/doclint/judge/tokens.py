"""A text cut into tokens, each compared with the code beside it."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.judge.words import STOP, stems

if TYPE_CHECKING:
    from doclint.judge.words import CodeWords

_TOKEN = re.compile(
    r"https?://[^\s>)\]]+|#\d+|`[^`\n]+`|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:'[a-z]+)?|\d[\w.%]*|[^\w\s]", re.ASCII
)
_IDENTIFIER = re.compile(r".*(?:_|\w\.\w|[a-z0-9][A-Z])|[A-Z]{2,}[a-z]", re.ASCII)
_ENDS = frozenset(".;:!?")
_OPENERS = frozenset("(-*\"'")
_ENGLISH = STOP | frozenset(keyword.kwlist)
_SPECIFIC = frozenset({"<url>", "<ref>", "<num>", "name", "proper", "caps", "quoted"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, six views in parallel.

    `words` are lower case, with links, references and numbers as classes; `shapes` also hide names, so that a model
    learns sentences rather than subjects; `content` counts the content stems of each token, `novel` those that the
    code does not say, `unsaid` those that the statement alone does not say; `specific` marks tokens that name a
    particular thing the code does not show.
    """

    words: tuple[str, ...]
    shapes: tuple[str, ...]
    novel: tuple[int, ...]
    unsaid: tuple[int, ...]
    content: tuple[int, ...]
    specific: tuple[bool, ...]

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
    """What a token is by itself, whatever code stands beside it."""

    raw: str
    word: str
    kind: str
    stems: tuple[str, ...]


def tokens_of(prose: str, code: CodeWords, statement: CodeWords) -> Tokens:
    """The tokens of a text beside its code and the statement it stands at."""
    classes = [_classify(raw) for raw in _TOKEN.findall(prose)]
    shapes: list[str] = []
    specific: list[bool] = []
    novel = [_novel(token, code) for token in classes]
    opening = True
    for token, fresh in zip(classes, novel, strict=True):
        word, kind = token.word, token.kind
        known = token.raw in code.identifiers
        shapes.append(_shape(word, kind, known, opening))
        specific.append(kind in _SPECIFIC and not known and not (kind == "proper" and (opening or not fresh)))
        opening = word in _ENDS or word in _OPENERS
    return Tokens(
        tuple(token.word for token in classes),
        tuple(shapes),
        tuple(novel),
        tuple([_novel(token, statement) for token in classes]),
        tuple(len(token.stems) for token in classes),
        tuple(specific),
    )


def _novel(token: _Class, code: CodeWords) -> int:
    count = 0
    for stem in token.stems:
        if stem not in code.stems and not code.says(stem):
            count += 1
    return count


@lru_cache(maxsize=1 << 15)
def _classify(raw: str) -> _Class:
    first = raw[0]
    if first == "`" and len(raw) > 1:
        # the quotes hide an identifier: it is as known as the identifier
        inner = raw.strip("`").lower()
        return _Class(inner, inner, "quoted", stems(raw))
    if first == "#" and len(raw) > 1:
        return _Class(raw, "<ref>", "<ref>", ())
    if first.isdigit():
        return _Class(raw, "<num>", "<num>", ())
    if raw.startswith(("http://", "https://")):
        return _Class(raw, "<url>", "<url>", ())
    if not (first.isalpha() or first == "_"):
        return _Class(raw, raw, "mark", ())
    return _Class(raw.lower(), raw.lower(), _word_kind(raw), stems(raw))


def _word_kind(raw: str) -> str:
    if _IDENTIFIER.match(raw):
        return "name"
    if raw.isupper() and len(raw) > 1:
        return "caps"
    return "proper" if raw[0].isupper() and raw.lower() not in _ENGLISH else "word"


def _shape(word: str, kind: str, known: bool, opening: bool) -> str:
    if kind in {"name", "quoted"}:
        return "<id>" if known else "<name>"
    if known and word not in _ENGLISH and word[0].isalpha():
        return "<id>"
    return "<proper>" if kind == "proper" and not opening else word
