"""Two reports against each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from doclint.judge.score import ranked, score_of
from doclint.model.comparison import Comparison

if TYPE_CHECKING:
    from collections.abc import Callable

    from doclint.model.finding import Finding
    from doclint.model.report import Report

    _Placed = tuple[str, Finding]


def compared(before: Report, after: Report, revision: str) -> Comparison:
    """The change from one report to the next, the weightiest questions first.

    A question is the same when rule, text and the function's own name are, whatever file or class it is in now. A
    function that was renamed keeps its questions too: text alone decides where no function of that name is asked on
    the other side.
    """
    score = score_of(step for file in before.files for step in file.asked)
    old, new = ranked(before), ranked(after)
    old, new = _unpaired(old, new, _in_function)
    gone, come = _names(before) - _names(after), _names(after) - _names(before)
    closed, opened = _unpaired(
        [pair for pair in old if _name(pair[1].symbol) in gone],
        [pair for pair in new if _name(pair[1].symbol) in come],
        _text,
    )
    closed += [pair for pair in old if _name(pair[1].symbol) not in gone]
    opened += [pair for pair in new if _name(pair[1].symbol) not in come]
    return Comparison(revision, score, _in_order(opened), _in_order(closed))


def _unpaired(old: list[_Placed], new: list[_Placed], key: Callable[[Finding], object]) -> tuple[list[_Placed], ...]:
    """Both lists without the findings that have a partner with the same key in the other."""
    both = Counter(key(finding) for _, finding in old) & Counter(key(finding) for _, finding in new)
    return _without(old, both.copy(), key), _without(new, both.copy(), key)


def _without(pairs: list[_Placed], shared: Counter[object], key: Callable[[Finding], object]) -> list[_Placed]:
    rest = []
    for pair in pairs:
        if shared[key(pair[1])]:
            shared[key(pair[1])] -= 1
        else:
            rest.append(pair)
    return rest


def _in_order(pairs: list[_Placed]) -> tuple[_Placed, ...]:
    return tuple(sorted(pairs, key=lambda pair: (-pair[1].rank, pair[0], pair[1].span)))


def _names(report: Report) -> frozenset[str]:
    return frozenset(_name(step.symbol) for file in report.files for step in file.asked)


def _name(symbol: str) -> str:
    return symbol.rpartition(".")[2]


def _in_function(finding: Finding) -> object:
    return finding.code, finding.digest, _name(finding.symbol)


def _text(finding: Finding) -> object:
    return finding.code, finding.digest
