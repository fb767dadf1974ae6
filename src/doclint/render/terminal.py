"""A report for the eye: the score, where the questions are, and the best of them under the code they are about."""

from __future__ import annotations

import io
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from doclint.render.summary import change, counted, failures, hidden, summary
from doclint.render.view import overview
from doclint.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import Report
    from doclint.render.view import FileView, Overview, PackageView, QuestionView

_BAR = 12
_WEAKEST = 8
_SEVERITY = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def render_terminal(  # noqa: PLR0913 - the six are what a terminal is: its size, its colours, its links
    report: Report,
    sources: Mapping[str, Sequence[str]],
    *,
    top: int = 10,
    width: int = 80,
    color: bool = False,
    root: str | None = None,
) -> str:
    """The report as text of the given width; `sources` has the lines of the files that the best questions are in.

    With `color` places are links (OSC 8) to files below the folder `root`; without, the part of the code line that a
    question is about is underlined by a line of its own.
    """
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        # named, not detected: the same report has the same bytes wherever it is made
        color_system="standard" if color else None,
        highlight=False,
        emoji=False,
    )
    _draw(console, report, sources, top, root if color else None)
    # rich pads paragraphs to the full width, which shows when a report is pasted
    return "\n".join(line.rstrip(" ") for line in out.getvalue().split("\n"))


def render_picture(report: Report, sources: Mapping[str, Sequence[str]], *, top: int = 10, width: int = 100) -> str:
    """The report as an SVG picture of a terminal, for a README."""
    console = Console(file=io.StringIO(), width=width, record=True, force_terminal=True, highlight=False, emoji=False)
    _draw(console, report, sources, top, None)
    # rich's own id is a checksum in every class name, which makes each change of a picture a change of all its lines
    picture = console.export_svg(title="doclint report", unique_id="doclint")
    # rich fetches its fonts from another host; a reader's own fixed-width font does as well, and tells nobody
    return re.sub(r"@font-face \{[^}]*\}\s*", "", picture)


def _draw(console: Console, report: Report, sources: Mapping[str, Sequence[str]], top: int, root: str | None) -> None:
    view = overview(report, sources)
    if not view.files:
        console.print(Text(summary(report)))
        return
    _head(console, view, report)
    _weakest(console, view)
    for question in view.questions[:top]:
        _question(console, question, sources.get(question.file.report.path, ()), root)
    if len(view.questions) > top:
        more = f"{len(view.questions) - top} more: doclint report --top {len(view.questions)}"
        console.print(Text(f"\n{more}, or --format html --output FOLDER", "dim"))
    notes = [*((line, "red") for line in failures(report)), *((line, "yellow") for line in hidden(report))]
    for number, (line, style) in enumerate(notes):
        console.print(Text(("" if number else "\n") + visible(line), style))


def _head(console: Console, view: Overview, report: Report) -> None:
    if view.score is None:
        console.print(Text.assemble(("—", "bold"), "  no step to ask about, so there is no score"))
    else:
        _score(console, view, view.score)
    console.print(Text(f"{counted(len(view.files), 'file')}, {view.lines:,} lines, {view.to_answer}", "dim"))
    for line in change(report):
        console.print(Text(visible(line)))


def _score(console: Console, view: Overview, score: float) -> None:
    answered = f"{view.answered} of {counted(view.asked, 'question')} answered"
    hinted = f", {view.half} by a hint only" if view.half else ""
    console.print(Text.assemble((f"{score:.0f} %", "bold"), "  ", _bar(score, 2 * _BAR), "  ", answered, hinted))


def _weakest(console: Console, view: Overview) -> None:
    """The folders with the most open questions; the files, where there is only one folder."""
    asked_in = [package for package in view.packages if package.asked]
    rows: Sequence[PackageView | FileView] = asked_in if len(asked_in) > 1 else view.files
    open_first = sorted((row for row in rows if row.open), key=lambda row: (-row.open, row.name))
    if not open_first:
        return
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 3, 0, 0))
    table.add_column("folder" if len(asked_in) > 1 else "file", overflow="ellipsis")
    # least widths, so that a narrow terminal shortens the names and nothing else
    table.add_column("answered", no_wrap=True, min_width=_BAR + 6)
    for name, least in (("open", 4), ("asked", 5)):
        table.add_column(name, justify="right", no_wrap=True, min_width=least)
    for row in open_first[:_WEAKEST]:
        table.add_row(
            Text(visible(view.title if row.name == "." else row.name)),
            _bar(row.score, _BAR).append(f" {row.score or 0:3.0f} %"),
            str(row.open),
            str(row.asked),
        )
    console.print()
    console.print(table)


def _bar(score: float | None, width: int) -> Text:
    full = round((score or 0.0) * width / 100)
    return Text.assemble(("█" * full, "green"), ("░" * (width - full), "dim"))


def _question(console: Console, question: QuestionView, lines: Sequence[str], root: str | None) -> None:
    finding, file = question.finding, question.file.report
    place = visible(file.place(finding.span.line, finding.span.column))
    link = f" link file://{quote(posixpath.join(root, file.path))}" if root else ""
    console.print()
    console.print(
        Text.assemble(
            (place, "bold" + link), "  ", (finding.code, _SEVERITY[finding.severity.value]), (f" {finding.rule}", "dim")
        ),
        soft_wrap=True,
    )
    if finding.span.line <= len(lines):
        _code(console, lines[finding.span.line - 1], finding)
    console.print(Padding(Text(visible(" ".join(finding.question.split()))), (0, 0, 0, 2)))


def _code(console: Console, line: str, finding: Finding) -> None:
    """The line, cut to fit around the part that the question is about."""
    start = finding.span.column - 1
    end = finding.span.end_column - 1 if finding.span.end_line == finding.span.line else len(line)
    indent = min(len(line) - len(line.lstrip()), start)
    # six columns less, because the line is printed behind an indentation of four and keeps two free
    room = console.width - 6
    # a part far to the right still shows what leads up to it
    left = max(indent, start - room // 2) if end - indent > room else indent
    shown = Text("    ").append("… " if left > indent else "")
    before, marked, after = line[left:start], line[start:end], line[end : left + room]
    shown.append(visible(before), "cyan")
    offset = shown.cell_len
    shown.append(visible(marked.rstrip()), "bold cyan underline").append(visible(after), "cyan")
    shown.truncate(console.width, overflow="ellipsis")
    console.print(shown)
    # a line that is meant as a whole needs no pointer
    if console.color_system is None and (before.strip() or after.strip()):
        width = max(1, min(Text(visible(marked.rstrip())).cell_len, console.width - offset))
        console.print(Text(" " * offset + "^" * width))
