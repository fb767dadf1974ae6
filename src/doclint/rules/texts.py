"""What the rules about remarks share: which of them are comments, and how a question quotes one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.judge.prose import bare
from doclint.model.remark import Placement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.remark import Remark

COMMENTS = frozenset(
    {
        Placement.MODULE_HEADER,
        Placement.LEAD,
        Placement.TRAILING,
        Placement.BLOCK_HEADER,
        Placement.INSIDE,
        Placement.FOOTER,
    }
)

# a link, an issue, a PEP, a version or a date: something that a reader can follow up
REFERENCE = re.compile(
    r"https?://\S+|(?<!\w)#\d+|\b(gh|bpo|issue|bug|pr|ticket|pull)s?[-/ #]*\d+|\b[A-Z][A-Z]+-\d+\b"
    r"|\b(rfc|pep|cve)[- ]?\d+|\b\d{4}-\d\d\b",
    re.I,
)

# a quotation longer than this pushes the question itself off a terminal's line
_QUOTED = 60

# a reader finds the others on the lines beside these
_NAMED = 5


def words_of(remark: Remark) -> str:
    """The words of a comment or docstring on one line, comment marks and rulers gone."""
    return _on_one_line(remark.text)


@lru_cache(maxsize=64)
def _on_one_line(comment: str) -> str:
    return " ".join(bare(comment).split())


def quoted(text: str) -> str:
    """The text in quotation marks, cut at a word where it is long."""
    if len(text) > _QUOTED:
        text = text[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return f'"{text}"'


def enumerated(words: Sequence[str]) -> str:
    """`95, 231 and 16`; beyond a handful only how many more there are."""
    shown = list(words[:_NAMED])
    left = len(words) - len(shown)
    last = f"{left} more" if left else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last
