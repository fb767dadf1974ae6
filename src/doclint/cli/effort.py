"""`--jobs`, `--executor`, the cache and `--quiet`: what changes the time of a run and never its result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.model.effort import LOCAL, Effort

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def _jobs(value: str) -> int | None:
    """The number given; None for auto."""
    if value == "auto":
        return None
    if not value.isdecimal() or int(value) == 0:
        raise click.BadParameter(f"{value!r} is neither auto nor a number from 1 on")
    return int(value)


def _executor(value: str) -> str:
    from doclint.edge.executor import checked_executor

    try:
        return checked_executor(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def effort_options(command: _Command) -> _Command:
    """Adds the options. Their values wait in click's context for `effort`: a verb has arguments enough of its own."""
    no_cache = click.option("--no-cache", is_flag=True, expose_value=False, callback=_keep, help="Judge all again.")
    return executor_options(no_cache(cache_folder_option(expose_value=False, callback=_keep)(command)))


def executor_options(command: _Command) -> _Command:
    """`--jobs`, `--executor` and `--quiet`, for a verb that keeps no reports between runs."""
    options = (
        click.option("--quiet", "-q", is_flag=True, expose_value=False, callback=_keep, help="No progress on stderr."),
        click.option(
            "--executor",
            type=_executor,
            default=LOCAL,
            metavar="local|dask://HOST:PORT",
            expose_value=False,
            callback=_keep,
            help="Where files are judged: here, or by a Dask scheduler.",
        ),
        click.option(
            "--jobs",
            "-j",
            type=_jobs,
            metavar="N|auto",
            expose_value=False,
            callback=_keep,
            help="Processes; auto: as many as pay.",
        ),
    )
    for option in options:
        command = option(command)
    return command


def cache_folder_option(**more: Any) -> Callable[[_Command], _Command]:
    """`--cache-dir`."""
    return click.option(
        "--cache-dir",
        envvar="DOCLINT_CACHE_DIR",
        type=click.Path(file_okay=False),
        help="Where reports are kept between runs.",
        **more,
    )


def effort() -> Effort:
    """What the options of the running verb allow."""
    given = click.get_current_context().meta
    folder = None if given.get("no_cache") else cache_folder(given.get("cache_dir"))
    return Effort(given.get("jobs"), folder, not given.get("quiet"), given.get("executor") or LOCAL)


def cache_folder(given: str | None) -> str:
    """The folder named, or the usual one in the nearest project above the working folder."""
    name = ".doclint_cache"
    marks = (".git", "pyproject.toml", "doclint.toml")
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if any((folder / mark).exists() for mark in marks)), here)
    return given or str(root / name)


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta[parameter.name or ""] = value
