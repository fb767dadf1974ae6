"""`--output-format` and `--output`: which formats a report is written in, and where to."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.cli.options import fail, write
from doclint.render.formats import FORMATS, rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from doclint.model.report import Report

_Command = TypeVar("_Command", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; None is standard output."""

    form: str
    file: str | None = None


def output_options(*own: str) -> Callable[[_Command], _Command]:
    """`--output-format` and `--output`, both as often as wanted; `own` are formats that only this verb has."""
    choice = click.Choice((*own, *FORMATS))

    def add(command: _Command) -> _Command:
        options = (
            click.option("--output", "-o", "targets", multiple=True, metavar="[FORMAT=]FILE", help="Write to a file."),
            click.option("--output-format", "--format", "formats", multiple=True, type=choice, help="What to write."),
        )
        for option in options:
            command = option(command)
        return command

    return add


def outputs_of(formats: Sequence[str], targets: Sequence[str], default: str, *own: str) -> tuple[Output, ...]:
    """The outputs that the options ask for; exits 2 before anything is written where they cannot all be had."""
    files: dict[str, str] = {}
    for target in targets:
        form, is_named, file = target.partition("=")
        if not is_named or form not in (*own, *FORMATS):
            form, file = formats[0] if len(formats) == 1 else default, target
        if form in files:
            fail(f"`{form}` is to be written to both {files[form]} and {file}: name one")
        _check_folder(form, file)
        files[form] = file
    printed = [form for form in dict.fromkeys(formats) if form not in files]
    if len(printed) > 1:
        example = f"--output {printed[0]}=FILE"
        fail(f"{' and '.join(printed)} cannot share standard output: give all but one a file, as in `{example}`")
    if not formats and default not in files:
        printed = [default]
    return (*(Output(form, file) for form, file in files.items()), *(Output(form) for form in printed))


def emit(report: Report, outputs: Sequence[Output], own: Mapping[str, Callable[[Output], str]] | None = None) -> None:
    """Renders the report for each output and writes it; all are rendered before the first is written.

    `own` renders the formats that only the verb at hand has.
    """
    renderers = own or {}
    texts = [
        renderers[output.form](output) if output.form in renderers else rendered(output.form, report)
        for output in outputs
    ]
    for output, text in zip(outputs, texts, strict=True):
        write(text, output.file)
    _emit_job_summary(report)


def default_format(usual: str = "text") -> str:
    """The format of the service that runs this, or the usual one."""
    from doclint.edge.surroundings import fitting_format

    return fitting_format(os.environ) or usual


def _emit_job_summary(report: Report) -> None:
    from doclint.edge.surroundings import job_summary
    from doclint.edge.write import append

    file = job_summary(os.environ)
    if file is not None:
        try:
            append(file, rendered("markdown", report))
        except OSError as error:
            click.echo(f"doclint: no job summary: {file}: {error.strerror}", err=True)


def _check_folder(form: str, file: str) -> None:
    folder = Path(file).parent
    if not folder.is_dir():
        fail(f"{file}: there is no folder {folder}: make it first")
    # pages are the one format that goes into a folder
    if Path(file).is_dir() and form != "html":
        fail(f"{file}: is a folder: name a file")
