"""The lines that end a report in every format people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.judge.score import score_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import FileReport, Report


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown_score(report: Report) -> str:
    """The score without decimals; a dash where nothing is asked."""
    score = score_of(step for file in report.files for step in file.asked)
    return "—" if score is None else f"{score:.0f}"


def to_answer(findings: Sequence[Finding]) -> str:
    """How many questions are open; the score counts those about steps alone, so they are told apart from the others."""
    steps = sum(finding.need > 0 for finding in findings)
    others = len(findings) - steps
    if not findings or not others:
        return f"{steps} to answer"
    return f"{len(findings)} to answer: {steps} about steps, {others} about comments"


def shown_answers(report: Report) -> str:
    """The score with what it is a share of; where no step is asked about there is neither."""
    asked = [step for file in report.files for step in file.asked]
    if not asked:
        return "no step to ask about"
    return f"score {shown_score(report)}, {sum(step.answered for step in asked)} of {len(asked)} questions answered"


def summary(report: Report) -> str:
    """What was read, what is open and what is answered, in a line."""
    if not report.files:
        return f"no Python files {report.scope}" if report.scope else "no Python files here"
    findings = sum(len(file.findings) for file in report.files) + report.withheld
    scope = f" {report.scope}" if report.scope else ""
    return f"{counted(len(report.files), 'file')}{scope}: {findings} to answer; {shown_answers(report)}"


def hidden(report: Report) -> list[str]:
    """What the report does not show, so that silence is never taken for an answer."""
    lines = []
    if report.withheld:
        lines.append(f"{report.withheld} more: show them with --all")
    if report.baselined:
        lines.append(f"{report.baselined} accepted by the baseline")
    return lines


def change(report: Report) -> list[str]:
    """What changed since the state that the report is compared with, in a line."""
    against = report.against
    if against is None:
        return []
    before = "—" if against.score is None else f"{against.score:.0f}"
    opened, closed = len(against.opened), len(against.closed)
    score = f"score {before} → {shown_score(report)}"
    return [f"since {against.revision}: {score}, {counted(opened, 'question')} opened, {closed} closed"]


def failures(report: Report) -> list[str]:
    """A line for each file that could not be judged."""
    return [failure_line(file) for file in report.files if file.failure is not None]


def failure_line(file: FileReport) -> str:
    """Where and why a file could not be judged."""
    if file.failure is None:
        return ""
    line = f":{file.failure.line}" if file.failure.line else ""
    return f"{file.path}{line}: could not be read ({file.failure.kind}): {file.failure.message}"
