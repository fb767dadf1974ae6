"""Whether a text only repeats the code next to it."""

from __future__ import annotations

import re

from doclint.judge.clauses import is_specific
from doclint.judge.lexicon import cues
from doclint.judge.words import code_words, is_known, prose_words

# by hand on random comments of the standard library: at .8 and above 13 of 16 restated and none gave a reason
RESTATING_OVERLAP = 0.8

# a cue of this strength announces a reason when a clause follows; what it announces is judged elsewhere
_ANNOUNCING = 2
_SIGNED = re.compile(r"[\"'`][^\"'`]+[\"'`]|\d|https?://|\b[Ss]ee\b|->|=>|\.\.\.|…|\bRemovedIn")
_HEADER_LINES = 2


def overlap(prose: str, code: str) -> float:
    """The share of a text's content words that the code says, in [0, 1]; 0 where it has none."""
    words = prose_words(prose)
    if not words:
        return 0.0
    known = code_words(code)
    return sum(is_known(word, known) for word in words) / len(words)


def restates(prose: str, code: str) -> bool:
    """Whether a comment says nothing that its statement (the first two lines of `code`) does not.

    Texts with a number, a link, a quoted token or a reference never do: what they add may be just that token.
    """
    if _SIGNED.search(prose) or any(cue.strength >= _ANNOUNCING for cue in cues(prose)):
        return False
    statement = "\n".join(line for line in code.split("\n") if line.strip())
    statement = "\n".join(statement.split("\n")[:_HEADER_LINES])
    return overlap(prose, statement) >= RESTATING_OVERLAP and not is_specific(prose, code)
