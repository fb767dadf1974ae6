"""Words of prose and of code, made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d[\w.]*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

# function words, and words that say "code" without saying which; leaving them in would make every text alike
STOP = frozenset(
    "a an the of to in on at by for with from into and or if is are was were be been being this that these those "
    "it its we you they i he she as so not no do does did done has have had will would can could should may "
    "might must shall then than when where which who what how all any each every some such there here our your "
    "their his her us them value values variable function method class object code line use used uses using make "
    "makes get gets new current also just only now first next last one two via per up out over under again more "
    "most other same both either neither let lets go goes set sets given about after before while until".split()
)

# what an operator or statement says in words: a comment that says it too adds nothing
OPERATOR_WORDS = (
    (re.compile(r"\+="), "add increment increase append sum count plus update accumulate"),
    (re.compile(r"-="), "subtract decrement decrease reduce minus"),
    (re.compile(r"(?<![=!<>+*/-])=(?!=)"), "set assign store init initialize initialise update save define create"),
    (re.compile(r"=="), "equal same match compare check is"),
    (re.compile(r"\bnot\b|!="), "no without missing empty not unless"),
    (re.compile(r"\bif\b|\belif\b"), "check test whether verify if when case"),
    (re.compile(r"\bfor\b|\bwhile\b"), "loop iterate each every over through all walk"),
    (re.compile(r"\breturn\b"), "return result give output"),
    (re.compile(r"\braise\b"), "throw error fail raise exception"),
    (re.compile(r"\bexcept\b"), "catch handle error exception"),
    (re.compile(r"\b(pass|continue)\b"), "ignore skip nothing"),
    (re.compile(r"\b(with|open)\b"), "open file read write"),
    (re.compile(r"\b(del|pop|remove)\b"), "delete remove drop pop clear"),
    (re.compile(r"\b(append|add|extend|insert)\b"), "add append insert put"),
    (re.compile(r"\blen\b"), "length size number count"),
    (re.compile(r"\[[^\]]*:[^\]]*\]"), "slice part"),
    (re.compile(r"\[0\]"), "first"),
    (re.compile(r"\[-1\]"), "last"),
    (re.compile(r"\bNone\b"), "none null missing empty"),
    (re.compile(r"\b[A-Z]\w*\("), "create construct instance build instantiate"),
    (re.compile(r"\b(int|str|float|list|tuple|dict|bool)\("), "convert cast turn"),
    (re.compile(r"\bsort"), "sort order"),
    (re.compile(r"\b(join|format)\b|f[\"']"), "join format build concatenate"),
    (re.compile(r"\bprint|\blog"), "print log show display output"),
    (re.compile(r"\b(call|self\.\w+\()"), "call invoke run"),
    (re.compile(r"\bimport\b"), "import load"),
    (re.compile(r"\bassert\b"), "assert ensure check verify"),
    (re.compile(r"\b(class|def)\b"), "define class function helper"),
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its commonest endings; light, so that few different words meet."""
    word = word.lower().split("'")[0]
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def prose_words(text: str) -> list[str]:
    """Stems of the content words of a text, in order."""
    parts = (part for word in _WORD.findall(text.replace("_", " ")) for part in _HUMP.sub(" ", word).split())
    return [stem(part) for part in parts if part.lower().split("'")[0] not in STOP and len(part) > 1]


@lru_cache(maxsize=2048)
def code_words(code: str) -> frozenset[str]:
    """Stems of the identifiers, strings and operators of code."""
    words = {stem(part) for word in _WORD.findall(code.replace("_", " ")) for part in _HUMP.sub(" ", word).split()}
    for pattern, said in OPERATOR_WORDS:
        if pattern.search(code):
            words.update(stem(word) for word in said.split())
    return frozenset(words)


def is_known(word: str, known: frozenset[str]) -> bool:
    """Whether code says the word: as it is, or as a longer or shorter form that shares four letters or more."""
    if word in known:
        return True
    return len(word) >= 4 and any(
        (other.startswith(word) or (len(other) >= 4 and word.startswith(other))) for other in known
    )
