"""Many files to their reports: kept ones from the cache, the others in as many processes as pay."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.edge.per_file import settings_for
from doclint.edge.read import read_whole
from doclint.model.report import Failure, FileReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from doclint.edge.cache import Cache
    from doclint.edge.progress import Progress
    from doclint.model.config import Config
    from doclint.model.effort import Effort

    _Judged = tuple[bytes | None, FileReport]

# django's 5.9 MB are 159,000 lines; only the choice between one process and several rests on it
_BYTES_A_LINE = 37

_DEATH = "the process judging it died, perhaps for want of memory: exclude the file, or try --jobs 1"


def reports_of(paths: Sequence[str], config: Config, effort: Effort, *, details: bool = False) -> list[FileReport]:
    """The report of each file, in the order of the paths whatever the effort."""
    from doclint.edge.progress import Progress

    reports: dict[str, FileReport] = {}
    with closing(Progress(len(paths), effort.progress)) as progress:
        # details are the whole file over again: keeping them would fill the cache with what is seldom asked for
        if effort.cache is None or details:
            for path, (_, report) in _judged_all(paths, partial(_judged, config, details, False), effort, progress):
                reports[path] = report
        else:
            from doclint.edge.cache import Cache

            with closing(Cache(Path(effort.cache))) as cache:
                reports |= _kept(paths, config, cache, progress)
                missing = [path for path in paths if path not in reports]
                work = partial(_judged, config, False, True)
                for path, (key, report) in _judged_all(missing, work, effort, progress):
                    reports[path] = report
                    if key is not None:
                        cache.put(key, report)
    return [reports[path] for path in paths]


def lint_file(path: str, config: Config, *, details: bool = False) -> FileReport:
    """The report of one file; a file that cannot be read is a failure of its own and stops nothing."""
    return _judged(config, details, False, path)[1]


def _judged(config: Config, details: bool, keyed: bool, path: str) -> _Judged:
    """The report of a file and the key to keep it under; both from the same bytes, which may change meanwhile."""
    # imported here: where every report is kept, neither LibCST nor the judges are needed
    from doclint.lint import lint_source

    try:
        data = read_whole(path)
    except OSError as error:
        failure = Failure("io", f"{error.strerror}: check that the file exists and is readable")
        return None, FileReport(path, failure=failure)
    settings = settings_for(path, config)
    return _key(data, path, settings) if keyed else None, lint_source(data, path, settings, details=details)


def _kept(paths: Sequence[str], config: Config, cache: Cache, progress: Progress) -> dict[str, FileReport]:
    found: dict[str, FileReport] = {}
    for path in paths:
        with suppress(OSError):
            report = cache.get(_key(read_whole(path), path, settings_for(path, config)))
            if report is not None:
                found[path] = report
                progress.add(report)
    return found


def _key(data: bytes, path: str, config: Config) -> bytes:
    from doclint.edge.cache import key_of

    return key_of(data, path, config)


def _judged_all(
    paths: Sequence[str], work: Callable[[str], _Judged], effort: Effort, progress: Progress
) -> Iterator[tuple[str, _Judged]]:
    """Every file judged, in no particular order."""
    if not paths:
        return
    from doclint.edge.pool import Died, Pool, chunks, processes, without_gc

    lines = [_lines(path) for path in paths]
    count = processes(effort.jobs, sum(lines))
    if count == 1:
        with without_gc():
            for path in paths:
                judged = work(path)
                progress.add(judged[1])
                yield path, judged
        return
    # forked workers share what is imported already
    import doclint.lint  # noqa: F401

    with Pool(work, count, lambda lost: progress.note(_loss(lost))) as pool:
        for path, result in pool.results(chunks(paths, lines)):
            judged = (None, FileReport(path, failure=Failure("io", _DEATH))) if isinstance(result, Died) else result
            progress.add(judged[1])
            yield path, judged


def _lines(path: str) -> int:
    try:
        return os.stat(path).st_size // _BYTES_A_LINE  # noqa: PTH116 - a Path for every file costs more than the call
    except OSError:
        return 0


def _loss(lost: Sequence[str]) -> str:
    files = lost[0] if len(lost) == 1 else f"{len(lost)} files ({lost[0]} to {lost[-1]}), which are tried one by one"
    return f"a worker process died on {files}"
