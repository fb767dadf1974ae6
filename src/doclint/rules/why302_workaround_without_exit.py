"""WHY302: a workaround that nobody will know when to remove."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import COMMENTS, REFERENCE, words_of

if TYPE_CHECKING:
    from doclint.rules.base import Page

# "a hack to …" and "HACK:", not "hacking guide", "temporary file" or a function's own name
_WORKAROUND = re.compile(
    r"\b(work[- ]?arounds?|working around|work around|(ugly|dirty|horrible|quick|nasty|gross) hack|hack(s|y|ish)?|"
    r"kludge|stop-?gap|temporary (fix|solution|hack|measure))\b",
    re.I,
)
_EXIT = re.compile(
    r"\b(until|till|once|when(ever)?|remove|removed|after|as soon as|drop(s|ped)?|deprecat\w+|fixed|fixes|resolved|"
    r"upstream|v?\d+\.\d+|python ?[23]|<=?|>=?)\b|[<>]=?",
    re.I,
)

# a text that goes on after the tag has said what it works around more often than not
_SHORT = 5
_UNDOING = re.compile(r"(undo|avoid|end|clear|no |not |without|instead)", re.I)


class WorkaroundWithoutExit(RemarkRule):
    """A workaround that names neither its culprit nor the event that retires it.

    What it asks
    ------------
    What is being worked around, and what event lets this go?

    Why it matters
    --------------
    Workarounds outlive what they work around. Without the culprit's name nobody can check whether it was fixed, so
    nobody dares to remove the detour, and the next change is built on top of it.

    Example
    -------
    ::

        # hack to make it pass
        time.sleep(0)

    A good answer
    -------------
    ::

        # the driver below 2.1 drops the first frame; goes when 2.1 is required
        time.sleep(0)
    """

    code = "WHY302"
    name = "workaround-without-exit"
    severity = Severity.INFO
    default = True
    measured = Measured(0.85, 27, "culprit named")
    remedy = "name the culprit and the version or issue that lets it go"
    VALID = (
        "# workaround for a bug of driver 2.0, remove when 2.1 is required\ntime.sleep(0)\n",
        "# ugly hack, see #123\ntime.sleep(0)\n",
    )
    INVALID = (
        "# ugly hack\ntime.sleep(0)\n",
        "time.sleep(0)  # quick hack\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement not in COMMENTS:
            return None
        text = words_of(remark)
        found = _WORKAROUND.search(text)
        if found is None or len(text.split()) > _SHORT or _UNDOING.match(text):
            return None
        if REFERENCE.search(text) or _EXIT.search(text):
            return None
        # last, because judging a text costs more than all the tests before it
        reason = page.reasons[index]
        if reason.strength > 1 or reason.kind in {"code", "directive", "legal"}:
            return None
        return f'"{found.group()}": what is being worked around, and what event lets this go?'
