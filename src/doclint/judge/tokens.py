"""A text cut into tokens, each compared with the code beside it."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.judge.words import ROOT, STOP, stems

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


@dataclass(frozen=True, slots=True)
class Tokens:
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

    `stems` pairs each content stem with its root. Of a `plain` token the code changes nothing: three in four are.
    """

    raw: str
    word: str
    kind: str
    stems: tuple[tuple[str, str], ...]
    plain: bool
    hideable: bool
    opens: bool
    parts: tuple[str, ...]


def tokens_of(prose: str, code: CodeWords, statement: CodeWords) -> Tokens:
    """The tokens of a text beside its code and the statement it stands at."""
    classes = [_classify(raw) for raw in _TOKEN.findall(prose)]
    words = tuple([token.word for token in classes])
    shapes, specific = list(words), [False] * len(words)
    novel, unsaid, content = [0] * len(words), 0, 0
    parts: list[str] = []
    for index, token in enumerate(classes):
        if token.plain:
            continue
        known = token.raw in code.identifiers
        opening = not index or classes[index - 1].opens
        if token.stems:
            fresh = novel[index] = _novel(token.stems, code)
            # the statement is part of the code, and says no word that the code does not
            unsaid += fresh if fresh == len(token.stems) else _novel(token.stems, statement)
            content += len(token.stems)
            if fresh:
                parts += token.parts
        shapes[index] = _shape(token, known, opening)
        if token.kind in _SPECIFIC and not known:
            specific[index] = token.kind != "proper" or not (opening or not novel[index])
    return Tokens(words, tuple(shapes), tuple(novel), unsaid, content, tuple(specific), tuple(parts))


def _novel(pairs: tuple[tuple[str, str], ...], code: CodeWords) -> int:
    count = 0
    for stem, root in pairs:
        # most words share their root with none of the code's: asking for that first spares the scan
        if stem not in code.stems and (root not in code.roots or not code.says(stem)):
            count += 1
    return count


@lru_cache(maxsize=1 << 15)
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


def _class(raw: str, word: str, kind: str, stems: tuple[str, ...]) -> _Class:
    hideable = word not in _ENGLISH and word[:1].isalpha()
    pairs = tuple((stem, stem[:ROOT]) for stem in stems)
    plain = not pairs and not hideable and kind not in _SPECIFIC
    parts = (f"{word[:_BEGINNING]}-", f"-{word[-_ENDING:]}") if word.isalpha() and len(word) >= _BEGINNING else ()
    return _Class(raw, word, kind, pairs, plain, hideable, word in _ENDS or word in _OPENERS, parts)


def _word_kind(raw: str) -> str:
    if _IDENTIFIER.match(raw):
        return "name"
    if raw.isupper() and len(raw) > 1:
        return "caps"
    return "proper" if raw[0].isupper() and raw.lower() not in _ENGLISH else "word"


def _shape(token: _Class, known: bool, opening: bool) -> str:
    if token.kind in {"name", "quoted"}:
        return "<id>" if known else "<name>"
    if known and token.hideable:
        return "<id>"
    return "<proper>" if token.kind == "proper" and not opening else token.word
