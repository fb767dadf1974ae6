"""`doclint baseline`: accept today's findings."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.accepting import ledger_of
from doclint.cli.effort import effort, effort_options
from doclint.cli.options import EXIT_FINDINGS, configured, fail, selection_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.baseline import Baseline
    from doclint.model.config import Config
    from doclint.model.report import Report

_FIRST = "the findings there were when doclint was adopted"


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@selection_options
@click.option("--baseline", "name", type=click.Path(dir_okay=False), help="Baseline to write.")
@effort_options
@click.option("--reason", help="Why more findings are accepted than before; kept in the file.")
def baseline(
    *,
    paths: tuple[str, ...],
    name: str | None,
    reason: str | None,
    **settings: Any,
) -> None:
    """Accept today's findings, so that only new ones are asked about.

    The file shrinks as spots get answered, and grows only with a --reason.
    """
    from doclint.edge.surroundings import today
    from doclint.judge.accept import accepted, entry_of, grown
    from doclint.model.baseline import Baseline
    from doclint.render.formats import rendered

    config = configured(**settings)
    file = _file(name, settings["config_file"])
    old = _old(file)
    ledger = ledger_of(file, old or Baseline(), config)
    report, left = accepted(_report(paths or (".",), config), ledger)
    new = [entry_of(ledger.name(each.path), finding) for each in report.files for finding in each.findings]
    if new and old is not None and not (reason or "").strip():
        click.echo(rendered("concise", report), nl=False)
        click.echo(
            f"doclint: {file.name} would grow by {len(new)}: answer them, or say why not with --reason", err=True
        )
        sys.exit(EXIT_FINDINGS)
    _save(file, grown(left, new, today(os.environ), reason or _FIRST))
    answered = len(ledger.baseline.entries) - len(left.entries)
    click.echo(f"{file.name}: {len(left.entries) + len(new)} accepted ({len(new)} new, {answered} answered)")


def _report(paths: Sequence[str], config: Config) -> Report:
    from doclint.edge.discover import NoSuchPath
    from doclint.run import run

    try:
        return run(paths, config, effort=effort())
    except NoSuchPath as error:
        fail(str(error))


def _file(name: str | None, config_file: str | None) -> Path:
    """The baseline named, the nearest one there is, or a new one beside the settings, where paths are stable."""
    from doclint.edge.baseline_file import NAME, baseline_file
    from doclint.edge.settings_file import settings_file

    if name:
        return Path(name)
    settings = Path(config_file) if config_file else settings_file(Path.cwd())
    return baseline_file(Path.cwd()) or (settings.parent if settings else Path.cwd()) / NAME


def _old(file: Path) -> Baseline | None:
    from doclint.edge.baseline_file import BadBaseline, load

    if not file.exists():
        return None
    try:
        return load(file)
    except BadBaseline as error:
        fail(str(error))


def _save(file: Path, baseline: Baseline) -> None:
    from doclint.edge.baseline_file import save

    try:
        save(file, baseline)
    except OSError as error:
        fail(f"{file}: {error.strerror}: name a file in a folder that exists")
