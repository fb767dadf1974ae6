"""WHY204: a link or number without the clause that it settles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.model.remark import Placement
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import REFERENCE, words_of

if TYPE_CHECKING:
    from doclint.model.remark import Remark
    from doclint.rules.base import Page

# a thread has many sentences, and the reader must find the one; a section of a specification is itself the clause
_THREAD = re.compile(
    r"/(issues?|pulls?|merge_requests|discussions?|questions|bug|ticket|browse|pipermail|archives|a|q)/"
    r"|stackoverflow|stackexchange|show_bug|bugs?\.|(?<!\w)#\d+|\b(gh|bpo|issue|bug|pr|ticket|pull)s?[-/ #]*\d+"
    r"|\b[A-Z][A-Z]+-\d+\b",
)

# a slug of four words or more is the clause
_TELLING = re.compile(r"/\w+(-\w+){3,}")

# lines between two comments that still read as one
_NEAR = 2

_PLACED = frozenset({Placement.LEAD, Placement.TRAILING, Placement.BLOCK_HEADER, Placement.INSIDE})
_INTRODUCTION = re.compile(
    r"\b(see|cf|refs?|references?|issues?|bugs?|fix(es|ed)?|close[sd]?|gh|link|url|source|also|and|at|in|from|the|docs?"
    r"|more|details?|info|for|github|discussion|pull|pr)\b|[\W\d_]",
    re.I,
)


_DIGIT_OR_LINK = re.compile(r"\d|://")


class BareReference(RemarkRule):
    """A comment that is nothing but a link or an issue number.

    What it asks
    ------------
    What does the reference settle here, in one clause?

    Why it matters
    --------------
    The reader has to leave the code, read a thread and guess which of its sentences was meant. Links die, trackers
    move, and offline there is nothing at all.

    Example
    -------
    ::

        # see #1234
        stream.seek(0)

    A good answer
    -------------
    ::

        # the checksum left the stream at its end (#1234)
        stream.seek(0)
    """

    code = "WHY204"
    name = "bare-reference"
    severity = Severity.INFO
    default = True
    measured = Measured(0.81, 37, "source of data or code")
    remedy = "add the clause that the reference settles"
    VALID = (
        "# the checksum left the stream at its end (#1234)\nstream.seek(0)\n",
        "# step 12\nstream.seek(0)\n",
    )
    INVALID = (
        "def rewind(stream):\n    # see #1234\n    stream.seek(0)\n",
        "stream.seek(0)  # https://example.org/issues/1234\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement not in _PLACED:
            return None
        text = words_of(remark)
        # most comments hold neither, and the pattern itself is slow
        found = REFERENCE.search(text) if _DIGIT_OR_LINK.search(text) else None
        if found is None or not _THREAD.search(found.group()) or _INTRODUCTION.sub("", REFERENCE.sub("", text)):
            return None
        if _TELLING.search(found.group()) or page.reading.steps[remark.step].node == "Raise":
            return None
        if _continues(index, page) or _heads_entry(remark, page):
            return None
        # last, because judging a text costs more than all the tests before it
        if page.reasons[index].strength > 1:
            return None
        return f"What does {found.group().rstrip('.,;:)>]')} settle here, in one clause?"


def _heads_entry(remark: Remark, page: Page) -> bool:
    """Whether an entry of a table follows: the link then says where its data came from."""
    below = page.reading.lines[remark.span.end_line : remark.span.end_line + 1]
    return remark.placement is Placement.INSIDE and any(line.lstrip().startswith(("'", '"')) for line in below)


def _continues(index: int, page: Page) -> bool:
    """Whether another comment stands right above, or a message or comment below: the reference then belongs to it."""
    remarks = page.reading.remarks
    span = remarks[index].span
    around = [remarks[near].span for near in (index - 1, index + 1) if 0 <= near < len(remarks)]
    return any(0 <= span.line - other.end_line <= _NEAR or 0 <= other.line - span.end_line <= _NEAR for other in around)
