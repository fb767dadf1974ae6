"""Findings for a terminal: the place first, to be clicked, and the way out below the first finding of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.render.place import on_one_line
from doclint.render.summary import change, failures, hidden, summary

if TYPE_CHECKING:
    from doclint.model.report import Report


def render(report: Report) -> str:
    """The findings by place, failures, and a summary with what is not shown."""
    rows: list[str] = []
    told: set[str] = set()
    for file in report.files:
        for finding in file.findings:
            rows.append(on_one_line(file, finding))
            if finding.code not in told:
                rows.append(f"    {finding.remedy}")
                told.add(finding.code)
    rows += [*failures(report), summary(report), *change(report), *hidden(report)]
    return "\n".join(rows) + "\n"
