"""The table of contents of the program: discover -> lint -> rank -> report."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.batch import reports_of
from doclint.edge.discover import chosen, discover
from doclint.edge.per_file import settings_for
from doclint.judge.score import ranked
from doclint.model.effort import Effort
from doclint.model.input import Input
from doclint.model.report import Report
from doclint.source.sheet import OtherLanguage, shown_lines
from doclint.source.text import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doclint.model.change import ChangedFile
    from doclint.model.config import Config


def run(paths: Sequence[str], config: Config, *, details: bool = False, effort: Effort | None = None) -> Report:
    """The report over all files under the paths, sorted by path.

    Raises:
        NoSuchPath: for a path that does not exist.
        NoCluster: when the effort names a cluster that cannot be used.
    """
    inputs = [Input(path, settings_for(path, config)) for path in discover(paths, config)]
    return Report(tuple(reports_of(inputs, effort or Effort(), details=details)))


def run_changed(
    change: Sequence[ChangedFile],
    paths: Sequence[str],
    config: Config,
    accept: Callable[[Report], Report],
    effort: Effort | None = None,
) -> Report:
    """The report over what is new in a change, under the paths: questions about old or moved text are left out.

    `accept` sets apart what a baseline accepts. It sees the whole files: an accepted text that the change left alone
    must not pay for a new copy of it.
    """
    from doclint.judge.novelty import Novelty, only_new

    before = {file.path: _lines(file.before, file.path) for file in change if file.before}
    after = {file.path: _lines(file.after, file.path) for file in change if file.after is not None}
    wanted = frozenset(chosen(tuple(after), paths, config))
    inputs = [
        Input(file.path, settings_for(file.path, config), file.after)
        for file in change
        if file.after is not None and file.path in wanted
    ]
    files = tuple(reports_of(inputs, effort or Effort()))
    novelty = Novelty(before, after)
    return Report(tuple(only_new(file, novelty) for file in accept(Report(files)).files))


def report_before(
    report: Report, change: Sequence[ChangedFile], paths: Sequence[str], config: Config, effort: Effort | None = None
) -> Report:
    """The report as it would have been before a change; files that the change left alone keep theirs."""
    changed = {file.path for file in change}
    wanted = frozenset(chosen([file.path for file in change if file.before], paths, config))
    inputs = [Input(file.path, settings_for(file.path, config), file.before) for file in change if file.path in wanted]
    earlier = reports_of(inputs, effort or Effort())
    kept = [file for file in report.files if os.path.relpath(file.path) not in changed]
    return Report(tuple(sorted([*earlier, *kept], key=lambda file: file.path)))


def _lines(data: bytes, path: str) -> Sequence[str]:
    try:
        return shown_lines(data, path)
    except (Unreadable, OtherLanguage):
        # what cannot be judged can still hold text that moved; every byte is a character of latin-1
        return data.decode("latin-1").splitlines()


def shown_sources(report: Report, top: int | None = None, *, every: bool = False) -> dict[str, tuple[str, ...]]:
    """The lines of each file with something asked in it, by path, of those of the `top` best questions, or of all.

    A file that is gone by now has none.
    """
    wanted = [path for path, _ in ranked(report)[:top]]
    if top is None:
        wanted += [file.path for file in report.files if file.asked or file.cells or every]
    sources: dict[str, tuple[str, ...]] = {}
    for path in dict.fromkeys(wanted):
        with suppress(OSError, Unreadable, OtherLanguage):
            sources[path] = shown_lines(Path(path).read_bytes(), path)
    return sources


def lint_text(data: bytes, path: str, config: Config) -> Report:
    """The report over one source that is not a file, such as an editor's buffer."""
    from doclint.lint import lint_source

    return Report((lint_source(data, path, settings_for(path, config)),))
