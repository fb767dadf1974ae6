"""Texts that are no prose about code, whatever words they hold: no judge may read a reason into them."""

from __future__ import annotations

import re

from doclint.judge.remembered import Remembered
from doclint.judge.words import STOP

_DIRECTIVE = re.compile(
    r"\s*(noqa\b|type:\s|pylint:|pragma\b|fmt:|isort\b|mypy:|ruff:|nosec\b|pyright:|flake8|yapf:|-\*-|(file)?coding[:=]|!|"
    r"(end)?region\b|%%|cython:|sourcery\b|codespell:|cspell:|pyre-|autopep8:|lint:|ty: ?ignore|doclint:|vim?:|"
    r"doctest:|language=|\+$)",
    re.I,
)
_EXCUSE = re.compile(r"\s+#+\s*|\s+-{1,2}\s+|\s+[\u2013\u2014]\s+|\s+\(|\n|\s+(?=because\b|since\b|so that\b)")
_LEGAL = re.compile(
    r"\b(copyright\b|\(c\) ?\d{4}|©|licen[sc]ed? (under|to)\b|spdx-|all rights reserved|permission is hereby granted|"
    r"redistribution and use|without warranty|the (mit|apache|bsd|gnu)[\w .-]* licen[sc]e)",
    re.I,
)
# one of these is in every such notice, and looking for them costs a tenth of the pattern
_LEGAL_SIGNS = ("copyright", "(c)", "©", "licen", "spdx-", "reserved", "permission", "redistribution", "warranty")
_TODO = re.compile(r"\s*[\W_]*(todo|fixme|xxx|tbd)\b", re.I)
_LINK = re.compile(
    r"https?://\S+|\b(gh|bpo|issue|issues|bug|pr|ticket|see|ref|refs|cf|link|from|source|docs?)\b|#\d+|\d+|\W+", re.I
)
_REFERENCE = re.compile(r"https?://|#\d|\d{3}")
_STATEMENT = re.compile(
    # a word, a blank and no operator open a sentence: to try the rest letter by letter is most of the cost
    r"\s*((?![A-Za-z]+ [^-+*/|&%=])@?[\w.\[\]'\"]+(\.\w+)*(\(.*\)?[,:]?| ?([-+*/|&%]|//|\*\*)?=(?!=) ?\S.*)$"
    r"|(from [\w.]+ )?import [\w., ()*]+$"
    r"|(return|raise|yield|await|del|assert) ?[\w.\[\]()'\",={}+*/ -]*$"
    r"|(if|elif|for|while|with|def|class|except|async|try|else|finally|match|case)\b.*:$"
    r"|(pass|break|continue)$|[\])}]+,?$|[\w'\"]+: .*,$|[\"'].*[\"'],$|\w+,$|[|>]{1,3} )"
)
_PROSE_WORD = re.compile(r"(?<![\w.('\"\[=])[A-Za-z]{2,}(?![\w.(=\[\]'\"])")

_WORD = re.compile(r"[a-z]+")
_LATIN = frozenset(
    "lorem ipsum dolor amet consectetur adipiscing elit eiusmod incididunt labore dolore magna aliqua quis nostrud "
    "exercitation ullamco laboris aliquip commodo consequat foo bar baz qux blah asdf".split()
)
_PRAISE = frozenset(
    "great good nice beautiful awesome amazing perfect perfectly elegant clean clever cool excellent lovely neat "
    "simple easy".split()
)
_PRAISED = frozenset("works work solution way code trick stuff function thing very really".split())

# an assignment or call with more free-standing words than this is a sentence that mentions code
_MOST_WORDS_IN_CODE = 4


def _is_filling(piece: str) -> bool:
    return not (_LATIN | _PRAISE).isdisjoint(_WORD.findall(piece.lower()))


# by pieces between blanks, which recur from text to text
_filling = Remembered(_is_filling)


def is_directive(prose: str) -> bool:
    """Whether a text speaks to a tool; what follows the tool's own words may still be prose (see `after_directive`)."""
    return _DIRECTIVE.match(prose) is not None


def after_directive(prose: str) -> str:
    """The prose that someone wrote behind a directive: after a second `#`, a dash or a bracket."""
    said = _EXCUSE.split(prose, maxsplit=1)[-1].strip(" )") if _EXCUSE.search(prose) else ""
    # the reason of a suppression closes what it names and nothing else, or the suppression would look unused
    return "" if said.startswith("doclint:") else said


def is_legal(prose: str) -> bool:
    """Whether a text is a licence or copyright notice."""
    lowered = prose.lower()
    return any(map(lowered.__contains__, _LEGAL_SIGNS)) and _LEGAL.search(prose) is not None


def is_todo(prose: str) -> bool:
    """Whether a text announces work to do."""
    return _TODO.match(prose) is not None


def is_bare_reference(prose: str) -> bool:
    """Whether nothing is left of a text but links, numbers and the words that introduce them."""
    # nearly all texts open with a word that no reference has
    if not _LINK.match(prose):
        return False
    return bool(_REFERENCE.search(prose)) and not _LINK.sub("", prose)


def is_filler(prose: str) -> bool:
    """Whether a text is placeholder Latin, or praise and nothing else."""
    if not any(map(_filling.__getitem__, prose.split())):
        return False
    words = [word for word in _WORD.findall(prose.lower()) if word not in STOP]
    praises = any(word in _PRAISE for word in words) and all(word in _PRAISE or word in _PRAISED for word in words)
    # a sentence about a package `foo` in a folder `bar` uses such words as names
    latin = sum(word in _LATIN for word in words)
    return praises or (latin > 1 and latin * 2 > len(words))


def is_code(prose: str) -> bool:
    """Whether most lines of a text read as statements.

    By shape, since a judge knows no syntax tree: code cut out of its block seldom parses, and "see below" does.
    """
    lines = [line for line in prose.replace("; ", "\n").split("\n") if line.strip()]
    return bool(lines) and sum(_is_statement(line) for line in lines) * 2 > len(lines)


def _is_statement(line: str) -> bool:
    if not _STATEMENT.match(line):
        return False
    return len(_PROSE_WORD.findall(line)) <= _MOST_WORDS_IN_CODE
