"""What a remark contributes towards an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.model.judgement import Reason

if TYPE_CHECKING:
    from doclint.model.remark import Remark

_CUES = re.compile(
    r"\b(because|so that|since|otherwise|to avoid|to prevent|instead of|rather than|due to|in order to)\b", re.I
)


def reason_of(remark: Remark) -> Reason:
    """The judgement on one remark."""
    if _CUES.search(remark.text):
        return Reason("why", 0.9, 2, "cause", 0.0)
    return Reason("what", 0.1, 0, None, 0.0)
