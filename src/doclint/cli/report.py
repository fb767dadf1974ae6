"""`doclint report`: the newcomer's view."""

from __future__ import annotations

import shutil
import sys

import click

from doclint.cli.options import EXIT_UNREADABLE, configured, fail, selection_options, write


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@selection_options
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal")
@click.option("--top", type=click.IntRange(min=0), help="How many questions to show.")
@click.option("--details", is_flag=True, help="JSON: every step and remark with its judgement.")
@click.option("--fail-under", type=float, help="Exit 1 when the score is below this.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the report to this file.")
def report(  # noqa: PLR0913 - click hands every option over as an argument of its own
    *,
    paths: tuple[str, ...],
    config_file: str | None,
    select: str | None,
    extend_select: str | None,
    ignore: str | None,
    form: str,
    top: int | None,
    details: bool,
    fail_under: float | None,
    output: str | None,
) -> None:
    """Show the score and the questions worth answering first."""
    from doclint.edge.discover import NoSuchPath
    from doclint.judge.score import score_of
    from doclint.render.report_json import render_json
    from doclint.render.terminal import render_terminal
    from doclint.run import run, source_lines

    config = configured(
        config_file, select=select, extend_select=extend_select, ignore=ignore, top=top, fail_under=fail_under
    )
    try:
        result = run(paths or (".",), config, details=details)
    except NoSuchPath as error:
        fail(str(error))
    if form == "json":
        text = render_json(result, details=details)
    else:
        lines = source_lines(result, config.top)
        width, color = shutil.get_terminal_size().columns, sys.stdout.isatty() and output is None
        text = render_terminal(result, lines, top=config.top, width=width, color=color)
    write(text, output)
    score = score_of(step for file in result.files for step in file.asked)
    if any(file.failure for file in result.files):
        sys.exit(EXIT_UNREADABLE)
    sys.exit(1 if config.fail_under is not None and score is not None and score < config.fail_under else 0)
