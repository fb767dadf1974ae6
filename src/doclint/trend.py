"""A project's history to its scores: each revision's files, judged by today's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.edge.discover import chosen
from doclint.edge.history import contents, snapshots
from doclint.edge.per_file import settings_for
from doclint.judge.score import score_of
from doclint.lint import lint_source
from doclint.model.trend import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.config import Config
    from doclint.model.report import Asked
    from doclint.model.trend import Snapshot


def trend(revisions: str, paths: Sequence[str], config: Config) -> list[Point]:
    """A point a revision, oldest first.

    A file that two revisions share is judged once: most commits change a few files out of many.

    Raises:
        GitProblem: when git does not know the revisions.
    """
    judged: dict[tuple[str, str], tuple[Asked, ...]] = {}
    return [_point(snapshot, paths, config, judged) for snapshot in snapshots(revisions)]


def _point(
    snapshot: Snapshot, paths: Sequence[str], config: Config, judged: dict[tuple[str, str], tuple[Asked, ...]]
) -> Point:
    wanted = frozenset(chosen([path for path, _ in snapshot.blobs], paths, config))
    files = [file for file in snapshot.blobs if file[0] in wanted]
    unknown = [file for file in files if file not in judged]
    data = contents(blob for _, blob in unknown)
    for path, blob in unknown:
        judged[path, blob] = lint_source(data[blob], path, settings_for(path, config)).asked
    asked = [step for file in files for step in judged[file]]
    answered = sum(step.answered for step in asked)
    return Point(snapshot.name, snapshot.commit, snapshot.day, score_of(asked), len(asked), answered)
