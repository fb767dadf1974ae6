"""How often each rule asks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from doclint.render.summary import change, failures, hidden, summary

if TYPE_CHECKING:
    from doclint.model.report import Report


def render(report: Report) -> str:
    """A line for each rule that asked, the most frequent first, and the summary."""
    counts = Counter((finding.code, finding.rule) for file in report.files for finding in file.findings)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    rows = [f"{count:6d} {code} {rule}" for (code, rule), count in ordered]
    return "\n".join([*rows, *failures(report), summary(report), *change(report), *hidden(report)]) + "\n"
