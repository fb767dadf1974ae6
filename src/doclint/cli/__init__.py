"""The command line: one file a verb."""

from __future__ import annotations

import sys
from typing import Any

import click

from doclint import __version__
from doclint.cli.badge import badge
from doclint.cli.baseline import baseline
from doclint.cli.cache import cache
from doclint.cli.check import check
from doclint.cli.config import config
from doclint.cli.options import EXIT_INTERRUPTED, fail
from doclint.cli.report import report
from doclint.cli.rules import explain, rules
from doclint.cli.survey import survey
from doclint.edge.executor import NoCluster


class _Verbs(click.Group):
    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            # click would say "Aborted!" and exit 1, which for a linter means findings
            sys.exit(EXIT_INTERRUPTED)
        except NoCluster as error:
            # any verb that judges files may meet it
            fail(str(error))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="doclint")
def cli() -> None:
    """Ask the questions that a repository's comments leave open."""


for command in (check, report, badge, baseline, explain, rules, config, cache, survey):
    cli.add_command(command)
