"""`doclint check`: the gate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.accepting import Acceptor, baseline_options
from doclint.cli.changes import change_options, changed_report
from doclint.cli.effort import effort, effort_options
from doclint.cli.history import days, with_fresh
from doclint.cli.options import configured, exit_code, fail, selection_options
from doclint.cli.outputs import default_format, emit, output_options, outputs_of
from doclint.model.config import FAIL_ON

if TYPE_CHECKING:
    from doclint.model.config import Config
    from doclint.model.report import Report


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@selection_options
@change_options
@baseline_options
@click.option("--since", type=days, metavar="AGE", help="Ask only about lines younger than this, as in 30d.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Least severity that fails; new: any.")
@click.option("--fail-under", type=float, help="Fail when the score is below this.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--max-findings", type=click.IntRange(min=0), help="Show only the best N; 5 for a change.")
@click.option("--all", "show_all", is_flag=True, help="Show every finding of a change.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--stdin-filename", default="<stdin>", help="Name for the source read from `-`.")
@output_options()
@effort_options
def check(  # noqa: PLR0913 - click hands every option over as an argument of its own
    *,
    paths: tuple[str, ...],
    revision: str | None,
    staged: bool,
    baseline_name: str | None,
    no_baseline: bool,
    since: float | None,
    exit_zero: bool,
    max_findings: int | None,
    show_all: bool,
    statistics: bool,
    stdin_filename: str,
    formats: tuple[str, ...],
    targets: tuple[str, ...],
    **settings: Any,
) -> None:
    """Print the open questions; exit 1 when there are any."""
    from doclint.judge.budget import CHANGE_BUDGET, best_of
    from doclint.judge.fresh import only_fresh

    config = configured(**settings)
    outputs = outputs_of(formats, targets, "statistics" if statistics else default_format())
    accept = Acceptor(baseline_name, config, ignored=no_baseline)
    is_change = staged or revision is not None
    if is_change:
        report = changed_report(revision, staged, paths or (".",), config, accept)
    else:
        report = _report(paths or (".",), config, stdin_filename, accept)
    aged = with_fresh(report, since, "--since")
    due = report if aged is None else only_fresh(aged)
    # a question that is not shown still fails the check
    code = exit_code(due, config, exit_zero=exit_zero)
    budget = CHANGE_BUDGET if is_change and max_findings is None else max_findings
    emit(report if show_all or statistics else best_of(due, budget), outputs)
    sys.exit(code)


def _report(paths: tuple[str, ...], config: Config, stdin_filename: str, accept: Acceptor) -> Report:
    from doclint.edge.discover import NoSuchPath
    from doclint.run import lint_text, run

    if paths == ("-",):
        # an editor's buffer may answer what the file on disk does not, so it shrinks no baseline
        return accept(lint_text(sys.stdin.buffer.read(), stdin_filename, config))
    try:
        report = accept(run(paths, config, effort=effort()))
    except NoSuchPath as error:
        fail(str(error))
    accept.shrink()
    return report
