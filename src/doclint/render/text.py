"""Findings for a terminal: the place first, to be clicked, and the way out below the first finding of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.render.place import on_one_line
from doclint.render.summary import change, failures, hidden, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.finding import Finding
    from doclint.model.report import FileReport, Report


def render(report: Report) -> str:
    """The findings by place, failures, and a summary with what is not shown."""
    rows: list[str] = []
    told: set[str] = set()
    for file in report.files:
        for first, more in _alike(file):
            rows.append(on_one_line(file, first))
            if first.code not in told:
                rows.append(f"    {first.remedy}")
                told.add(first.code)
            if more:
                rows.append(f"    and {_lines(more)} of this file")
    rows += [*failures(report), summary(report), *change(report), *hidden(report)]
    return "\n".join(rows) + "\n"


def _alike(file: FileReport) -> Iterator[tuple[Finding, list[Finding]]]:
    """The findings by place; the first mild one about a comment has the file's others of its rule with it.

    A comment shows what it lacks by itself, so that its line is enough, and forty full rows of them would hide the two
    questions that are about steps. In a notebook a line is none without its cell.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in file.findings:
        if finding.need == 0 and finding.severity is Severity.INFO and not file.cells:
            groups.setdefault(finding.code, []).append(finding)
    for finding in file.findings:
        same = groups.get(finding.code, [finding])
        if finding is same[0]:
            yield finding, same[1:]


def _lines(findings: list[Finding]) -> str:
    numbers = ", ".join(str(finding.span.line) for finding in findings)
    return f"line{'' if len(findings) == 1 else 's'} {numbers}"
