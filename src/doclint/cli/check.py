"""`doclint check`: the gate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from doclint.cli.options import configured, exit_code, fail, selection_options, write

if TYPE_CHECKING:
    from doclint.model.config import Config
    from doclint.model.report import Report


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@selection_options
@click.option("--fail-on", type=click.Choice(["info", "warning", "error", "never"]), help="Least severity that fails.")
@click.option("--fail-under", type=float, help="Fail when the score is below this.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--stdin-filename", default="<stdin>", help="Name for the source read from `-`.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text")
@click.option("--output", type=click.Path(dir_okay=False), help="Write the result to this file.")
def check(  # noqa: PLR0913 - click hands every option over as an argument of its own
    *,
    paths: tuple[str, ...],
    config_file: str | None,
    select: str | None,
    extend_select: str | None,
    ignore: str | None,
    fail_on: str | None,
    fail_under: float | None,
    exit_zero: bool,
    statistics: bool,
    stdin_filename: str,
    output_format: str,
    output: str | None,
) -> None:
    """Print the open questions; exit 1 when there are any."""
    from doclint.render.report_json import render_json
    from doclint.render.text import render_text

    config = configured(
        config_file, select=select, extend_select=extend_select, ignore=ignore, fail_on=fail_on, fail_under=fail_under
    )
    report = _report(paths or (".",), config, stdin_filename)
    write(render_json(report) if output_format == "json" else render_text(report, statistics=statistics), output)
    sys.exit(exit_code(report, config, exit_zero=exit_zero))


def _report(paths: tuple[str, ...], config: Config, stdin_filename: str) -> Report:
    from doclint.edge.discover import NoSuchPath
    from doclint.run import lint_text, run

    if paths == ("-",):
        return lint_text(sys.stdin.buffer.read(), stdin_filename, config)
    try:
        return run(paths, config)
    except NoSuchPath as error:
        fail(str(error))
