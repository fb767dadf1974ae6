"""WHY203: a reason that fits every line of code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import COMMENTS, REFERENCE, words_of

if TYPE_CHECKING:
    from doclint.rules.base import Page

# "if needed" says when, "for testing" says where, and "for clarity" or "for convenience" is mostly all there is to say
_REASONS = re.compile(
    r"\bfor (performance|efficiency|speed|optimi[sz]ation|compatibility|safety|security|robustness|good measure|"
    r"some reason)|\breasons?\b|just in case|^because|to make (it|this|things) work|to be safe|best practice|"
    r"ensure correctness|works on my machine|don'?t ask",
    re.I,
)
# what is cached, compiled once or made local is so for speed: the mechanism says it all
_SAYS_ENOUGH = re.compile(
    r"\b(cach|precalc|precomput|local|shortcut|module level|once|same|reached|should (not|never))"
    r"|\b(check|test|verify|validate|ensure|keep|kept|too \w+)\b",
    re.I,
)

# a longer text has named something by the time it ends in the phrase
_SHORT = 10

_FOLLOW_UPS = (
    (re.compile(r"performance|efficien|speed|optimi", re.I), "what was slow, and by how much?"),
    (re.compile(r"compat|historical|legacy", re.I), "with what, and until when?"),
    (re.compile(r"safe|secur|just in case|good measure|robust", re.I), "against which case?"),
    (re.compile(r"some|various|obvious|technical", re.I), "which one?"),
)


class HollowReason(RemarkRule):
    """A reason that names nothing: "for performance", "just in case", "because it is needed".

    What it asks
    ------------
    What was slow, which case, needed by whom?

    Why it matters
    --------------
    It looks like an answer, so nobody asks again, but it fits every line of every program. Whoever wants to change
    the code cannot tell whether the reason still holds.

    Example
    -------
    ::

        # for performance reasons
        names = tuple(names)

    A good answer
    -------------
    ::

        # hashed on every lookup below, and a list has no hash
        names = tuple(names)
    """

    code = "WHY203"
    name = "hollow-reason"
    severity = Severity.INFO
    default = True
    measured = Measured(0.88, 17, "the rest of the text names it")
    remedy = "name the case, the caller or the measurement"
    VALID = (
        "# hashed on every lookup below, and a list has no hash\nnames = tuple(names)\n",
        "# for performance: the loop below took 80 % of the import\nnames = tuple(names)\n",
    )
    INVALID = (
        "# for performance reasons\nnames = tuple(names)\n",
        "def stop(lock):\n    # just in case\n    lock.release()\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        text = words_of(remark)
        # judging a text costs more than looking whether one of the phrases is in it at all
        if remark.placement not in COMMENTS or not _REASONS.search(text):
            return None
        reason = page.reasons[index]
        if reason.hollow is None or reason.strength > 1 or reason.kind in {"todo", "code", "directive", "legal"}:
            return None
        if not _REASONS.search(reason.hollow) or len(text.split()) > _SHORT:
            return None
        if REFERENCE.search(text) or _SAYS_ENOUGH.search(text):
            return None
        follow_up = next(
            (asked for pattern, asked in _FOLLOW_UPS if pattern.search(reason.hollow)), "what happens otherwise?"
        )
        return f'"{reason.hollow}": {follow_up}'
