"""How a check uses a baseline: what it accepts is set apart, and what nothing needs any more leaves the file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.cli.options import fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from doclint.judge.accept import Ledger
    from doclint.model.baseline import Baseline
    from doclint.model.config import Config
    from doclint.model.report import Report

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def baseline_options(command: _Command) -> _Command:
    """`--baseline FILE` and `--no-baseline`."""
    options = (
        click.option("--no-baseline", is_flag=True, help="Show what the baseline accepts, too."),
        click.option("--baseline", "baseline_name", type=click.Path(dir_okay=False), help="Baseline to use."),
    )
    for option in options:
        command = option(command)
    return command


class Acceptor:
    """The baseline of a run, if there is one; exits 2 where it is broken."""

    def __init__(self, name: str | None, config: Config, *, ignored: bool = False) -> None:
        from doclint.edge.baseline_file import BadBaseline, baseline_file, load

        file = Path(name) if name else baseline_file(Path.cwd())
        self._ledger: Ledger | None = None
        self._left: Baseline | None = None
        if file is None or ignored:
            return
        self.file = file
        try:
            self._ledger = ledger_of(file, load(file), config)
        except BadBaseline as error:
            fail(str(error))

    def __call__(self, report: Report) -> Report:
        """The report with what the baseline accepts set apart."""
        from doclint.judge.accept import accepted

        if self._ledger is None:
            return report
        report, self._left = accepted(report, self._ledger)
        return report

    def shrink(self) -> None:
        """Rewrites the file without the entries that were answered, where a person runs the check.

        A service's checkout is thrown away, and pre-commit calls a hook failed that changes a file.
        """
        from doclint.edge.baseline_file import save

        if self._ledger is None or self._left is None or self._left == self._ledger.baseline:
            return
        gone = len(self._ledger.baseline.entries) - len(self._left.entries)
        if os.environ.get("CI") or os.environ.get("PRE_COMMIT"):
            return
        try:
            save(self.file, self._left)
        except OSError as error:
            click.echo(f"doclint: {self.file}: {error.strerror}: the baseline stays as it is", err=True)
        else:
            told = f"{gone} answered, {len(self._left.entries)} left" if gone else "followed what moved"
            click.echo(f"doclint: {self.file.name}: {told}", err=True)


def ledger_of(file: Path, baseline: Baseline, config: Config) -> Ledger:
    """The baseline of a file with what the decision about it takes."""
    from functools import partial

    from doclint.edge.baseline_file import missing_from, name_in
    from doclint.judge.accept import Ledger
    from doclint.rules.selection import Selection

    rules = frozenset(rule.code for rule in Selection.of(config).rules)
    return Ledger(baseline, partial(name_in, file), missing_from(file, baseline), rules)
