"""`doclint check`: the gate."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
def check(paths: tuple[str, ...]) -> None:
    """Print the open questions; exit 1 when there are any."""
    from doclint.model.config import Config
    from doclint.run import run

    report = run(paths or (".",), Config())
    findings = [(file.path, finding) for file in report.files for finding in file.findings]
    for path, finding in findings:
        click.echo(
            f"{path}:{finding.span.line}:{finding.span.column}: {finding.code} {finding.rule}: {finding.question}"
        )
    sys.exit(1 if findings else 0)
