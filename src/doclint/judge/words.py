"""Words of prose and of code, made comparable."""

from __future__ import annotations

import builtins
import keyword
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from doclint.judge.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+|(?<=[A-Za-z])(?=\d)|\.")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d[\w.]*")
# names, numbers, operators; what tells them apart stands behind their first character, since a pattern that begins with
# a choice is tried at each blank and bracket of the code, which took a third longer
_CODE_TOKEN = re.compile(r"[A-Za-z_\d<>=!+*/%&|^-](?:(?<=[A-Za-z_])\w*|(?<=\d)\d*(?:\.\d+)?|=|(?<=[<>=]))")

# function words, and words that say "code" without saying which; leaving them in would make every text alike
STOP = frozenset(
    "a an the of to in on at by for with from into and or if is are was were be been being this that these those "
    "it its it's we you they i he she as so not no do does did done has have had will would can could should may "
    "might must shall then than when where which who what how all any each every some such there here our your "
    "their his her us them us value values variable function method class object code line use used uses using make "
    "makes get gets new current also just only now first next last one two via per up out over under again more "
    "most other same both either neither let lets go goes set sets given about after before while until s t re".split()
)

# what an operator, keyword or common call says in words: a comment that says it too adds nothing
_SAID = {
    "+=": "add increment increase append sum count plus update accumulate",
    "-=": "subtract decrement decrease reduce minus",
    "=": "set assign store init initialize initialise update save define create",
    "<": "less smaller lower below under fewer",
    "<=": "less smaller lower below under most",
    ">": "greater larger more above higher exceed bigger",
    ">=": "greater larger more above higher least bigger",
    "0": "zero",
    "1": "one",
    "==": "equal same match compare check is",
    "!=": "not different differ unequal",
    "not": "no without missing empty not unless",
    "if": "check test whether verify if when case",
    "elif": "check test whether verify if when case",
    "else": "otherwise else",
    "for": "loop iterate each every over through all walk",
    "while": "loop iterate repeat while",
    "return": "return result give output",
    "raise": "throw error fail raise exception",
    "try": "try attempt",
    "except": "catch handle error exception ignore skip suppress",
    "pass": "ignore skip nothing",
    "continue": "ignore skip nothing continue",
    "break": "stop exit leave",
    "with": "open file read write",
    "open": "open file read write",
    "del": "delete remove drop",
    "pop": "delete remove drop pop",
    "remove": "delete remove drop",
    "append": "add append insert put",
    "add": "add append insert put",
    "extend": "add append insert put",
    "insert": "add append insert put",
    "len": "length size number count",
    "None": "none null missing empty",
    "True": "true enable on yes",
    "False": "false disable off no",
    "int": "convert cast turn integer number",
    "str": "convert cast turn string",
    "float": "convert cast turn number",
    "list": "convert cast turn",
    "sorted": "sort order",
    "sort": "sort order",
    "join": "join format build concatenate combine",
    "format": "format build",
    "print": "print show display output",
    "log": "print show display output",
    "logger": "log",
    "import": "import load",
    "assert": "assert ensure check verify",
    "class": "define class helper",
    "def": "define function helper",
    "isinstance": "instance type check",
    "hasattr": "attribute check has",
    "getattr": "attribute get",
    "await": "wait",
    "yield": "yield generate produce",
    "lambda": "function",
    "range": "loop iterate",
    "max": "maximum largest highest",
    "min": "minimum smallest lowest",
    "dict": "dictionary mapping",
    "idx": "index",
    "msg": "message",
    "cfg": "config configuration",
    "conn": "connection",
    "ctx": "context",
    "dst": "destination",
    "src": "source",
    "cls": "class",
    "fn": "function",
    "func": "function",
    "args": "arguments",
    "kwargs": "keyword arguments",
    "params": "parameters",
    "dir": "directory folder",
    "env": "environment",
    "exc": "exception",
    "req": "request",
    "resp": "response",
    "num": "number",
    "tmp": "temporary",
    "init": "initialize initialise",
    "attr": "attribute",
    "attrs": "attributes",
    "col": "column",
    "cols": "columns",
    "val": "value",
    "ptr": "pointer",
    "buf": "buffer",
    "pos": "position",
    "prev": "previous",
    "cmd": "command",
    "proc": "process",
    "addr": "address",
    "db": "database",
    "fp": "file",
    "fd": "file descriptor",
    "obj": "object",
    "doc": "document documentation",
    "img": "image",
    "vec": "vector",
    "mat": "matrix",
}
# what the commonest subscripts and calls say, which no single token does
_MARKS = (("[0]", "first"), ("[-1]", "last"), ("()", "call"), ("(self", "call"), (".run(", "invok"))
# the names that the language gives, and the few that files of every trade have
_COMMON = frozenset((*keyword.kwlist, *dir(builtins), *"self cls __init__ name key number read write close".split()))
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")

