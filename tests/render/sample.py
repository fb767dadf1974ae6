"""A report with everything that a format can trip over; made by hand, so that no rule's wording changes a snapshot."""

from __future__ import annotations

from doclint.model.cell import Cell
from doclint.model.finding import Finding, Severity
from doclint.model.report import Asked, Failure, FileReport, Report
from doclint.model.span import Span
from doclint.model.suppression import Suppressed

HOSTILE = "Why is `a|b` <b>not</b> %d, @someone\nor ::error:: \x07 é?"


def finding(
    line: int, question: str = "Why 0.85?", severity: Severity = Severity.WARNING, rank: float = 0.5
) -> Finding:
    """A finding on one line; its fingerprint is its line, so that no two are the same."""
    return Finding(
        code="WHY101",
        rule="unexplained-swallow",
        span=Span(line, 5, line, 9),
        symbol="Client.close",
        question=question,
        severity=severity,
        confidence=0.91,
        need=0.93,
        explained=0.0,
        causes=("swallow",),
        looked="looked around",
        remedy="say why, or rename it",
        fingerprint=f"{line:016x}",
        rank=rank,
        digest="0" * 16,
    )


def asked(line: int, explained: float = 0.0) -> Asked:
    """An asked step on one line."""
    return Asked(Span(line, 5, line, 9), "Client.close", ("WHY101",), 0.9, explained)


def sample() -> Report:
    """Findings of each severity in files with odd names, a notebook, a failure, and findings that something closed."""
    closed = Suppressed(finding(9), "the caller retries", Span(9, 1, 9, 40))
    return Report(
        (
            FileReport("broken.py", failure=Failure("syntax", "invalid syntax, really", 3)),
            FileReport("clean.py", 10, (asked(2, 1.0),)),
            FileReport(
                "pkg/a b,c:d%.py",
                20,
                (asked(3), asked(7, 0.5)),
                (finding(3, HOSTILE, Severity.ERROR, 0.9), finding(4, severity=Severity.INFO)),
                accepted=(finding(12),),
                suppressed=(closed,),
            ),
            FileReport(
                "study.ipynb",
                8,
                (asked(6),),
                (finding(6),),
                cells=(Cell(1, "", "code", 1, 4), Cell(2, "x", "code", 5, 8)),
            ),
        ),
        withheld=2,
    )


def empty() -> Report:
    """A run that met no file."""
    return Report(())


def many(count: int) -> Report:
    """One file with that many findings, the later lines ranking higher."""
    return Report((FileReport("a.py", 99, (), tuple(finding(n, rank=n / 100) for n in range(1, count + 1))),))
