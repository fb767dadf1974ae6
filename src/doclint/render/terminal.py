"""A report for the eye: the score, the weakest files, and the best questions with the line they are about."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from doclint.judge.score import ranked, score_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doclint.model.report import FileReport, Report

_BAR = 10
_WEAKEST = 5


def render_terminal(
    report: Report, sources: Mapping[str, str], *, top: int = 10, width: int = 80, color: bool = False
) -> str:
    """The report as text of the given width; `sources` maps a path and line ("a.py:3") to its code line."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, no_color=not color, highlight=False, soft_wrap=True)
    _summary(console, report)
    _weakest_files(console, report)
    _questions(console, report, sources, top)
    _failures(console, report)
    return out.getvalue()


def _summary(console: Console, report: Report) -> None:
    asked = [step for file in report.files for step in file.asked]
    score = score_of(asked)
    lines = sum(file.lines for file in report.files)
    answered = sum(step.answered for step in asked)
    if not report.files:
        console.print("no Python files here")
        return
    shown = "—" if score is None else f"{score:.0f}"
    console.print(Text(f"score {shown}", style="bold"), f"  {answered} of {len(asked)} questions answered", end="")
    console.print(f"  ({len(report.files)} files, {lines:,} lines)")


def _weakest_files(console: Console, report: Report) -> None:
    open_questions = [(sum(not s.answered for s in file.asked), file) for file in report.files]
    weakest = sorted((pair for pair in open_questions if pair[0]), key=lambda pair: (-pair[0], pair[1].path))
    if not weakest:
        return
    console.print("\nmost open questions")
    for count, file in weakest[:_WEAKEST]:
        console.print(f"  {_bar(file)} {count:4d} open  {file.path}")


def _bar(file: FileReport) -> str:
    score = score_of(file.asked) or 0.0
    full = round(score * _BAR / 100)
    return "█" * full + "░" * (_BAR - full)


def _questions(console: Console, report: Report, sources: Mapping[str, str], top: int) -> None:
    best = ranked(report)
    files = {file.path: file for file in report.files}
    for path, finding in best[:top]:
        place = files[path].place(finding.span.line, finding.span.column)
        console.print()
        console.print(Text(place, style="bold"), Text(f"{finding.code} {finding.rule}", style="dim"))
        console.print(Text("    " + sources.get(f"{path}:{finding.span.line}", "").strip(), style="cyan"))
        console.print(f"  {finding.question}", markup=False)
    if len(best) > top:
        console.print(f"\n{len(best) - top} more: doclint report --top {len(best)}")


def _failures(console: Console, report: Report) -> None:
    for file in report.files:
        if file.failure is not None:
            line = f":{file.failure.line}" if file.failure.line else ""
            console.print(f"{file.path}{line}: could not be read ({file.failure.kind}): {file.failure.message}")
