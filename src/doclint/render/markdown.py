"""A comment for a pull request: the score, what changed, and the questions worth answering first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.judge.score import ranked
from doclint.render.summary import counted, failures, hidden, shown_score

if TYPE_CHECKING:
    from doclint.model.report import Report

# a comment that asks more than a handful is scrolled past
_SHOWN = 10
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@$])")


def render(report: Report) -> str:
    """Markdown that starts with an invisible mark, by which a bot finds its earlier comment and replaces it."""
    asked = [step for file in report.files for step in file.asked]
    best = ranked(report)
    files = {file.path: file for file in report.files}
    open_count = len(best) + report.withheld
    answered = sum(step.answered for step in asked)
    rows = ["<!-- doclint -->", f"### doclint: {counted(open_count, 'question')} to answer", ""]
    rows.append(f"score **{shown_score(report)}** · {answered} of {len(asked)} questions answered{_scope(report)}")
    rows.append("")
    for path, finding in best[:_SHOWN]:
        place = fenced(files[path].place(finding.span.line))
        rows.append(f"- {place} **{finding.rule}**: {escaped(finding.question)}")
    if open_count > len(best[:_SHOWN]):
        rows.append(f"- … and {open_count - len(best[:_SHOWN])} more")
    notes = [*failures(report), *(line for line in hidden(report) if not line.endswith("--all"))]
    rows += ["", *(f"> {escaped(note)}" for note in notes)] if notes else []
    return "\n".join(rows).rstrip() + "\n"


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
