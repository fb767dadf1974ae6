"""`--fresh`, `--since` and `--compare`: what git's history adds to a report."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from doclint.cli.effort import effort
from doclint.cli.options import fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.config import Config
    from doclint.model.report import Report

# a month and a year as people mean them when they say how old a line is; the measure was taken in days
_UNITS = {"d": 1, "w": 7, "m": 30, "y": 365}


def days(age: str) -> float:
    """A length of time such as `30d`, `2w`, `6m` or `1y`, in days."""
    match = re.fullmatch(r"(\d+)([dwmy])", age)
    if match is None:
        raise click.BadParameter(f"{age} is no age: write 30d, 2w, 6m or 1y")
    return float(int(match[1]) * _UNITS[match[2]])


def with_fresh(report: Report, limit: float | None, option: str) -> Report | None:
    """The report with findings on lines younger than the limit, in days, marked.

    None where no age was asked for, and where git cannot tell, which is said: a check without it is still a check.
    """
    if limit is None:
        return None
    from doclint.edge.blame import line_ages
    from doclint.edge.git import GitProblem
    from doclint.judge.fresh import marked_fresh

    try:
        ages = line_ages((file.path for file in report.files if file.findings), effort().cache)
    except GitProblem as error:
        click.echo(f"doclint: {option} changes nothing: {error}", err=True)
        return None
    return marked_fresh(report, ages, limit)


def with_comparison(report: Report, revision: str | None, paths: Sequence[str], config: Config) -> Report:
    """The report with what changed since a revision; exits 2 where git cannot tell."""
    if revision is None:
        return report
    from doclint.edge.git import GitProblem, changed_since
    from doclint.judge.compare import compared
    from doclint.run import report_before

    try:
        change = changed_since(revision)
    except GitProblem as error:
        fail(str(error))
    return replace(report, against=compared(report_before(report, change, paths, config, effort()), report, revision))
