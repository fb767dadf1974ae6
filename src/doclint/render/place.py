"""Where other tools are told that a finding is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.model.span import Span

if TYPE_CHECKING:
    from doclint.model.finding import Finding
    from doclint.model.report import FileReport


def file_span(file: FileReport, finding: Finding) -> Span:
    """The finding's lines in the file as it is stored.

    A line of a notebook's cell is no line of the notebook's file, and services drop what has no line: line 1 it is.
    """
    return finding.span if file.cell(finding.span.line) is None else Span(1, 1, 1, 1)


def told(file: FileReport, finding: Finding) -> str:
    """The question, led by the cell where the line cannot say it."""
    cell = file.cell(finding.span.line)
    if cell is None:
        return finding.question
    return f"cell {cell.number}, line {finding.span.line - cell.first + 1}: {finding.question}"


def slashed(path: str) -> str:
    """The path as the web writes it: with slashes, and without a leading `./`."""
    return path.replace("\\", "/").removeprefix("./")


def on_one_line(file: FileReport, finding: Finding) -> str:
    """Place, rule and question, without anything from the source that could start a line or steer a terminal."""
    place = file.place(finding.span.line, finding.span.column)
    return printable(f"{place}: {finding.code} {finding.rule}: {' '.join(finding.question.split())}")


def printable(text: str) -> str:
    """A text without what could steer a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
