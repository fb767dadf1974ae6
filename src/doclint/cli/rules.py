"""`doclint rules` and `doclint explain`."""

from __future__ import annotations

import inspect

import click

from doclint.cli.options import fail


@click.command()
def rules() -> None:
    """List every rule with its state and severity."""
    from doclint.rules import RULES

    for rule in RULES:
        state = "on " if rule.default else "off"
        click.echo(f"{rule.code}  {state}  {rule.severity.value:8s} {rule.name}")


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show the page of RULE (a code or a name)."""
    from doclint.rules import RULES

    for known in RULES:
        if rule in {known.code, known.name}:
            measured = known.measured
            click.echo(f"{known.code} {known.name}\n\n{inspect.getdoc(type(known))}\n")
            if measured.n:
                click.echo(
                    f"Measured: {measured.precision:.2f} of {measured.n} labelled hits were shared by annotators;"
                )
                click.echo(f"the others were most often excused by: {measured.excuse}.")
            return
    fail(f"no rule is called `{rule}`; see `doclint rules`")