# two words share a root when they share their first four letters and one is the other's beginning
ROOT = 4


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without its commonest endings; light, so that few different words meet."""
    word = word.lower().split("'")[0]
    if word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= ROOT - 1:
                return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 15)
def stems(word: str) -> tuple[str, ...]:
    """Stems of the content words in a word of prose or an identifier: `HTTPResponse_code` has two."""
    # most words have no hump, and finding none costs more than all the rest
    parts = [word] if word.isalpha() and word.islower() else [part.split("'")[0] for part in _HUMP.split(word) if part]
    return tuple([stem(part) for part in parts if len(part) > 1 and part.lower() not in STOP])


def rooted(stem: str) -> str:
    """The root of a stem, as code is asked for it."""
    return f"{stem[:ROOT]}\n"


def named(word: str) -> str:
    """An identifier in lower case, as code is asked for it."""
    return f"\n{word}"


@dataclass(frozen=True, slots=True)
class CodeWords:
    """What a stretch of code says, in one set: the stems of everything it says, their roots, and its identifiers.

    One set and not three, since joining those of each token is most of the work. A newline, which no word has, tells
    roots (`rooted`) and identifiers (`named`) from stems.
    """

    said: frozenset[str]

    def going_on(self, code: str) -> CodeWords:
        """What this code says with another stretch of code in the lines after it."""
        return CodeWords(self.said.union(*_said(code)))

    def says(self, word: str) -> bool:
        """Whether the code says the stem: as it is, or as a longer or shorter form that shares four letters or more."""
        if word in self.said:
            return True
        # words that share a root share its letters, and most words share them with none: the scan is the exception
        if len(word) < ROOT or rooted(word) not in self.said:
            return False
        shorter = any(word[:end] in self.said for end in range(ROOT, len(word)))
        return shorter or any(map(str.startswith, self.said, repeat(word)))


def _token_says(token: str) -> frozenset[str]:
    """What one token of code says."""
    said = (*stems(token), *(stem(word) for word in _SAID.get(token, "").split()))
    return frozenset((*said, *map(rooted, said), named(token.lower())))


_said_by = Remembered(_token_says)
_MARKED = tuple((mark, (said, rooted(said))) for mark, said in _MARKS)


@lru_cache(maxsize=1 << 8)
def code_words(code: str) -> CodeWords:
    """The words of code, its operators and common calls put into the words that comments use for them."""
    return CodeWords(frozenset().union(*_said(code)))


def _said(code: str) -> list[Iterable[str]]:
    tokens = set(_CODE_TOKEN.findall(code))
    return [*map(_said_by.__getitem__, tokens), *[said for mark, said in _MARKED if mark in code]]


@lru_cache(maxsize=1 << 8)
def name_words(code: str) -> CodeWords:
    """The words of the names and numbers that code chose itself.

    Every function compares, calls and returns, so "above", "call" or "missing" tie a text to none of them.
    """
    tokens = set(_CODE_TOKEN.findall(code)) - _COMMON
    said = tokens.union(*map(stems, tokens))
    return CodeWords(frozenset((*said, *map(rooted, said))))


def prose_words(text: str) -> list[str]:
    """Stems of the content words of a text, in order; numbers stay as written."""
    return [part for word in _WORD.findall(text.replace("_", " ")) for part in _word_stems(word)]


def _word_stems(word: str) -> tuple[str, ...]:
    return (word,) if word[0].isdigit() else stems(word)


def is_known(word: str, known: frozenset[str]) -> bool:
    """Whether a set of stems holds the word: as it is, or as a form that shares four letters or more."""
    if word in known:
        return True
    return len(word) >= ROOT and any(
        (other.startswith(word) or (len(other) >= ROOT and word.startswith(other))) for other in known
    )
