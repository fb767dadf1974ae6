"""The command line: one file a verb."""

from __future__ import annotations

import click


@click.group()
@click.version_option(package_name="doclint")
def cli() -> None:
    """Ask the questions that a repository's comments leave open."""


def _register() -> None:
    from doclint.cli.check import check

    cli.add_command(check)


_register()
