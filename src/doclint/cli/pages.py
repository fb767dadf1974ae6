"""The pages of `doclint report --format html`: a folder of them, or a single file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from doclint.cli.options import fail, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.cli.outputs import Output
    from doclint.model.report import Report


def wants_pages(outputs: Sequence[Output], *, single_file: bool) -> bool:
    """Whether pages are among the outputs; exits 2 where they have no place to go."""
    pages = [output for output in outputs if output.form == "html"]
    if any(output.file is None for output in pages) and not single_file:
        fail("say where the pages go: --output FOLDER, or --single-file for one page on standard output")
    return bool(pages)


def write_pages(report: Report, target: str | None, *, single_file: bool) -> None:
    """Writes a folder, or one file where asked for or where the target is named like one."""
    from doclint.edge.owners import owners_of
    from doclint.edge.write_pages import write_pages as write_folder
    from doclint.render.html import render_folder, render_single_file
    from doclint.run import shown_sources

    sources = shown_sources(report)
    owners = owners_of((file.path for file in report.files), Path.cwd())
    if target is None or single_file or target.endswith((".html", ".htm")):
        write(render_single_file(report, sources, owners), target)
        return
    try:
        write_folder(Path(target), render_folder(report, sources, owners))
    except OSError as error:
        fail(f"{target}: {error.strerror}: name a folder that can be written to")
    click.echo(f"doclint: open {Path(target, 'index.html')}", err=True)
