"""Findings for a terminal: the place first, to be clicked, and the way out below the first finding of each rule."""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby
from operator import itemgetter
from textwrap import wrap
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.render.place import on_one_line, printable
from doclint.render.summary import change, failures, hidden, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import FileReport, Report

# after five rows that ask the same, as many as a change shows at all, a reader knows the question and needs the places
_FULL_ROWS = 5

# as wide as the lines of most source
_WIDTH = 100
_BELOW = "    "


def render(report: Report) -> str:
    """The findings by place, failures, and a summary with what is not shown."""
    rows: list[str] = []
    places: list[str] = []
    told: set[str] = set()
    repeated = _repeated(report)
    shown: Counter[tuple[str, str]] = Counter()
    for file in report.files:
        for first, more in _alike(file):
            asks = _asks(first)
            shown[asks] += 1
            if asks in repeated and shown[asks] > _FULL_ROWS:
                continue
            rows.append(on_one_line(file, first))
            if first.code not in told:
                rows.append(f"{_BELOW}{first.remedy}")
                told.add(first.code)
            if more:
                rows.append(f"{_BELOW}and {_lines(more)} of this file")
            if asks in repeated and shown[asks] == _FULL_ROWS:
                places += _places(first, repeated[asks])
    rows += [*places, *failures(report), summary(report), *change(report), *hidden(report)]
    return "\n".join(rows) + "\n"


def _alike(file: FileReport) -> Iterator[tuple[Finding, list[Finding]]]:
    """The findings by place; the first mild one about a comment has the file's others of its rule with it.

    A comment shows what it lacks by itself, so that its line is enough, and forty full rows of them would hide the two
    questions that are about steps. In a notebook a line is none without its cell.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in file.findings:
        if _is_mild(finding) and not file.cells:
            groups.setdefault(finding.code, []).append(finding)
    for finding in file.findings:
        same = groups.get(finding.code, [finding])
        if finding is same[0]:
            yield finding, same[1:]


def _is_mild(finding: Finding) -> bool:
    return finding.need == 0 and finding.severity is Severity.INFO


def _asks(finding: Finding) -> tuple[str, str]:
    """What a row asks; those of one mild rule ask the same, since they differ in the words they quote alone."""
    return finding.code, "" if _is_mild(finding) else finding.question


def _repeated(report: Report) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """For each question with places for two rows too many or more: the file and the line of each."""
    found: dict[tuple[str, str], list[list[tuple[str, str]]]] = {}
    for file in report.files:
        for first, more in _alike(file):
            lines = [file.place(finding.span.line).removeprefix(f"{file.path}:") for finding in (first, *more)]
            found.setdefault(_asks(first), []).append([(file.path, line) for line in lines])
    return {
        asks: list(chain.from_iterable(rows[_FULL_ROWS:])) for asks, rows in found.items() if len(rows) > _FULL_ROWS + 1
    }


def _places(asked: Finding, places: Sequence[tuple[str, str]]) -> list[str]:
    """Where else the same is asked, in as many rows as it takes."""
    by_file = {path: ",".join(line for _, line in of) for path, of in groupby(places, itemgetter(0))}
    told = "; ".join(f"{path}:{lines}" for path, lines in by_file.items())
    question = "the same" if _is_mild(asked) else f"{' '.join(asked.question.split())} The same"
    text = printable(f"{asked.code} {asked.rule}: {question} in {len(places)} more places: {told}")
    return wrap(text, _WIDTH, subsequent_indent=_BELOW, break_long_words=False, break_on_hyphens=False)


def _lines(findings: list[Finding]) -> str:
    numbers = ", ".join(str(finding.span.line) for finding in findings)
    return f"line{'' if len(findings) == 1 else 's'} {numbers}"
