"""Few questions at a time: people answer a few good ones and skip a long list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doclint.judge.score import ranked

if TYPE_CHECKING:
    from doclint.model.report import Report

# review tools that people keep answer with about this many remarks a change (EVIDENCE: three to five a run)
CHANGE_BUDGET = 5


def best_of(report: Report, most: int | None) -> Report:
    """The report with only its best findings, still sorted by place, and the others counted; None keeps all."""
    best = ranked(report)
    if most is None or len(best) <= most:
        return report
    kept = {(path, finding.fingerprint) for path, finding in best[:most]}
    files = tuple(
        replace(file, findings=tuple(finding for finding in file.findings if (file.path, finding.fingerprint) in kept))
        for file in report.files
    )
    return replace(report, files=files, withheld=report.withheld + len(best) - most)
