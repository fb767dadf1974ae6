"""`doclint cache`: what is kept between runs."""

from __future__ import annotations

from pathlib import Path

import click

from doclint.cli.effort import cache_folder, cache_folder_option
from doclint.cli.options import fail


@click.group()
def cache() -> None:
    """Show or clear what is kept between runs."""


@cache.command()
@cache_folder_option()
def info(cache_dir: str | None) -> None:
    """Say where reports are kept, how many, and how large the file is."""
    from doclint.edge.cache import kept

    folder = Path(cache_folder(cache_dir))
    count, size = kept(folder)
    click.echo(f"{folder}: {count} reports, {size / 1024:.0f} kB")


@cache.command()
@cache_folder_option()
def clear(cache_dir: str | None) -> None:
    """Remove the kept reports; the next run judges every file again."""
    from doclint.edge.cache import clear as clear_folder

    folder = Path(cache_folder(cache_dir))
    try:
        freed = clear_folder(folder)
    except OSError as error:
        fail(f"{folder}: {error.strerror}: delete the folder yourself")
    click.echo(f"{folder}: {freed / 1024:.0f} kB freed")
