"""Texts with the form of a reason and nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.judge.clauses import ENOUGH_NOVEL_WORDS

if TYPE_CHECKING:
    from doclint.judge.features import Seen

# cues that claim a cause; what follows them must be news
_CLAIMS = frozenset({"cause", "condition"})

# the words of these cues only announce; those of others ("already validated", "deadlock") are content themselves
_ANNOUNCING = _CLAIMS | {"purpose"}

# "sorted for performance" has one content word beside the phrase, "sorted for performance: bisect below needs it" four
_BESIDE_A_HOLLOW_PHRASE = 3


def empty_phrase(seen: Seen) -> str | None:
    """The phrase that is all the reason a text gives, such as "for performance"; None where it gives another.

    Another reason is a cue outside the phrase whose clause informs, or enough words that the code does not say.
    """
    if not seen.hollow or any(seen.tokens.specific):
        return None
    covered = {index for phrase in seen.hollow for index in range(phrase.start, phrase.end)}
    for clause in seen.clauses:
        if clause.informs and clause.cue.strength > 1 and covered.isdisjoint(range(clause.cue.start, clause.cue.end)):
            return None
    rest = sum(novel for index, novel in enumerate(seen.tokens.novel) if index not in covered)
    if rest > _BESIDE_A_HOLLOW_PHRASE:
        return None
    phrase = max(seen.hollow, key=lambda phrase: (phrase.end - phrase.start, -phrase.start))
    return " ".join(seen.tokens.words[phrase.start : phrase.end])


def says_nothing_new(seen: Seen) -> bool:
    """Whether the code says all that a text says, announcing words aside: "because x is None" over `if x is None`."""
    if any(seen.tokens.specific):
        return False
    announced = [clause.cue for clause in seen.clauses if clause.cue.group in _ANNOUNCING]
    if not announced:
        # short words say much that no list of stems knows ("not preserved", "no ; before the first")
        return False
    announcing = {index for cue in announced for index in range(cue.start, cue.end)}
    fresh = sum(novel for index, novel in enumerate(seen.tokens.novel) if index not in announcing)
    if any(clause.cue.group in _CLAIMS and not clause.informs for clause in seen.clauses):
        return fresh < ENOUGH_NOVEL_WORDS
    return fresh == 0 and not any(clause.informs for clause in seen.clauses)
