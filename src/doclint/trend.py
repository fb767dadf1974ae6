"""A project's history to its scores: each revision's files, judged by today's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.batch import judged
from doclint.edge.discover import chosen
from doclint.edge.history import contents, snapshots
from doclint.edge.per_file import settings_for
from doclint.judge.score import score_of
from doclint.model.effort import Effort
from doclint.model.input import Input
from doclint.model.report import Failure
from doclint.model.trend import Point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.model.config import Config
    from doclint.model.report import Asked
    from doclint.model.trend import Blob, Snapshot


def trend(revisions: str, paths: Sequence[str], config: Config, effort: Effort | None = None) -> list[Point]:
    """A point a revision, oldest first.

    A file that revisions share is judged once, and kept for the next run: most commits change a few files out of many.

    Raises:
        GitProblem: when git does not know the revisions.
        NoCluster: when the effort names a cluster that cannot be used.
    """
    taken = snapshots(revisions)
    blobs = list(dict.fromkeys(blob for snapshot in taken for blob in snapshot.blobs))
    # asked of all revisions together: matching patterns costs more than all else for files that are kept
    wanted = frozenset(chosen(list(dict.fromkeys(blob.path for blob in blobs)), paths, config))
    blobs = [blob for blob in blobs if blob.path in wanted]
    inputs = [Input(blob.path, settings_for(blob.path, config), blob=blob.name, size=blob.size) for blob in blobs]
    reports = judged(inputs, effort or Effort(), fetch=_with_contents)
    asked = {blobs[number]: report.asked for number, report in reports}
    return [_point(snapshot, asked) for snapshot in taken]


def _with_contents(inputs: Sequence[Input]) -> list[Input]:
    data = contents(each.blob for each in inputs)
    # a partial clone leaves objects where they came from
    lacking = Failure("io", "git has not fetched this object: run `git fetch --refetch`")
    return [each._replace(data=data.get(each.blob, lacking)) for each in inputs]


def _point(snapshot: Snapshot, asked: Mapping[Blob, Sequence[Asked]]) -> Point:
    steps = [step for blob in snapshot.blobs for step in asked.get(blob, ())]
    answered = sum(step.answered for step in steps)
    return Point(snapshot.name, snapshot.commit, snapshot.day, score_of(steps), len(steps), answered)
