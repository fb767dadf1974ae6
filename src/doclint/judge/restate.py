"""Whether a text only repeats the code next to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.judge.features import Seen

# by hand on random comments of the standard library: at .8 and above 13 of 16 restated and none gave a reason
RESTATING_OVERLAP = 0.8

# what restates a statement shares words with it; a heading over a group of statements need not, and helps all the same
_LEAST_OVERLAP = 1 / 3

# a cue of this strength announces a reason when a clause follows; what it announces is judged elsewhere
_ANNOUNCING = 2

# a number, a link, a quoted token, an arrow, a deprecation marker or a reference may be all that a text adds, and what
# trails off in dots is half of a sentence
_SIGNED = re.compile(r"[\"'`][^\"'`]+[\"'`]|\d|https?://|\b[Ss]ee\b|->|=>|\.\.|…|\bRemovedIn|\b\w+ == ")


def may_restate(prose: str, seen: Seen) -> bool:
    """Whether nothing in a text forbids calling it a restatement, whatever a model thinks of it."""
    return not (
        seen.overlap < _LEAST_OVERLAP
        or any(seen.tokens.specific)
        or any(clause.cue.strength >= _ANNOUNCING for clause in seen.clauses)
        or _SIGNED.search(prose)
    )


def restates(prose: str, seen: Seen) -> bool:
    """Whether a comment says nothing that its statement does not."""
    return seen.overlap >= RESTATING_OVERLAP and may_restate(prose, seen)
