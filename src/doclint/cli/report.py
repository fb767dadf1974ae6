"""`doclint report`: the newcomer's view."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.effort import effort, effort_options
from doclint.cli.history import days, with_comparison, with_fresh
from doclint.cli.options import EXIT_FINDINGS, configured, exit_code, fail, selection_options
from doclint.cli.outputs import default_format, emit, output_options, outputs_of
from doclint.cli.pages import wants_pages, write_pages
from doclint.cli.trend import write_trend

if TYPE_CHECKING:
    from collections.abc import Callable

    from doclint.cli.outputs import Output
    from doclint.model.config import Config
    from doclint.model.report import Report


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@selection_options
@output_options("terminal", "html", "svg")
@click.option("--top", type=click.IntRange(min=0), help="How many questions to show.")
@click.option("--details", is_flag=True, help="JSON: every step and remark with its judgement.")
@click.option("--single-file", is_flag=True, help="HTML: one page that holds everything, instead of a folder.")
@click.option("--narrative", is_flag=True, help="The steps of notebooks and scripts in order, each with its reason.")
@click.option("--fresh", type=days, metavar="AGE", help="Put questions on lines younger than this first, as in 30d.")
@click.option("--compare", "revision", metavar="REV", help="Show what changed since the branch left REV.")
@click.option(
    "--fail-on", type=click.Choice(["new", "never"]), help="new: exit 1 for questions opened since --compare."
)
@click.option("--trend", metavar="REV..|tags", help="The score through history, as terminal, jsonl or svg.")
@click.option("--fail-under", type=float, help="Exit 1 when the score is below this.")
@effort_options
def report(  # noqa: PLR0913 - click hands every option over as an argument of its own
    *,
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    targets: tuple[str, ...],
    details: bool,
    fresh: float | None,
    revision: str | None,
    fail_on: str | None,
    single_file: bool,
    narrative: bool,
    trend: str | None,
    **settings: Any,
) -> None:
    """Show the score and the questions worth answering first."""
    from doclint.edge.discover import NoSuchPath
    from doclint.run import run

    config = configured(**settings)
    if fail_on == "new" and revision is None:
        fail("--fail-on new needs --compare REV, to know what is new")
    outputs = outputs_of(formats, targets, default_format("terminal"), "terminal", "html", "svg")
    if trend is not None:
        write_trend(trend, paths or (".",), config, outputs)
        return
    pages = wants_pages(outputs, single_file=single_file)
    try:
        result = run(paths or (".",), config, details=details or pages or narrative, effort=effort())
    except NoSuchPath as error:
        fail(str(error))
    result = with_fresh(result, fresh, "--fresh") or result
    result = with_comparison(result, revision, paths or (".",), config)
    for output in outputs:
        if output.form == "html":
            write_pages(result, output.file, single_file=single_file)
    texts = [output for output in outputs if output.form != "html"]
    own = {"terminal": partial(_terminal, result, config), "svg": partial(_picture, result, config)}
    emit(result, texts, own | _stories(result) if narrative else own)
    # a report shows questions; only its score can fail, and what a branch opened where that was asked for
    code = exit_code(result, replace(config, fail_on="never"))
    opened = fail_on == "new" and result.against is not None and result.against.opened
    sys.exit(code or (EXIT_FINDINGS if opened else 0))


def _stories(report: Report) -> dict[str, Callable[[Output], str]]:
    from doclint.render.narrative_text import render_markdown, render_text
    from doclint.run import shown_sources

    sources = shown_sources(report, every=True)
    return {
        "terminal": lambda _: render_text(report, sources, shutil.get_terminal_size().columns),
        "markdown": lambda _: render_markdown(report, sources),
    }


def _terminal(report: Report, config: Config, output: Output) -> str:
    from doclint.render.terminal import render_terminal
    from doclint.run import shown_sources

    return render_terminal(
        report,
        shown_sources(report, config.top),
        top=config.top,
        width=shutil.get_terminal_size().columns,
        color=sys.stdout.isatty() and output.file is None and not os.environ.get("NO_COLOR"),
        root=Path.cwd().as_posix(),
    )


def _picture(report: Report, config: Config, _: Output) -> str:
    from doclint.render.terminal import render_picture
    from doclint.run import shown_sources

    return render_picture(report, shown_sources(report, config.top), top=config.top)
