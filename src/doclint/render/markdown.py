"""A comment for a pull request: the score, what changed, and the questions worth answering first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.judge.score import ranked
from doclint.render.summary import change, counted, failures, hidden, shown_answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import Report

# a comment that asks more than a handful is scrolled past
_SHOWN = 10
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@$])")


def render(report: Report) -> str:
    """Markdown that starts with an invisible mark, by which a bot finds its earlier comment and replaces it.

    Against an earlier state the questions are those opened since: a reviewer is not asked about the rest.
    """
    best, count, title = ranked(report), len(ranked(report)) + report.withheld, "to answer"
    if report.against is not None:
        best, count, title = list(report.against.opened), len(report.against.opened), "opened"
    rows = ["<!-- doclint -->", f"### doclint: {counted(count, 'question')} {title}", ""]
    rows.append(f"**{shown_answers(report)}**{_scope(report)}")
    rows += [f"<br>{escaped(line)}" for line in change(report)]
    rows += ["", *_questions(report, best[:_SHOWN])]
    if count > len(best[:_SHOWN]):
        rows.append(f"- … and {count - len(best[:_SHOWN])} more")
    notes = [*failures(report), *(line for line in hidden(report) if not line.endswith("--all"))]
    rows += ["", *(f"> {escaped(note)}" for note in notes)] if notes else []
    return "\n".join(rows).rstrip() + "\n"


def _questions(report: Report, best: Sequence[tuple[str, Finding]]) -> list[str]:
    files = {file.path: file for file in report.files}
    return [
        f"- {fenced(files[path].place(finding.span.line))} **{finding.rule}**: {escaped(finding.question)}"
        for path, finding in best
    ]


def _scope(report: Report) -> str:
    return f" ({escaped(report.scope)})" if report.scope else ""


def fenced(text: str) -> str:
    """Text as code; a fence one longer than any run of backticks inside holds it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"


def escaped(text: str) -> str:
    """Plain text in markdown; a mention must not call anyone, and a bracket must not become a link."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("\\@", "&#64;")
