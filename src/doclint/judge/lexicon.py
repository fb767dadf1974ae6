"""Words that announce a reason, and reasons that say nothing, both from data files."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.judge.phrases import Phrasebook

if TYPE_CHECKING:
    from doclint.judge.phrases import Phrase

_CLOSING = frozenset(".,;:!?)-")


@lru_cache(maxsize=1)
def _cues() -> Phrasebook:
    return Phrasebook("cues.txt")


@lru_cache(maxsize=1)
def _hollow() -> Phrasebook:
    return Phrasebook("hollow.txt")


def cues(words: tuple[str, ...]) -> list[Phrase]:
    """The cues of a text in order, false friends left out."""
    return [phrase for phrase in _cues().find(words) if phrase.strength]


def hollow_phrases(words: tuple[str, ...]) -> list[Phrase]:
    """The phrases of a text that would fit any code, where nothing in their clause follows them.

    "for performance of the index" is no such phrase; a phrase in `^ ... $` must be the whole text.
    """
    found = _hollow().find(("^", *words, "$"))
    return [
        phrase._replace(start=max(0, phrase.start - 1), end=min(len(words), phrase.end - 1))
        for phrase in found
        if phrase.end > len(words) or words[phrase.end - 1] in _CLOSING
    ]
