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
    from doclint.rules.selection import Selection

    value = configured(config_file)
    origins = _origins(Path(config_file) if config_file else None)
    for field in fields(value):
        key, setting = field.name.replace("_", "-"), getattr(value, field.name)
        row = f"# {key} is not set" if setting is None else f"{key} = {_toml(setting)}"
        click.echo(f"{row}  # {origins.get(key, 'default')}")
    click.echo(f"\n# rules that run: {' '.join(rule.code for rule in Selection.of(value).rules) or 'none'}")


def _origins(named: Path | None) -> dict[str, str]:
    """The file that each key was read from, for the keys that are not defaults."""
    from doclint.edge.settings_file import project_python, settings_file, settings_of

    source = named or settings_file(Path.cwd())
    python, project = project_python(Path.cwd())
    origins = {"requires-python": f"{project} [project]"} if python else {}
    return origins | dict.fromkeys(settings_of(source) if source else (), str(source))


def _toml(value: object) -> str:
    """A setting as it would be written in a settings file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # TOML's basic strings and Python's double-quoted ones agree on everything a path or rule name can hold
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "{" + ", ".join(f"{_toml(pattern)} = {_toml(selectors)}" for pattern, selectors in value) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value)
