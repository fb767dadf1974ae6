"""Many files to their reports: kept ones from the cache, the others judged in processes or on a cluster."""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.edge.per_file import settings_for
from doclint.edge.read import read_whole
from doclint.model.effort import LOCAL
from doclint.model.input import Input
from doclint.model.report import Failure, FileReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from doclint.edge.cache import Cache
    from doclint.edge.cluster import Cluster
    from doclint.edge.pool import Pool
    from doclint.edge.progress import Progress
    from doclint.model.config import Config
    from doclint.model.effort import Effort

    # what a report is kept under, where it is kept at all
    Judged = tuple[bytes | None, FileReport]
    Numbered = tuple[int, Input]
    Fetch = Callable[[Sequence[Input]], Sequence[Input]]

# django's 5.9 MB are 159,000 lines; only the choice between one process and several rests on it
_BYTES_A_LINE = 37

_DEATH = "the process judging it died, perhaps for want of memory: exclude the file, or try --jobs 1"


def reports_of(inputs: Sequence[Input], effort: Effort, *, details: bool = False) -> list[FileReport]:
    """The report of each file, in the order of the inputs whatever the effort."""
    found = dict(judged(inputs, effort, details=details))
    return [found[number] for number in range(len(inputs))]


def judged(
    inputs: Sequence[Input], effort: Effort, *, details: bool = False, fetch: Fetch | None = None
) -> Iterator[tuple[int, FileReport]]:
    """The number of each file with its report, in no particular order.

    `fetch` gets the bytes of files that are not on disk, some at a time and only of those that must be judged.

    Raises:
        NoCluster: when the effort names a cluster that cannot be used.
    """
    work = partial(judge, details, effort.cache is not None and effort.executor == LOCAL)
    with closing(_Tally(len(inputs), effort, details)) as tally:
        missing = []
        for number, each in enumerate(inputs):
            report = tally.kept(each)
            if report is None:
                missing.append((number, each))
            else:
                yield number, report
        for (number, each), answer in _judged_all(missing, work, effort, fetch, tally.progress):
            yield number, tally.keep(each, answer)


class _Tally:
    """What a run has so far: the cache, where there is one, and how far it is."""

    def __init__(self, files: int, effort: Effort, details: bool) -> None:
        from doclint.edge.progress import Progress

        self.progress: Progress = Progress(files, effort.progress)
        self._details = details
        self._cache: Cache | None = None
        if effort.cache is not None:
            from doclint.edge.cache import Cache

            self._cache = Cache(Path(effort.cache))

    def kept(self, each: Input) -> FileReport | None:
        if self._cache is None:
            return None
        key = _key(each if each.blob else read(each), self._details)
        report = None if key is None else self._cache.get(key)
        if report is not None:
            self.progress.add(report)
        return report

    def keep(self, each: Input, answer: Judged) -> FileReport:
        key, report = answer
        self.progress.add(report)
        # whatever kept a file from being read may be gone by the next run
        if self._cache is not None and not (report.failure and report.failure.kind == "io"):
            key = key or _key(each, self._details)
            if key is not None:
                self._cache.put(key, report)
        return report

    def close(self) -> None:
        self.progress.close()
        if self._cache is not None:
            self._cache.close()


def lint_file(path: str, config: Config, *, details: bool = False) -> FileReport:
    """The report of one file; a file that cannot be read is a failure of its own and stops nothing."""
    return judge(details, False, (0, Input(path, settings_for(path, config))))[1]


def judge(details: bool, keyed: bool, item: Numbered) -> Judged:
    """The report of a file and the key to keep it under; both from the same bytes, which may change meanwhile."""
    # imported here: where every report is kept, neither LibCST nor the judges are needed
    from doclint.lint import lint_source

    each = read(item[1])
    if not isinstance(each.data, bytes):
        return None, FileReport(each.path, failure=each.data)
    report = lint_source(each.data, each.path, each.config, details=details)
    return _key(each, details) if keyed else None, report


