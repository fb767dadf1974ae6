"""The command line: one file a verb."""

from __future__ import annotations

import click


@click.group()
@click.version_option(package_name="doclint")
def cli() -> None:
    """Ask the questions that a repository's comments leave open."""
