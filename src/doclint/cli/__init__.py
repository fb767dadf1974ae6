"""The command line: one file a verb."""

from __future__ import annotations

import click

from doclint import __version__
from doclint.cli.badge import badge
from doclint.cli.baseline import baseline
from doclint.cli.check import check
from doclint.cli.config import config
from doclint.cli.report import report
from doclint.cli.rules import explain, rules


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="doclint")
def cli() -> None:
    """Ask the questions that a repository's comments leave open."""


for command in (check, report, badge, baseline, explain, rules, config):
    cli.add_command(command)
