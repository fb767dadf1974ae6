"""The names that prose spells as code does: who writes `market_segment` speaks of that column and of no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doclint.model.step import Step

_SPELLED = re.compile(r"`([^`\n]+)`|\b([A-Za-z]\w*_\w+|[A-Z][a-z0-9]+[A-Z]\w*)\b")
_QUOTED = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"\w+(?:\.\d+)?")

# counts and indices turn up in any text, so they connect nothing
COMMON_NUMBERS = frozenset({"0", "1", "2", "-1", "3", "10"})


def spelled(text: str) -> frozenset[str]:
    """What stands in backticks, has an underscore or has a capital inside."""
    return frozenset(
        word for quoted, name in _SPELLED.findall(text) for word in (_WORD.findall(quoted) if quoted else (name,))
    )


def subjects(step: Step) -> frozenset[str]:
    """The names that the questions about a step are on."""
    return frozenset(word for sight in step.sights for word in spelled(sight.subject))


def words(text: str) -> frozenset[str]:
    """Every name and number of some code."""
    return frozenset(_WORD.findall(text))


def speaks_of_another(sentence: str, code: str, others: Iterable[Step]) -> bool:
    """Whether a sentence spells what one of the other steps is about, and nothing of this code."""
    names = spelled(sentence)
    return bool(names) and not names & words(code) and any(names & subjects(other) for other in others)


def particulars(text: str, step: Step) -> frozenset[str]:
    """What a text has of a step and of little else: a column or number asked about, or any name spelled as code."""
    quoted = {word for sight in step.sights for name in _QUOTED.findall(sight.subject) for word in _WORD.findall(name)}
    plain = {word.lower() for word in _WORD.findall(text)}
    asked = {word for word in (quoted | set(step.numbers)) - COMMON_NUMBERS if word.lower() in plain}
    return frozenset(asked) | (spelled(text) & (step.names | subjects(step)) - COMMON_NUMBERS)
