"""Which text of a change is new, and which only moved, was reindented or rewrapped."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from doclint.judge.wording import code_of, comment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from doclint.model.report import FileReport
    from doclint.model.span import Span


class Novelty:
    """Tells new text from old over all files of a change, so that a move between files is seen as one.

    `before` and `after` map paths to source lines. White space never counts, and a comment beside code is no part of
    the code: who answers one silent handler and adds another has added one. Where a text stands more often than it
    did, the lines the change left alone are the old ones, then those that kept the line above them: copying an old
    text makes one new occurrence, not two.
    """

    def __init__(self, before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> None:
        self._known = frozenset(before)
        self._lines = after
        self._code = _View(before, after, code_of)
        self._comments = _View(before, after, comment_of)

    def is_new(self, path: str, span: Span) -> bool:
        """Whether a span of the new version, of code or of a comment, says something that the old versions did not.

        A span without width stands for the whole file, which is new where there was none.
        """
        if (span.line, span.column) == (span.end_line, span.end_column):
            return path not in self._known
        starts_at = self._lines[path][span.line - 1][span.column - 1 :]
        view = self._comments if starts_at.startswith("#") else self._code
        return view.is_new(path, span)


def only_new(report: FileReport, novelty: Novelty) -> FileReport:
    """The report with only the questions whose text is new."""
    path = report.path
    return replace(
        report,
        asked=tuple(asked for asked in report.asked if novelty.is_new(path, asked.span)),
        findings=tuple(finding for finding in report.findings if novelty.is_new(path, finding.span)),
        accepted=tuple(finding for finding in report.accepted if novelty.is_new(path, finding.span)),
        suppressed=tuple(closed for closed in report.suppressed if novelty.is_new(path, closed.finding.span)),
    )


class _View:
    """Both sides of a change as one part of each line: its code, or its comment."""

    def __init__(
        self, before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]], part: Callable[[str], str]
    ) -> None:
        self._before = {path: _Text([part(line) for line in before[path]]) for path in sorted(before)}
        self._after = {path: _Text([part(line) for line in after[path]]) for path in sorted(after)}
        self._old: dict[str, frozenset[tuple[str, int]]] = {}
        self._touched: dict[str, frozenset[int]] = {}

    def is_new(self, path: str, span: Span) -> bool:
        rows = self._after[path].rows[span.line - 1 : span.end_line]
        needle = "".join(rows)
        if not needle:
            return path not in self._before
        if needle not in self._old:
            self._old[needle] = self._old_places(needle)
        first = span.line + next(index for index, row in enumerate(rows) if row)
        return (path, first) not in self._old[needle]

    def _old_places(self, needle: str) -> frozenset[tuple[str, int]]:
        earlier = [text.above(line) for text in self._before.values() for line in text.find(needle)]
        places = [(path, line) for path, text in self._after.items() for line in text.find(needle)]
        if 0 < len(earlier) < len(places):
            above = frozenset(earlier)
            length = len(needle)
            places.sort(key=lambda place: (self._is_touched(place, length), self._above(place) not in above, place))
        return frozenset(places[: len(earlier)])

    def _above(self, place: tuple[str, int]) -> str:
        return self._after[place[0]].above(place[1])

    def _is_touched(self, place: tuple[str, int], length: int) -> bool:
        path, line = place
        if path not in self._touched:
            old = self._before[path].rows if path in self._before else []
            self._touched[path] = _added(old, self._after[path].rows)
        return not self._touched[path].isdisjoint(range(line, self._after[path].last(line, length) + 1))


class _Text:
    """Lines without their white space, searchable across line ends."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = rows

    @cached_property
    def _joined(self) -> str:
        return "".join(self.rows)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(row) for row in self.rows)]

    @cached_property
    def _borders(self) -> frozenset[int]:
        return frozenset(self._starts)

    def find(self, needle: str) -> list[int]:
        """The lines at which whole lines that read as the needle begin."""
        found, position = [], self._joined.find(needle)
        while position >= 0:
            if position in self._borders and position + len(needle) in self._borders:
                found.append(self._line(position))
            position = self._joined.find(needle, position + 1)
        return found

    def last(self, line: int, length: int) -> int:
        """The last line of a text of that length that begins at a line."""
        return self._line(self._starts[line - 1] + length - 1)

    def above(self, line: int) -> str:
        """The nearest line above that is not blank."""
        return next((row for row in reversed(self.rows[: line - 1]) if row), "")

    def _line(self, position: int) -> int:
        # blank lines start where the next line starts: bisect_right steps over them
        return bisect_right(self._starts, position)


def _added(before: Sequence[str], after: Sequence[str]) -> frozenset[int]:
    """The 1-based lines of `after` that a line diff calls added."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    # the diff is quadratic at worst, and most changes leave most of a file's beginning alone
    matcher = difflib.SequenceMatcher(None, before[same:], after[same:], autojunk=False)
    return frozenset(
        same + line + 1
        for kind, _, _, first, end in matcher.get_opcodes()
        if kind in {"insert", "replace"}
        for line in range(first, end)
    )
