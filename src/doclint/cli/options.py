"""Options that several verbs share, and how they become a configuration."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from doclint.model.config import Config
    from doclint.model.report import Report

_Command = TypeVar("_Command", bound="Callable[..., Any]")

EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_UNREADABLE = 3
# what shells report for a program that an interrupt ended: 128 and the signal's number
EXIT_INTERRUPTED = 130


def selection_options(command: _Command) -> _Command:
    """`--config`, `--select`, `--extend-select` and `--ignore`."""
    options = (
        click.option("--ignore", help="Rules to leave out (codes, names or prefixes, comma-separated)."),
        click.option("--extend-select", help="Rules to add to the ones on by default."),
        click.option("--select", help="Run only these rules; ALL means every rule."),
        click.option("--config", "config_file", type=click.Path(dir_okay=False), help="Settings file to use."),
    )
    for option in options:
        command = option(command)
    return command


def configured(config_file: str | None, **changes: Any) -> Config:
    """The configuration of the settings file with the command line's changes on top; exits 2 when it is broken."""
    from doclint.edge.settings_file import BadSettings, load, project_python, settings_file

    try:
        config = load(Path(config_file) if config_file else settings_file(Path.cwd()))
        if not config.requires_python:
            config = replace(config, requires_python=project_python(Path.cwd())[0])
    except BadSettings as error:
        fail(str(error))
    for name in ("select", "extend_select", "ignore"):
        if isinstance(changes.get(name), str):
            changes[name] = tuple(word.strip() for word in changes[name].split(",") if word.strip())
    given = {name: value for name, value in changes.items() if value is not None}
    config = replace(config, **given)
    per_file = tuple(selector for _, selectors in config.per_file_ignores for selector in selectors)
    _known((*config.select, *config.extend_select, *config.ignore, *per_file))
    return config


def _known(selectors: tuple[str, ...]) -> None:
    """Exits 2 for a selector that means no rule: a misspelt one would silently select nothing."""
    # loading the rules is a quarter of the time that a run takes when every report is kept
    if not selectors:
        return
    import difflib

    from doclint.rules import RULES
    from doclint.rules.selection import matches

    for selector in selectors:
        if not any(matches(rule, selector) for rule in RULES):
            near = difflib.get_close_matches(selector, [word for rule in RULES for word in (rule.code, rule.name)], n=1)
            hint = f"; did you mean `{near[0]}`?" if near else "; see `doclint rules`"
            fail(f"no rule is called `{selector}`{hint}")


def fail(message: str) -> NoReturn:
    """Says what is wrong on stderr and exits with a usage error."""
    click.echo(f"doclint: {message}", err=True)
    sys.exit(EXIT_USAGE)


def exit_code(report: Report, config: Config, *, exit_zero: bool = False) -> int:
    """0 clean, 1 findings at or above `fail_on` or a score below `fail_under`, 3 where a file could not be read."""
    from doclint.judge.score import score_of
    from doclint.model.finding import Severity

    if any(file.failure for file in report.files):
        return EXIT_UNREADABLE
    if exit_zero:
        return 0
    score = score_of(step for file in report.files for step in file.asked)
    if config.fail_under is not None and score is not None and score < config.fail_under:
        return EXIT_FINDINGS
    if config.fail_on == "never":
        return 0
    least = 0 if config.fail_on == "new" else Severity(config.fail_on).rank
    found = any(finding.severity.rank >= least for file in report.files for finding in file.findings)
    return EXIT_FINDINGS if found else 0


def write(text: str, output: str | None) -> None:
    """Writes the result to standard output, or to a file that is replaced whole or not at all."""
    # file names need not be Unicode, and half a name in a result is better than none of it
    text = text.encode(errors="backslashreplace").decode()
    if output is None:
        click.echo(text, nl=False)
        return
    from doclint.edge.write import write_atomically

    try:
        write_atomically(Path(output), text)
    except OSError as error:
        fail(f"{output}: {error.strerror}: name a file in a folder that exists")
