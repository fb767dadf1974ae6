"""The share of a reader's questions that the code answers, and how far a weak spot reaches."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doclint.model.finding import Finding
    from doclint.model.report import Asked, Report

# functions up to a complexity of 5 are read at a glance: maintainers explain them least (EVIDENCE: 0.7-1.4 reasons per
# 100 lines against 1.7-1.9 above), so reach grows from there
_PLAIN_COMPLEXITY = 5


def score_of(asked: Iterable[Asked]) -> float | None:
    """100 x sum(need x explained) / sum(need) over the asked steps; None where nothing is asked."""
    needs = explained = 0.0
    for step in asked:
        needs += step.need
        explained += step.need * step.explained
    return 100 * explained / needs if needs else None


def reach(complexity: int, importers: int = 0) -> float:
    """How many readers a weak spot meets: grows with its function's complexity and the modules importing its file.

    Both grow by logarithms, so that a twentieth branch or importer moves a question less than the first.
    """
    return 1 + math.log2(max(1, complexity / _PLAIN_COMPLEXITY)) / 2 + math.log2(1 + importers) / 4


def ranked(report: Report) -> list[tuple[str, Finding]]:
    """All findings with their paths, the ones worth answering first at the top: fresh ones, then the weightiest.

    Ties go by place, so that the order never depends on the order files were judged in.
    """
    pairs = [(file.path, finding) for file in report.files for finding in file.findings]
    return sorted(pairs, key=lambda pair: (not pair[1].fresh, -pair[1].rank, pair[0], pair[1].span, pair[1].code))
