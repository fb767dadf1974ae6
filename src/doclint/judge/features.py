"""What the learned judge sees of a text: names of things that hold, the same in training and at run time."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from doclint.judge.clauses import clauses
from doclint.judge.facts import DOES, fact
from doclint.judge.lexicon import cues, hollow_phrases
from doclint.judge.remembered import Remembered
from doclint.judge.tokens import tokens_of
from doclint.judge.words import code_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.judge.clauses import Clause
    from doclint.judge.phrases import Phrase
    from doclint.judge.tokens import Tokens
    from doclint.judge.words import CodeWords

# two lines below a comment count as the statement it restates; more would know every word of the file
_STATEMENT = re.compile(r"\s*.*\s*.*")
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


class Seen(NamedTuple):
    """A text beside its code, read once for all who judge it.

    `informing` is the strength of the strongest cue whose clause says what the code does not.
    """

    tokens: Tokens
    clauses: tuple[Clause, ...]
    hollow: tuple[Phrase, ...]
    overlap: float
    code_kind: str
    informing: int


def see(prose: str, code: str) -> Seen:
    """Reads a text beside the code that a reader sees with it."""
    beside = _beside(code)
    tokens = tokens_of(prose, beside.words, beside.statement)
    found = tuple(clauses(tokens, cues(tokens.words)))
    return Seen(
        tokens,
        found,
        tuple(hollow_phrases(tokens.words)),
        1 - tokens.unsaid / tokens.content if tokens.content else 0.0,
        beside.kind,
        max([clause.cue.strength for clause in found if clause.informs], default=0),
    )


class _Beside(NamedTuple):
    """What the code beside a text says, in all and in its first statement, and what kind of statement that is."""

    words: CodeWords
    statement: CodeWords
    kind: str


# the sentences of a docstring are read one after the other beside the same code
@lru_cache(maxsize=1 << 7)
def _beside(code: str) -> _Beside:
    first = _STATEMENT.match(code)[0]  # type: ignore[index]
    statement, rest = code_words(first), code[len(first) :]
    return _Beside(statement.going_on(rest) if rest else statement, statement, _code_kind(first))


def features(seen: Seen, placement: str) -> set[str]:
    """The features of a text: word runs, cues with what they announce, novelty, length and the kind of code line.

    Three tokens in a row, stems, the words and the value of the code line, the words of later sentences apart, and
    words by placement were tried: none helped by more than chance.
    """
    return own_features(seen, placement).union(*bundles(seen, placement))


def own_features(seen: Seen, placement: str) -> set[str]:
    """The features that depend on a text's very words: tokens and pairs of them, names hidden, and cues.

    The text's beginning and end count as tokens.
    """
    tokens = seen.tokens
    shapes = ("^", *tokens.shapes, "$")
    found = {*tokens.shapes, *tokens.parts, f"code:{seen.code_kind}:^{tokens.words[0] if tokens.words else ''}"}
    found.update([f"{first} {second}" for first, second in pairwise(shapes)])
    if seen.clauses:
        found.update(_cue_features(seen.clauses, placement))
    found.update([f"hollow:{_bin(len(tokens.words) - (phrase.end - phrase.start))}" for phrase in seen.hollow])
    return found


def _cue_features(clauses: Sequence[Clause], placement: str) -> Iterator[str]:
    for clause in clauses:
        cue = clause.cue
        yield from _cue(
            placement,
            cue.group,
            cue.strength,
            "s" if clause.specific else str(min(clause.novel, _MANY)),
            cue.start < _OPENING,
        )
    groups = sorted({clause.cue.group for clause in clauses})
    yield from [f"cue:{first}+{second}" for first, second in combinations(groups, 2)]


def bundles(seen: Seen, placement: str) -> tuple[tuple[str, ...], ...]:
    """The features that depend on a few small facts about a text, in tuples that many texts share.

    How long, how new and how particular it is; each also by placement, since a trailing comment is short. Then whether
    it reads as a statement about the world or as an instruction.
    """
    tokens, words, kind = seen.tokens, seen.tokens.words, seen.code_kind
    fresh, best = sum(tokens.novel), seen.informing
    novel, length = _bin(fresh), _bin(len(words))
    roles = "".join(map(_role.__getitem__, words))
    verbs, pronouns, negations = roles.count("v"), roles.count("p"), roles.count("n")
    return (
        _sizes(placement, length, min(roles.count("."), _MANY)),
        _news(placement, min(fresh, _MOST_COUNTED), min(sum(tokens.specific), _MANY)),
        _repeats(placement, int(seen.overlap * _FIFTHS), min(novel, _MANY)),
        _bests(placement, best, min(fresh, 2 * _MANY), kind),
        _states(placement, min(verbs, _MANY), min(pronouns, _MANY), min(negations, _MANY), best),
        _facts(placement, fact(tokens), novel),
        _opens(placement, _opening(words[0]) if words else "", min(verbs, 2), best, kind),
        _asks(placement) if "?" in roles else (),
    )


def _role_of(word: str) -> str:
    """What a word does in a sentence, a letter or sign a part: verb, pronoun, negation, end, question."""
    parts = (
        ("v", word in _FINITE),
        ("p", word in _PRONOUNS),
        ("n", word in _NEGATIONS),
        ("n", word.endswith("n't")),
        (".", word in {".", ";"}),
        ("?", word == "?"),
    )
    return "".join([part for part, plays in parts if plays])


_role = Remembered(_role_of)


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


@lru_cache(maxsize=1 << 11)
def _cue(placement: str, group: str, strength: int, told: str, opens: bool) -> tuple[str, ...]:
    cue = f"cue:{group}{strength}"
    found = (f"cue:{group}", f"{cue}:{told}", f"{cue}:{placement}")
    return (*found, f"cue:^{group}{strength}") if opens else found


@lru_cache
def _asks(placement: str) -> tuple[str, ...]:
    return (f"asks:{placement}",)


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
    return bisect_left(_BINS, count)


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
