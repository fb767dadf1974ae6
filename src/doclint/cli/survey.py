"""`doclint survey`: many repositories and archives, to tables."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.effort import effort, executor_options
from doclint.cli.options import configured, fail, selection_options

if TYPE_CHECKING:
    from doclint.edge.survey.tables import Tables
    from doclint.model.config import Config


@click.command()
@click.argument("sources", metavar="LIST", type=click.Path())
@click.option("--output", "-o", "target", required=True, metavar="FILE.parquet", help="The table of files.")
@selection_options
@executor_options
def survey(*, sources: str, target: str, **settings: Any) -> None:
    """Judge every source that LIST names, and write a row a file and a row a finding.

    A line of LIST is a folder, an archive (.zip, .whl, .tar.gz), a git URL or a pinned package (name==version). What
    cannot be had or read has a row that says why. The findings go into FILE.findings.parquet beside FILE.parquet.
    Run it again with a longer list, or after an interrupt, and it goes on after what is done.
    """
    from doclint.edge.survey.source import source_lines
    from doclint.edge.survey.tables import BadTables

    # what the project in the working folder supports or leaves out says nothing about other projects
    config = replace(configured(**settings), requires_python="", per_file_ignores=())
    try:
        listed = source_lines(Path(sources).read_text(encoding="utf-8"))
        _survey(listed, Path(target), config)
    except BadTables as error:
        fail(str(error))
    except UnicodeDecodeError:
        fail(f"{sources}: is no list: write one source a line, in UTF-8")
    except OSError as error:
        fail(f"{error.filename or target}: {error.strerror}: name a list that can be read and a file in a folder")


def _survey(listed: list[str], target: Path, config: Config) -> None:
    from doclint import __version__
    from doclint.edge.cache import judging
    from doclint.edge.survey.tables import Tables

    if target.suffix != ".parquet":
        fail(f"{target}: name a file that ends in .parquet")
    tables = Tables(target, f"doclint {__version__} with {judging(config)}")
    done = tables.done()
    waiting = [source for source in listed if source not in done]
    failed = 0
    if waiting or not target.exists():
        tables.start()
        try:
            failed = _fill(tables, waiting, config)
        except KeyboardInterrupt:
            click.echo("doclint: run it again to go on from here", err=True)
            raise
    told = f"{len(waiting)} sources surveyed, {failed} of them failed, {len(listed) - len(waiting)} were done before"
    click.echo(f"doclint: {told}", err=True)


def _fill(tables: Tables, waiting: list[str], config: Config) -> int:
    """Surveys what is waiting; how many of it could not be had or read to its end."""
    from doclint.edge.progress import Progress
    from doclint.render.rows import file_row, finding_rows
    from doclint.survey import survey as surveyed

    allowed, failed = effort(), 0
    with closing(Progress(None, allowed.progress)) as progress:
        for source, reports in surveyed(waiting, config, allowed, progress):
            files = [file_row(source, report) for report in reports]
            failed += any(report.failure and not report.path for report in reports)
            tables.add(files, [row for report in reports for row in finding_rows(source, report)])
    tables.finish()
    return failed
