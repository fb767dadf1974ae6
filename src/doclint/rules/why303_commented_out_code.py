"""WHY303: code that was switched off and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.judge.prose import bare
from doclint.model.finding import Severity
from doclint.model.remark import Placement
from doclint.rules.base import Measured, RemarkRule
from doclint.source.commented import dead_code

if TYPE_CHECKING:
    from doclint.rules.base import Page

# beside code, an expression in a comment explains that code
_OWN_LINE = frozenset({Placement.LEAD, Placement.FOOTER, Placement.MODULE_HEADER})


class CommentedOutCode(RemarkRule):
    """A comment that is code.

    What it asks
    ------------
    What would bring this code back?

    Why it matters
    --------------
    Readers cannot tell whether it is a reminder, an alternative, a debugging aid or a mistake. It is never run, so it
    soon no longer works, and version control keeps it anyway.

    Example
    -------
    ::

        # connection.set_timeout(30)
        connection.open()

    A good answer
    -------------
    ::

        # no timeout: the peer answers only after its nightly import, hours later
        connection.open()
    """

    code = "WHY303"
    name = "commented-out-code"
    severity = Severity.INFO
    default = True
    measured = Measured(0.95, 46, "formula")
    remedy = "delete it, or say in words what it is kept for"
    VALID = (
        "# no timeout: the peer answers only after its nightly import\nconnection.open()\n",
        "# (rows, columns)\nshape = table.shape\n",
        "def solve(u, s):\n    # v = s * X.T\n    return u @ s\n",
        "def stop(log):\n    # log.debug('stopping')\n    # print(log)\n    return None\n",
        "# for example:\n#     connection.open()\nconnection = connect()\n",
    )
    INVALID = (
        "# connection.set_timeout(30)\nconnection.open()\n",
        "def stop(log):\n    # if log:\n    #     log.close()\n    return None\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        remark = page.reading.remarks[index]
        if remark.placement not in _OWN_LINE:
            return None
        code, known = dead_code(bare(remark.text)), page.reading.defined
        # code that names nothing of this file is likely an example of how to use it; a formula has names of its own
        if code is None or not code.mentioned & known or not code.needed <= known:
            return None
        # last, because judging a text costs more than trying to read it as code
        if page.reasons[index].kind != "code" or _dead_above(index, page):
            return None
        first = bare(remark.text).split("\n", 1)[0]
        return f"What would bring `{first.strip()}` back?"


def _dead_above(index: int, page: Page) -> bool:
    """Whether only blank lines part the comment from another one of code: one question serves both."""
    if index == 0 or page.reasons[index - 1].kind != "code":
        return False
    above, here = page.reading.remarks[index - 1].span, page.reading.remarks[index].span
    return not any(line.strip() for line in page.reading.lines[above.end_line : here.line - 1])
