"""WHY401: a name that the code no longer knows."""

from __future__ import annotations

import builtins
import keyword
import re
from typing import TYPE_CHECKING

from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import COMMENTS, words_of

if TYPE_CHECKING:
    from doclint.rules.base import Page

# `name`, ``name`` and name(), with two words in it: a single word is too often prose or a value
_NAMED = re.compile(
    r"(?<!`)`{1,2}(?P<ticks>[a-z]+(?:_[a-z0-9]+)+)(?:\(\))?`{1,2}|\b(?P<call>[a-z]+(?:_[a-z0-9]+)+)\(\)"
)
_KNOWN = frozenset(dir(builtins)) | frozenset(keyword.kwlist)


class StaleName(RemarkRule):
    """A comment speaks of a name that the file does not have.

    What it asks
    ------------
    What is the name now, and is the comment still true?

    Why it matters
    --------------
    A name that is gone shows that the code moved on without its comment, so the rest of the comment may be wrong too.
    Only this file is looked at, and a comment may well name something elsewhere: that is why the rule is off unless
    it is asked for.

    Example
    -------
    ::

        # `flush_pages()` has emptied the buffer
        buffer.reuse()

    A good answer
    -------------
    ::

        # `write_pages()` has emptied the buffer
        buffer.reuse()
    """

    code = "WHY401"
    name = "stale-name"
    measured = Measured(0.0, 0, "not measured yet")
    remedy = "use the name that the code has now, or say where the other one lives"
    VALID = (
        "# `write_pages()` has emptied the buffer\nbuffer.write_pages()\n",
        "# `os.path.join_all` would not do\nx = 1\n",
    )
    INVALID = (
        "# `flush_pages()` has emptied the buffer\nbuffer.reuse()\n",
        "buffer.reuse()  # emptied by flush_pages()\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement not in COMMENTS or page.reasons[index].kind in {"code", "directive", "legal"}:
            return None
        for match in _NAMED.finditer(words_of(remark)):
            name = match["ticks"] or match["call"]
            known = name in _KNOWN or name in page.reading.defined
            # strings and keywords hold names that no identifier does
            if not known and not any(name in line.split("#", 1)[0] for line in page.reading.lines):
                return f"`{name}` is not in this file: what is it called now, and is the comment still true?"
        return None
