"""`doclint config`."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click

from doclint.cli.options import configured


@click.command()
@click.option("--config", "config_file", type=click.Path(dir_okay=False), help="Settings file to use.")
def config(config_file: str | None) -> None:
    """Show what would run here and where each setting came from."""
    from doclint.edge.settings_file import settings_file
    from doclint.model.config import Config

    source = Path(config_file) if config_file else settings_file(Path.cwd())
    value, default = configured(config_file), Config()
    for field in fields(Config):
        current = getattr(value, field.name)
        origin = "default" if current == getattr(default, field.name) else str(source)
        click.echo(f"{field.name.replace('_', '-')} = {current!r}  ({origin})")
