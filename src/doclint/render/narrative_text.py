"""The story of files as text for a terminal, and as markdown for a README."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from doclint.render.markdown import escaped, fenced
from doclint.render.narrative import narrative, summary
from doclint.render.summary import failure_line
from doclint.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.model.report import FileReport, Report
    from doclint.render.narrative import Moment

    Sources = Mapping[str, Sequence[str]]

_CODE = re.compile(r"(`[^`]+`)")


def render_text(report: Report, sources: Sources, width: int = 80) -> str:
    """Each file's moments, numbered, with reason, open questions, or the word that none was found."""
    return "\n".join(_file_text(file, sources.get(file.path, ()), width) for file in report.files)


def _file_text(file: FileReport, lines: Sequence[str], width: int) -> str:
    if file.failure is not None:
        return visible(failure_line(file)) + "\n"
    moments = narrative(file, lines)
    rows = [f"{file.path}: {summary(moments)}", ""]
    for number, moment in enumerate(moments, start=1):
        place = moment.place.removeprefix(file.path + ":")
        room = width - len(place) - 8
        title = visible(moment.title)
        title = title if len(title) <= room else title[: room - 1] + "…"
        rows.append(f"{number:3d} {moment.sign} {title:{room}}  {place}")
        for text in _told(moment):
            rows.append(textwrap.fill(visible(text), width, initial_indent="      ", subsequent_indent="      "))
    return "\n".join(rows) + "\n"


def render_markdown(report: Report, sources: Sources) -> str:
    """The moments as a numbered list."""
    rows: list[str] = []
    for file in report.files:
        rows += [f"### {escaped(file.path)}", ""]
        if file.failure is not None:
            rows += [escaped(failure_line(file)), ""]
            continue
        moments = narrative(file, sources.get(file.path, ()))
        rows += [summary(moments) + ".", ""]
        for number, moment in enumerate(moments, start=1):
            title = fenced(moment.title) if moment.is_code else f"**{escaped(moment.title)}**"
            told = " ".join(_with_code(text) for text in _told(moment))
            rows.append(f"{number}. {title}" + (f" — {told}" if told else ""))
        rows.append("")
    return "\n".join(rows)


def _with_code(text: str) -> str:
    """Plain text in markdown, but for what it quotes as code."""
    return "".join(fenced(part[1:-1]) if part[0] == "`" else _escaped(part) for part in _CODE.split(text) if part)


def _escaped(part: str) -> str:
    """Escaped with the blanks around it, which part it from the code beside it."""
    return " " * part.startswith(" ") + escaped(part) + " " * (part.endswith(" ") and part != " ")


def _told(moment: Moment) -> list[str]:
    if moment.reason and not moment.questions:
        return [moment.reason]
    if moment.is_data and not moment.questions:
        return ["no reason found"]
    return [f"no reason found: {question}" for question in moment.questions]
