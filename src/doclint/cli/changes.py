"""`--diff` and `--staged`: which change a check is about."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.cli.effort import effort
from doclint.cli.options import fail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doclint.model.change import ChangedFile
    from doclint.model.config import Config
    from doclint.model.report import Report

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def change_options(command: _Command) -> _Command:
    """`--diff REV` and `--staged`."""
    options = (
        click.option("--staged", is_flag=True, help="Ask only about new text in the index."),
        click.option(
            "--diff", "revision", metavar="REV", help="Ask only about text that is new since REV; `-` reads a diff."
        ),
    )
    for option in options:
        command = option(command)
    return command


def changed_report(
    revision: str | None, staged: bool, paths: Sequence[str], config: Config, accept: Callable[[Report], Report]
) -> Report:
    """The report over the new text of the change that the options name; exits 2 where there is no such change."""
    from doclint.edge.git import GitProblem
    from doclint.edge.patch import BadPatch
    from doclint.run import run_changed

    if staged and revision is not None:
        fail("--staged and --diff are about different changes: give one")
    try:
        change = _change(revision)
    except (GitProblem, BadPatch) as error:
        fail(str(error))
    scope = {None: "staged", "-": "in the diff"}.get(revision, f"changed since {revision}")
    return replace(run_changed(change, paths, config, accept, effort()), scope=scope)


def _change(revision: str | None) -> tuple[ChangedFile, ...]:
    from doclint.edge.git import GitProblem, changed_in_index, changed_since, top_level

    if revision is None:
        return changed_in_index()
    if revision != "-":
        return changed_since(revision)
    from doclint.edge.patch import changed_by

    # git names files from the root of the work tree, other tools from where they run
    roots = [Path.cwd()]
    with suppress(GitProblem):
        roots.insert(0, top_level())
    return changed_by(sys.stdin.buffer.read(), roots)
