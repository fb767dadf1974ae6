"""What the learned judge sees of a text: names of things that hold, the same in training and at run time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from doclint.judge.clauses import clauses
from doclint.judge.facts import fact
from doclint.judge.lexicon import cues, hollow_phrases
from doclint.judge.tokens import tokens_of
from doclint.judge.words import code_words

if TYPE_CHECKING:
    from doclint.judge.clauses import Clause
    from doclint.judge.phrases import Phrase
    from doclint.judge.tokens import Tokens

# how many lines below a comment count as the statement it restates; more would know every word of the file
_STATEMENT_LINES = 2
_BINS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
_FIFTHS = 5
_OPENING = 3
_MANY = 3
_KEYWORDS = frozenset(
    "if elif else for while try except finally with return raise yield await def class import from pass continue "
    "break del assert global nonlocal async match case lambda".split()
)
_ASSIGNMENT = re.compile(r"[\w.\[\]'\", ]+(: [^=]+)?[-+*/|&%]?=(?!=)")

# a sentence that states something has a finite verb and often a pronoun; narration of code is mostly imperative
_FINITE = frozenset(
    "is are was were has have does do did will would can could may might should it's that's we're they're "
    "doesn't don't can't isn't won't didn't aren't".split()
)
_PRONOUNS = frozenset("we it they this that these those there you i which who some".split())
_NEGATIONS = frozenset("not no never cannot without none nothing only".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A text beside its code, read once for all who judge it."""

    tokens: Tokens
    clauses: tuple[Clause, ...]
    hollow: tuple[Phrase, ...]
    overlap: float
    code_kind: str

    @property
    def informing(self) -> int:
        """The strength of the strongest cue whose clause says what the code does not."""
        return max((clause.cue.strength for clause in self.clauses if clause.informs), default=0)


def see(prose: str, code: str) -> Seen:
    """Reads a text beside the code that a reader sees with it."""
    statement = "\n".join([line for line in code.split("\n") if line.strip()][:_STATEMENT_LINES])
    tokens = tokens_of(prose, code_words(code), code_words(statement))
    return Seen(
        tokens,
        tuple(clauses(tokens, cues(tokens.words))),
        tuple(hollow_phrases(tokens.words)),
        _overlap(tokens),
        _code_kind(statement),
    )


def features(seen: Seen, placement: str) -> set[str]:
    """The features of a text: word runs, cues with what they announce, novelty, length and the kind of code line.

    Three tokens in a row, stems, the words of the code line and a class of opening verbs were tried: none helped.
    """
    found = _word_runs(seen.tokens)
    found.update(_cue_features(seen, placement))
    found.update(_amounts(seen, placement))
    found.update(_statement_features(seen, placement))
    return found


def _word_runs(tokens: Tokens) -> set[str]:
    """Tokens and pairs of them, names hidden, with the text's beginning and end as tokens."""
    shapes = ("^", *tokens.shapes, "$")
    found = set(tokens.shapes)
    found.update([f"{first} {second}" for first, second in pairwise(shapes)])
    return found


def _cue_features(seen: Seen, placement: str) -> set[str]:
    found: set[str] = set()
    groups: set[str] = set()
    for clause in seen.clauses:
        cue = clause.cue
        groups.add(cue.group)
        told = "s" if clause.specific else str(min(clause.novel, _MANY))
        found.add(f"cue:{cue.group}")
        found.add(f"cue:{cue.group}{cue.strength}:{told}")
        found.add(f"cue:{cue.group}{cue.strength}:{placement}")
        if cue.start < _OPENING:
            found.add(f"cue:^{cue.group}{cue.strength}")
    ordered = sorted(groups)
    found.update(f"cue:{a}+{b}" for index, a in enumerate(ordered) for b in ordered[index + 1 :])
    found.update(f"hollow:{_bin(len(seen.tokens.words) - (phrase.end - phrase.start))}" for phrase in seen.hollow)
    return found


def _amounts(seen: Seen, placement: str) -> set[str]:
    """How long, how new and how particular a text is; each also by placement, since a trailing comment is short."""
    tokens = seen.tokens
    length, novel = _bin(len(tokens.words)), _bin(sum(tokens.novel))
    specific, share = min(sum(tokens.specific), _MANY), int(seen.overlap * _FIFTHS)
    sentences = min(sum(word in ".;" for word in tokens.words), _MANY)
    best = seen.informing
    return {
        f"at:{placement}",
        f"length:{length}",
        f"length:{length}:{placement}",
        f"novel:{novel}",
        f"novel:{novel}:{placement}",
        f"specific:{specific}",
        f"specific:{specific}:{placement}",
        f"overlap:{share}",
        f"overlap:{share}:{placement}:{min(novel, _MANY)}",
        f"sentences:{sentences}:{length}",
        f"best:{best}",
        f"best:{best}:{placement}",
        f"best:{best}:{min(sum(tokens.novel), 2 * _MANY)}",
        f"best:{best}:{seen.code_kind}",
        f"code:{seen.code_kind}",
        f"code:{seen.code_kind}:{placement}",
        f"code:{seen.code_kind}:^{tokens.words[0] if tokens.words else ''}",
    }


def _statement_features(seen: Seen, placement: str) -> set[str]:
    """Whether a text reads as a statement about the world or as an instruction."""
    words = seen.tokens.words
    finite = sum(word in _FINITE for word in words)
    pronouns = sum(word in _PRONOUNS for word in words)
    negations = sum(word in _NEGATIONS or word.endswith("n't") for word in words)
    verbs = min(finite, 2)
    claim = fact(seen.tokens)
    states = f"{verbs}{min(pronouns, 2)}{min(negations, 1)}"
    return {
        f"finite:{min(finite, _MANY)}",
        f"pronouns:{min(pronouns, _MANY)}",
        f"negations:{min(negations, _MANY)}",
        f"states:{states}",
        f"states:{states}:{placement}",
        f"states:{verbs}:{seen.informing}",
        f"fact:{claim}",
        f"fact:{claim}:{placement}",
        f"fact:{claim}:{_bin(sum(seen.tokens.novel))}",
    }


def _bin(count: int) -> int:
    """The number of bin borders that a count passes."""
    return sum(count > border for border in _BINS)


def _overlap(tokens: Tokens) -> float:
    """The share of a text's content stems that its statement says, in [0, 1]; 0 where it has none."""
    total = sum(tokens.content)
    return 1 - sum(tokens.unsaid) / total if total else 0.0


def _code_kind(statement: str) -> str:
    """The statement's first keyword, or what sort of expression it is."""
    line = statement.lstrip()
    word = line.split(maxsplit=1)[0].rstrip(":(") if line else ""
    if word in _KEYWORDS:
        return word
    if line.startswith("@"):
        return "decorator"
    head = line.split("\n", 1)[0]
    if _ASSIGNMENT.match(head):
        return "constant" if head[:2].isupper() else "assign"
    return "call" if "(" in head else "item" if head.endswith(",") else "other"
