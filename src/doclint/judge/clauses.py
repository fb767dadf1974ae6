"""What stands behind a cue, measured by how much of it the code does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.judge.phrases import Phrase
    from doclint.judge.tokens import Tokens

# "because x is None" over `if x is None` leaves no novel word, "because Python 3.8 sends None here" two
ENOUGH_NOVEL_WORDS = 2

# these look back: what they explain stands behind them, the reason in front
_RESULTS = frozenset({"so", "therefore", "hence", "thus", "consequently", "accordingly", "thereby"})

# the words of these cues are already the content ("deadlock", "on Windows"), those of others only announce it
_TELLING = frozenset({"consequence", "compatibility", "workaround", "performance", "provenance"})


class Clause(NamedTuple):
    """A cue with the number of novel words in its clause, and whether the clause names a particular outside thing."""

    cue: Phrase
    novel: int
    specific: bool

    @property
    def informs(self) -> bool:
        """Whether the clause says something that the code beside it does not."""
        return self.novel >= ENOUGH_NOVEL_WORDS or self.specific


def clauses(tokens: Tokens, cues: Sequence[Phrase]) -> list[Clause]:
    """The clause of each cue of a text."""
    return [_clause(tokens, cue) for cue in cues]


def _clause(tokens: Tokens, cue: Phrase) -> Clause:
    start, end = cue.end, tokens.clause_end(cue.end)
    if not _RESULTS.isdisjoint(tokens.words[cue.start : cue.end]):
        start, end = tokens.clause_start(cue.start), cue.start
    elif cue.group in _TELLING:
        start = cue.start
    return Clause(cue, sum(tokens.novel[start:end]), any(tokens.specific[start:end]))