def read(each: Input) -> Input:
    """The input with its bytes, or with the reason why it has none."""
    if each.data is not None:
        return each
    try:
        return each._replace(data=read_whole(each.path))
    except OSError as error:
        return each._replace(data=Failure("io", f"{error.strerror}: check that the file exists and is readable"))


def _key(each: Input, details: bool) -> bytes | None:
    """What the report of an input is kept under; None where its bytes are not known."""
    from doclint.edge.cache import blob_of, key_of

    blob = each.blob or (blob_of(each.data) if isinstance(each.data, bytes) else "")
    return key_of(blob, each.path, each.config, details=details) if blob else None


def _judged_all(
    items: Sequence[Numbered],
    work: Callable[[Numbered], Judged],
    effort: Effort,
    fetch: Fetch | None,
    progress: Progress,
) -> Iterator[tuple[Numbered, Judged]]:
    """Every file judged, in no particular order."""
    if not items:
        return
    from doclint.edge.pool import chunks, processes, without_gc

    lines = [line_count(each) for _, each in items]
    count = processes(effort.jobs, sum(lines))
    groups = chunks(zip(items, lines, strict=True), chunk_lines(effort))
    if fetch is not None:
        groups = _fetched(groups, fetch)
    if count == 1 and effort.executor == LOCAL:
        with without_gc():
            for group in groups:
                for item in group:
                    yield item, work(item)
        return
    yield from on_executor(groups, work, effort, count, progress.note)


def chunk_lines(effort: Effort) -> int:
    """About how many lines go to a worker at once."""
    from doclint.edge.pool import CHUNK_LINES

    if effort.executor == LOCAL:
        return CHUNK_LINES
    from doclint.edge.cluster import CLUSTER_CHUNK_LINES

    return CLUSTER_CHUNK_LINES


def on_executor(
    groups: Iterable[list[Numbered]],
    work: Callable[[Numbered], Judged],
    effort: Effort,
    count: int,
    note: Callable[[str], None],
) -> Iterator[tuple[Numbered, Judged]]:
    """Groups of files judged by the workers that the effort names; a file whose worker dies has that for a failure.

    Raises:
        NoCluster: when the cluster cannot be used.
    """
    from doclint.edge.pool import Died

    with _executor(work, effort, count, lambda lost: note(_loss([each.path for _, each in lost]))) as executor:
        # workers of a cluster see no disk of ours
        filled = groups if effort.executor == LOCAL else ([(n, read(each)) for n, each in group] for group in groups)
        for item, result in executor.results(filled):
            if isinstance(result, Died):
                yield item, (None, FileReport(item[1].path, failure=Failure("io", _DEATH)))
            else:
                yield item, result


def _executor(
    work: Callable[[Numbered], Judged], effort: Effort, count: int, died: Callable[[list[Numbered]], None]
) -> Pool[Numbered, Judged] | Cluster[Numbered, Judged]:
    if effort.executor != LOCAL:
        from doclint.edge.cluster import Cluster

        return Cluster(effort.executor, work, died)
    # forked workers share what is imported already
    import doclint.lint  # noqa: F401
    from doclint.edge.pool import Pool

    return Pool(work, count, died)


def _fetched(groups: Iterable[list[Numbered]], fetch: Fetch) -> Iterator[list[Numbered]]:
    for group in groups:
        found = fetch([each for _, each in group])
        yield [(number, each) for (number, _), each in zip(group, found, strict=True)]


def line_count(each: Input) -> int:
    """About how many lines a file has, told by its size."""
    if isinstance(each.data, bytes):
        return len(each.data) // _BYTES_A_LINE
    if each.size is not None:
        return each.size // _BYTES_A_LINE
    try:
        return os.stat(each.path).st_size // _BYTES_A_LINE  # noqa: PTH116 - a Path for each costs more than the call
    except OSError:
        return 0


def _loss(lost: Sequence[str]) -> str:
    files = lost[0] if len(lost) == 1 else f"{len(lost)} files ({lost[0]} to {lost[-1]}), which are tried one by one"
    return f"a worker process died on {files}"
