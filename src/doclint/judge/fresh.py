"""Questions about young lines: their author still remembers the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import Report


def marked_fresh(report: Report, ages: Mapping[str, Sequence[float]], days: float) -> Report:
    """The report with the findings marked whose first line is younger than the days; `ages` has a row a file.

    The first line, because it carries the construct that is asked about, while an edit further down a statement
    often only touches its arguments.
    """
    files = tuple(
        replace(file, findings=tuple(_marked(finding, ages.get(file.path, ()), days) for finding in file.findings))
        for file in report.files
    )
    return replace(report, files=files)


def only_fresh(report: Report) -> Report:
    """The report without the findings about older lines, which are counted as withheld."""
    files = tuple(
        replace(file, findings=tuple(finding for finding in file.findings if finding.fresh)) for file in report.files
    )
    older = sum(not finding.fresh for file in report.files for finding in file.findings)
    return replace(report, files=files, withheld=report.withheld + older)


def _marked(finding: Finding, ages: Sequence[float], days: float) -> Finding:
    line = finding.span.line
    return replace(finding, fresh=line <= len(ages) and ages[line - 1] < days)
