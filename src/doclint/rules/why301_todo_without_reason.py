"""WHY301: work announced without what it waits for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import COMMENTS, REFERENCE, quoted, words_of

if TYPE_CHECKING:
    from doclint.rules.base import Page

_TAG = re.compile(r"[\W_]*(?P<tag>todo|fixme|xxx|tbd)\b\s*(?P<owner>\([^)]*\))?[\s:.,-]*", re.I)
_EVENT = re.compile(
    r"\b(when|once|until|till|after|as soon as|before|if|unless|because|since|so that|drop(s|ped)?|deprecat\w+|"
    r"remov\w+ in|blocked|wait\w*|next (release|major|version)|v?\d+\.\d+|python ?[23])\b|\?",
    re.I,
)

# longer ones mostly show what is missing, and a reader can judge from that how urgent they are
_TERSE = 3


class TodoWithoutReason(RemarkRule):
    """A TODO that names neither what is wrong now nor what it waits for.

    What it asks
    ------------
    What is wrong until this is done, and what event makes it due?

    Why it matters
    --------------
    Nobody can tell whether such a note is still true, whether it is urgent, or who could do it, so it stays for
    years. With its cause, its issue or its event it can be picked up, and deleted.

    Example
    -------
    ::

        # TODO: handle errors
        send(data)

    A good answer
    -------------
    ::

        # TODO: retry once the server sends Retry-After; until then a second try only doubles its load
        send(data)
    """

    code = "WHY301"
    name = "todo-without-reason"
    severity = Severity.INFO
    measured = Measured(0.5, 14, "what is missing says it all")
    remedy = "name the cause, the issue or the event that makes it due, or delete it"
    VALID = (
        "# TODO: retry once the server sends Retry-After\nsend(data)\n",
        "# TODO(#123): handle errors\nsend(data)\n",
        "# todo list of the user\nshow(items)\n",
    )
    INVALID = (
        "# TODO: handle errors\nsend(data)\n",
        "send(data)  # FIXME\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement not in COMMENTS or page.reasons[index].strength > 0:
            return None
        text = words_of(remark)
        tag = _TAG.match(text)
        # "todo list" is a word of the subject: the tag is written in capitals or with a colon
        if tag is None or not (tag["tag"].isupper() or ":" in tag.group()):
            return None
        if REFERENCE.search(text) or _EVENT.search(text):
            return None
        what = text[tag.end() :]
        if len(what.split()) > _TERSE:
            return None
        until = f"{quoted(what)} is done" if what else f"this {tag['tag']} is done"
        return f"What is wrong until {until}, and what event makes it due?"
