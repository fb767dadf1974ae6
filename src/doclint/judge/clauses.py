"""How much a clause says that the code beside it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from doclint.judge.lexicon import Cue, cues
from doclint.judge.words import code_words, is_known, prose_words

# a link, an issue, a version, a number with its unit, a quoted or back-quoted token, a name such as GitHub or macOS
_SPECIFIC = re.compile(r"https?://|#\d{2,}|\d+(\.\d+)+|\b\d+ ?[a-zA-Z%]+|\b\w+[a-z][A-Z]\w*|(?<=[a-z] )[A-Z][A-Za-z]+")
_CLAUSE_END = re.compile(r"[.;:!?]\s|\n\s*\n")

# "because x is None" over `if x is None` leaves none, "because Python 3.8 sends None here" two
ENOUGH_NOVEL_WORDS = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """What follows a cue (or precedes it, for "so" and "therefore"), with the words that the code lacks."""

    cue: Cue
    novel: int
    specific: bool

    @property
    def informs(self) -> bool:
        """Whether the clause says something that the code beside it does not."""
        return self.novel >= ENOUGH_NOVEL_WORDS or self.specific


def clauses(prose: str, code: str) -> list[Clause]:
    """The clause of each cue of a text, compared with the code beside it."""
    known = code_words(code)
    return [_clause(cue, prose, known, code) for cue in cues(prose)]


def novel_words(text: str, known: frozenset[str]) -> list[str]:
    """Stems of a text that the code does not say."""
    return [word for word in prose_words(text) if not is_known(word, known)]


def is_specific(text: str, code: str) -> bool:
    """Whether a text names a particular thing that the code does not show."""
    return any(match.group() not in code for match in _SPECIFIC.finditer(text))


def _clause(cue: Cue, prose: str, known: frozenset[str], code: str) -> Clause:
    after = _CLAUSE_END.split(prose[cue.end :], maxsplit=1)[0]
    words = novel_words(after, known)
    if (
        cue.group == "cause"
        and len(words) < ENOUGH_NOVEL_WORDS
        and prose[cue.start : cue.end].lower().endswith(_RESULT)
    ):
        after = _CLAUSE_END.split(prose[: cue.start])[-1]
        words = novel_words(after, known)
    # a link or a hedge is its own content; the words of other cues announce one
    own = novel_words(prose[cue.start : cue.end], known) if cue.group in _SELF_SUFFICIENT else []
    return Clause(cue, len(words) + len(own), is_specific(after, code))


_SELF_SUFFICIENT = frozenset({"consequence", "compatibility", "workaround", "performance", "alternative"})
_RESULT = (
    "so",
    "so we",
    "so it",
    "therefore",
    "hence",
    "thus",
    "consequently",
    "so just",
    "so use",
    "so skip",
    "so no",
)
