"""Many repositories and archives to the reports of their files, by processes of this machine or a cluster."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from doclint.batch import chunk_lines, judge, line_count, on_executor
from doclint.edge.pool import available, chunks
from doclint.edge.survey.source import entries
from doclint.model.report import FileReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.batch import Numbered
    from doclint.edge.progress import Progress
    from doclint.model.config import Config
    from doclint.model.effort import Effort

    Surveyed = tuple[str, list[FileReport]]


def survey(sources: Sequence[str], config: Config, effort: Effort, progress: Progress) -> Iterator[Surveyed]:
    """Each source with the reports of its files by path, in the order given, so that the tables are always the same.

    A source that cannot be had, or holds no Python, has one report without a path. Sources are read while earlier ones
    are judged: memory holds a few chunks of files, and the reports of sources that wait for an earlier one.

    Raises:
        NoCluster: when the effort names a cluster that cannot be used.
    """
    gathering = _Gathering(sources, config)
    # processes even for one job: a file that takes the judge down must not take the survey with it
    groups = chunks(gathering.inputs(), chunk_lines(effort))
    count = effort.jobs or available()
    for (number, _), (_, report) in on_executor(groups, partial(judge, False, False), effort, count, progress.note):
        progress.add(report)
        gathering.judged(number, report)
        yield from gathering.complete()
    yield from gathering.complete()


@dataclass
class _Gathered:
    """What is known of a source: it is complete when all of it was read and nothing of it is in work."""

    reports: list[FileReport] = field(default_factory=list)
    in_work: int = 0
    is_read: bool = False


class _Gathering:
    """The reports of the sources that were begun and not handed on yet."""

    def __init__(self, sources: Sequence[str], config: Config) -> None:
        self._sources = sources
        self._config = config
        self._begun: dict[int, _Gathered] = {}
        self._first = 0

    def inputs(self) -> Iterator[tuple[Numbered, int]]:
        """Each file to judge, numbered by its source, with its lines."""
        for number, source in enumerate(self._sources):
            gathered = self._begun[number] = _Gathered()
            for entry in entries(source, self._config):
                if isinstance(entry, FileReport):
                    gathered.reports.append(entry)
                else:
                    gathered.in_work += 1
                    yield (number, entry), line_count(entry)
            gathered.is_read = True

    def judged(self, number: int, report: FileReport) -> None:
        """Notes the report of a file."""
        self._begun[number].reports.append(report)
        self._begun[number].in_work -= 1

    def complete(self) -> Iterator[Surveyed]:
        """Lets go of the sources at the beginning that lack nothing."""
        while True:
            gathered = self._begun.get(self._first)
            if gathered is None or not gathered.is_read or gathered.in_work:
                return
            del self._begun[self._first]
            reports = gathered.reports or [FileReport("", skipped="no-python")]
            yield self._sources[self._first], sorted(reports, key=lambda report: report.path)
            self._first += 1
