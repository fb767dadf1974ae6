"""What the learned judge sees of a text: names of things that hold, the same in training and at run time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from doclint.judge.clauses import clauses
from doclint.judge.facts import DOES, fact
from doclint.judge.lexicon import cues, hollow_phrases
from doclint.judge.tokens import tokens_of
from doclint.judge.words import code_words

if TYPE_CHECKING:
    from doclint.judge.clauses import Clause
    from doclint.judge.phrases import Phrase
    from doclint.judge.tokens import Tokens
    from doclint.judge.words import CodeWords

# how many lines below a comment count as the statement it restates; more would know every word of the file
_STATEMENT_LINES = 2
_BINS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
_FIFTHS = 5
_OPENING = 3
_MANY = 3

# as many new words as the highest bin begins with
_MOST_COUNTED = 35
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
_SUBJECTS = frozenset(
    "the this that these those a an it its it's we you they there some all any each every both".split()
)
_JOINING = frozenset(
    "for to in on at by with from of as if when because since so and but or not no while until unless only after "
    "before".split()
)
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
    beside = _beside(code)
    tokens = tokens_of(prose, beside.words, beside.statement)
    return Seen(
        tokens,
        tuple(clauses(tokens, cues(tokens.words))),
        tuple(hollow_phrases(tokens.words)),
        1 - tokens.unsaid / tokens.content if tokens.content else 0.0,
        beside.kind,
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the code beside a text says, in all and in its first statement, and what kind of statement that is."""

    words: CodeWords
    statement: CodeWords
    kind: str


# the sentences of a docstring are read one after the other beside the same code
@lru_cache(maxsize=1 << 7)
def _beside(code: str) -> _Beside:
    lines = [line for line in code.split("\n") if line.strip()]
    first = "\n".join(lines[:_STATEMENT_LINES])
    statement, rest = code_words(first), lines[_STATEMENT_LINES:]
    return _Beside(statement | code_words("\n".join(rest)) if rest else statement, statement, _code_kind(first))


def features(seen: Seen, placement: str) -> set[str]:
    """The features of a text: word runs, cues with what they announce, novelty, length and the kind of code line.

    Three tokens in a row, stems, the words and the value of the code line, the words of later sentences apart, and
    words by placement were tried: none helped by more than chance.
    """
    found = _word_runs(seen.tokens)
    found.update(seen.tokens.parts)
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
    tokens, kind = seen.tokens, seen.code_kind
    fresh, words = sum(tokens.novel), tokens.words
    sentences = min(words.count(".") + words.count(";"), _MANY)
    found = {f"code:{kind}:^{words[0] if words else ''}"}
    found.update(_sizes(placement, _bin(len(words)), sentences))
    found.update(_news(placement, min(fresh, _MOST_COUNTED), min(sum(tokens.specific), _MANY)))
    found.update(_repeats(placement, int(seen.overlap * _FIFTHS), min(_bin(fresh), _MANY)))
    found.update(_bests(placement, seen.informing, min(fresh, 2 * _MANY), kind))
    return found


# each answer is one of a few hundred, and making its strings costs more than finding it again
@lru_cache(maxsize=1 << 10)
def _sizes(placement: str, length: int, sentences: int) -> tuple[str, ...]:
    return (f"at:{placement}", f"length:{length}", f"length:{length}:{placement}", f"sentences:{sentences}:{length}")


@lru_cache(maxsize=1 << 10)
def _news(placement: str, fresh: int, specific: int) -> tuple[str, ...]:
    novel = _bin(fresh)
    return (
        f"novel:{novel}",
        f"novel:{novel}:{placement}",
        f"specific:{specific}",
        f"specific:{specific}:{placement}",
    )


@lru_cache(maxsize=1 << 8)
def _repeats(placement: str, share: int, novel: int) -> tuple[str, ...]:
    return f"overlap:{share}", f"overlap:{share}:{placement}:{novel}"


@lru_cache(maxsize=1 << 12)
def _bests(placement: str, best: int, fresh: int, kind: str) -> tuple[str, ...]:
    return (
        f"best:{best}",
        f"best:{best}:{placement}",
        f"best:{best}:{fresh}",
        f"best:{best}:{kind}",
        f"code:{kind}",
        f"code:{kind}:{placement}",
    )


def _statement_features(seen: Seen, placement: str) -> tuple[str, ...]:
    """Whether a text reads as a statement about the world or as an instruction."""
    words = seen.tokens.words
    finite = sum(map(_FINITE.__contains__, words))
    pronouns = sum(map(_PRONOUNS.__contains__, words))
    contracted = len([word for word in words if word[-3:] == "n't"])
    negations = sum(map(_NEGATIONS.__contains__, words)) + contracted
    states = _states(placement, min(finite, _MANY), min(pronouns, _MANY), min(negations, _MANY), seen.informing)
    facts = _facts(placement, fact(seen.tokens), _bin(sum(seen.tokens.novel)))
    opens = _opens(placement, _opening(words[0]) if words else "", min(finite, 2), seen.informing, seen.code_kind)
    return states + facts + opens + ((f"asks:{placement}",) if "?" in words else ())


@lru_cache(maxsize=1 << 12)
def _opening(word: str) -> str:
    """What sort of word a text opens with: narration opens with a verb, a fact with its subject."""
    if word in _SUBJECTS:
        return "subject"
    if word in _JOINING:
        return "joining"
    if word in DOES or word in _FINITE:
        return "verb"
    if not word[0].isalpha():
        return "mark"
    return word[-3:] if word.endswith("ing") else word[-2:] if word.endswith("ed") else "word"


@lru_cache(maxsize=1 << 11)
def _opens(placement: str, opening: str, verbs: int, best: int, kind: str) -> tuple[str, ...]:
    return (
        f"opens:{opening}",
        f"opens:{opening}:{placement}",
        f"opens:{opening}:{verbs}",
        f"opens:{opening}:{best}",
        f"opens:{opening}:{kind}",
    )


@lru_cache(maxsize=1 << 11)
def _states(placement: str, finite: int, pronouns: int, negations: int, best: int) -> tuple[str, ...]:
    verbs = min(finite, 2)
    states = f"{verbs}{min(pronouns, 2)}{min(negations, 1)}"
    return (
        f"finite:{finite}",
        f"pronouns:{pronouns}",
        f"negations:{negations}",
        f"states:{states}",
        f"states:{states}:{placement}",
        f"states:{verbs}:{best}",
    )


@lru_cache(maxsize=1 << 8)
def _facts(placement: str, claim: str, novel: int) -> tuple[str, ...]:
    return f"fact:{claim}", f"fact:{claim}:{placement}", f"fact:{claim}:{novel}"


def _bin(count: int) -> int:
    """The number of bin borders that a count passes."""
    return sum(count > border for border in _BINS)


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
