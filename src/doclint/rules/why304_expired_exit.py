"""WHY304: the event that was to retire this has happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import COMMENTS, quoted, words_of

if TYPE_CHECKING:
    from doclint.rules.base import Page

_LEAST = re.compile(r"(?:>=|~=|==|>)\s*(3)\.(\d+)")

# "until 3.8 is dropped", "once we require Python 3.9", "remove when Python 3.7 support goes", "Python < 3.8"
_DROPPED = re.compile(
    r"\b(?:until|once|when|after|as soon as)\b[^.;]{0,30}?\b(?:python\s*|py)v?(?P<major>[23])\.(?P<minor>\d+)"
    r"[^.;]{0,25}?\b(?:drop|dropped|gone|unsupported|end[- ]of[- ]life|eol|no longer supported)\b"
    r"|\b(?:until|once|when|after|as soon as)\b[^.;]{0,20}?\b(?:drop|dropping|dropped|stop supporting|remove support)\b"
    r"[^.;]{0,20}?\b(?:python\s*|py)v?(?P<major2>[23])\.(?P<minor2>\d+)",
    re.I,
)
_REQUIRED = re.compile(
    r"\b(?:until|once|when|after|as soon as)\b[^.;]{0,20}?"
    r"\b(?:require|requiring|require[sd]|minimum|only support|at least)\b[^.;]{0,20}?"
    r"\b(?:python\s*|py)?v?(?P<major>3)\.(?P<minor>\d+)"
    r"|\b(?:until|once|when|after|as soon as)\b[^.;]{0,20}?\b(?:python\s*|py)v?(?P<major2>3)\.(?P<minor2>\d+)\+?"
    r"[^.;]{0,12}?\b(?:required|minimum|the (?:minimum|oldest|lowest)|is the)\b",
    re.I,
)

# what is quoted is spoken about, as in the comment above the pattern
_QUOTED = re.compile(r"\"[^\"]*\"|`[^`]*`")


class ExpiredExit(RemarkRule):
    """A comment waits for the end of a Python version that the project no longer supports.

    What it asks
    ------------
    Can this go now?

    Why it matters
    --------------
    The author did everything right and named the exit; it only came while nobody was looking. What the comment
    guards is now dead weight, and often the only thing that keeps old branches alive. The project's own
    `requires-python` decides, so the question comes up in the change that raises it.

    Example
    -------
    ::

        # remove once Python 3.8 is dropped
        from backports import zoneinfo

    A good answer
    -------------
    ::

        import zoneinfo
    """

    code = "WHY304"
    name = "expired-exit"
    default = True
    measured = Measured(1.0, 4, "nothing in a few: versions are compared as numbers")
    remedy = "do what the comment waited for, or correct the version"
    VALID = (
        "# remove once Python 3.99 is dropped\nfrom backports import zoneinfo\n",
        "# Python 3.8 sends None here\nx = 1\n",
    )
    INVALID = (
        "# remove once Python 3.8 is dropped\nfrom backports import zoneinfo\n",
        "import sys\n\n# until we require Python 3.9\nx = dict(a, **b)\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        least = _LEAST.search(page.requires_python)
        if least is None or remark.placement not in COMMENTS:
            return None
        oldest = (int(least[1]), int(least[2]))
        text = _QUOTED.sub("", words_of(remark))
        dropped, required = _DROPPED.search(text), _REQUIRED.search(text)
        if dropped is not None and _version(dropped) < oldest:
            event = dropped.group()
        elif required is not None and _version(required) <= oldest:
            event = required.group()
        else:
            return None
        return f"{quoted(event)}: this project requires Python {oldest[0]}.{oldest[1]} by now, so can it go?"


def _version(match: re.Match[str]) -> tuple[int, int]:
    return int(match["major"] or match["major2"]), int(match["minor"] or match["minor2"])
