"""WHY205: every step labelled, none justified."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.finding import Severity
from doclint.model.remark import Placement
from doclint.rules.base import Measured, RemarkRule
from doclint.rules.texts import quoted, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.rules.base import Page

_NUMBERED = re.compile(r"(?:step|phase|part|stage)?\s*#?(?P<number>\d{1,2})\s*[.):\u2014-]\s*(?P<label>\D.*)", re.I)

# two numbered comments may be two cases of something; three are a sequence
_SEQUENCE = 3


class NarratedSteps(RemarkRule):
    """A function whose comments number its steps and justify none of them.

    What it asks
    ------------
    Why is a step needed, and what would be wrong after the one before it without it?

    Why it matters
    --------------
    Numbers promise that the order was thought about, and then nobody says what it rests on. A reader cannot tell
    which step may be moved, merged or dropped.

    Example
    -------
    ::

        # 1. load the rows
        # 2. normalise them
        # 3. write them back

    A good answer
    -------------
    ::

        # 2. before writing: the index compares keys byte by byte
    """

    code = "WHY205"
    name = "narrated-steps"
    severity = Severity.INFO
    measured = Measured(0.0, 1, "too rare to measure")
    remedy = "say of one step why it stands where it does, or drop the numbers"
    VALID = (
        "# 1. load\nrows = load()\n# 2. normalise, because the index compares byte by byte\nrows = clean(rows)\n"
        "# 3. write\nsave(rows)\n",
        "# 1. load\nrows = load()\n# 2. write\nsave(rows)\n",
    )
    INVALID = (
        "import rows\n\n# 1. load\nrows.load()\n# 2. normalise\nrows.clean()\n# 3. write\nrows.save()\n",
        "def run():\n    # Step 1: load\n    rows = load()\n\n    # Step 2: normalise\n    rows = clean(rows)\n\n"
        "    # Step 3: write\n    save(rows)\n",
    )

    def check(self, index: int, page: Page) -> str | None:
        # nearly every comment ends here: only one that numbers itself 1 can begin a sequence
        if page.reading.remarks[index].placement is not Placement.LEAD or "1" not in page.reading.remarks[index].text:
            return None
        sequence = list(_sequence(index, page))
        if len(sequence) < _SEQUENCE or any(strength > 0 for _, strength in sequence):
            return None
        return f"Why is step 2 ({quoted(sequence[1][0])}) needed, and what would be wrong after step 1 without it?"


def _sequence(index: int, page: Page) -> Iterator[tuple[str, int]]:
    """Label and strength of the comments numbered 1, 2, 3 … from this one on, within the same function."""
    steps, remarks = page.reading.steps, page.reading.remarks
    function, wanted = steps[remarks[index].step].function, 1
    for position in range(index, len(remarks)):
        remark = remarks[position]
        if remark.placement is not Placement.LEAD or steps[remark.step].function != function:
            continue
        match = _NUMBERED.match(words_of(remark))
        number = int(match["number"]) if match else 0
        if match and number == wanted:
            yield match["label"], page.reasons[position].strength
            wanted += 1
        elif wanted == 1 or number == 1:
            return
