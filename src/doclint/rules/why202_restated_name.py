"""WHY202: a docstring that only repeats the signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.judge.words import code_words, prose_words
from doclint.model.finding import Severity
from doclint.model.remark import Placement
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import quoted

if TYPE_CHECKING:
    from doclint.rules.base import Page

# what a docstring says about every function alike
_EMPTY = frozenset("return the given a an this of for object instance value".split())
_SIGNED = re.compile(r"[`'\"]|\d|https?:|\bsee\b|\n", re.I)


class RestatedName(RemarkRule):
    """A docstring that repeats the name and the parameters in other words.

    What it asks
    ------------
    When should a caller pick this, and what should they know that the name does not say?

    Why it matters
    --------------
    A reader who opens a docstring has read the name already. One that says it again hides that nothing is documented,
    from readers and from every tool that counts docstrings.

    Example
    -------
    ::

        def get_user_name(user):
            \"\"\"Get the user name.\"\"\"

    A good answer
    -------------
    ::

        def get_user_name(user):
            \"\"\"The name to greet with, which guests choose themselves: never a key.\"\"\"
    """

    code = "WHY202"
    name = "restated-name"
    severity = Severity.INFO
    measured = Measured(0.67, 30, "a word that narrows the name")
    remedy = "say when to use it and what the name leaves open, or delete the docstring"
    VALID = (
        'def get_user_name(user):\n    """The name to greet with; guests choose it."""\n    return user.n\n',
        'def user_names(users):\n    """See `names`."""\n    return names(users)\n',
    )
    INVALID = (
        'def get_user_name(user):\n    """Get the user name."""\n    return user.n\n',
        'class Pool:\n    def close_all_connections(self):\n        """Close all connections."""\n        stop(self)\n',
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement is not Placement.DOCSTRING or not remark.where.startswith(("def ", "async def ")):
            return None
        text = remark.text.strip()
        if _SIGNED.search(text) or page.reasons[index].strength > 0:
            return None
        words = [word for word in prose_words(text) if word not in _EMPTY]
        known = code_words(f"{remark.where}\n{page.reading.steps[remark.step].symbol}")
        if not words or not all(known.says(word) for word in words):
            return None
        return f"The signature already says {quoted(text)}: when should a caller pick this, and when not?"
