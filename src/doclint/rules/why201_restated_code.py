"""WHY201: a comment that says what the next line says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.model.remark import Placement
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import quoted, words_of

if TYPE_CHECKING:
    from doclint.model.reading import Reading
    from doclint.model.remark import Remark
    from doclint.rules.base import Page

_BESIDE = frozenset({Placement.LEAD, Placement.TRAILING, Placement.BLOCK_HEADER})
_JUDGED = frozenset({"what", "other"})
_DEFINITIONS = frozenset({"Import", "ImportFrom", "FunctionDef", "AsyncFunctionDef", "ClassDef"})

# says in which case the code runs; where that is not the statement's own condition, it is not at once in view
_CASE = re.compile(
    r"(?:if|when|where|while|unless|until|otherwise|else|in|on|for|with|without|after|before|no|not|none|new|hit|miss)\b",
    re.I,
)
_RULED = re.compile(r"[-=*#~_]{3}")
# a name written as code, a bracket or a second clause may be what the comment adds
_ADDS = re.compile(
    r"[(;:\[{<>=]|__|\.\w|\b(not|only|all|both|again|always|never|each|every|also|already|still)\b", re.I
)

# the text judge's labels, whose border is one half, are kinder than readers who are asked whether a report is right:
# those share .86 from here on (docs/how-well-it-judges.md) and .83 from one half
_RESTATES = 0.55

# a comment above more lines than this is a heading for them: it lets a reader skip the block
_FEW_LINES = 3


class RestatedCode(RemarkRule):
    """A comment whose words are all in the code beside it.

    What it asks
    ------------
    What would you tell a colleague who asked why?

    Why it matters
    --------------
    The comment costs a line and an edit at every change, and teaches readers to skip the comments that do explain.
    Deleting it is as good an answer as replacing it. Labels above longer blocks, texts with a number, a link or a
    quotation, and docstrings are left alone: they add something that the next line does not show.

    Example
    -------
    ::

        # increment the counter
        counter += 1

    A good answer
    -------------
    ::

        # the terminator takes a slot too
        counter += 1
    """

    code = "WHY201"
    name = "restated-code"
    severity = Severity.INFO
    default = True
    measured = Measured(0.86, 365, "a word that helps a little")
    remedy = "delete the comment, or say what the code cannot"
    VALID = (
        "# the terminator takes a slot too\ncounter += 1\n",
        "# close the connection\nconnection.flush()\nconnection.drain()\nconnection.stop()\nconnection.close()\n",
        "# see https://example.org/counter\ncounter += 1\n",
        "class Shop:\n    #: create the session\n    session = create_session()\n",
        "def load(text):\n    if is_bytes(text):\n        # if already bytes, return the text\n        return text\n",
    )
    INVALID = (
        "def run(session):\n    # if the session is open, close it\n    if session.is_open:\n        session.close()\n",
        "def pack(items):\n    # serialize the items\n    return serialize(items)\n",
        "def add(counter):\n    # increment the counter\n    counter += 1\n",
        "def stop(connection):\n    # close the connection\n    connection.close()\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement not in _BESIDE:
            return None
        text = words_of(remark)
        # the documentation of an attribute is for readers who never see its line
        if remark.text.startswith("#:"):
            return None
        if " " not in text or _RULED.search(remark.text) or _ADDS.search(text):
            return None
        node = page.reading.steps[remark.step].node
        if node in _DEFINITIONS or (_CASE.match(text) and node != "If") or _heads_block(remark, page.reading):
            return None
        # last, because judging a text costs more than all the tests before it
        reason = page.reasons[index]
        if reason.strength > 0 or reason.kind not in _JUDGED or reason.restates < _RESTATES:
            return None
        return f"The code already says {quoted(text)}: what would you tell a colleague who asked why?"


def _heads_block(remark: Remark, reading: Reading) -> bool:
    """Whether more than a few lines follow before a blank line or a dedent."""
    if remark.placement is Placement.TRAILING:
        return False
    below = reading.lines[remark.span.end_line : remark.span.end_line + _FEW_LINES + 1]
    indent = remark.span.column - 1
    return len(below) > _FEW_LINES and all(line.strip() and not line[:indent].strip() for line in below)
