"""WHY104: a wait, timeout or number of retries is a bare literal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step

# `max_retries = 3` is no time: nothing takes that long
_COUNTED = re.compile(r"retries|tries|attempts|retry_?count", re.I)
# and `backoff_factor = 0.5` is how waits grow
_GROWING = re.compile(r"backoff|factor|multiplier", re.I)
# nor does an interval take long: it is how often something is done
_REPEATED = re.compile(r"interval|period|poll|frequency|every", re.I)


class UnexplainedWait(StepRule):
    """A wait, timeout or number of retries is a bare literal.

    What it asks
    ------------
    What are you waiting for, and why this long or this often?

    Why it matters
    --------------
    Waits are tuned against something outside the code: a server, a disk, a human. When that changes, nobody knows
    which numbers to change.

    Example
    -------
    ::

        time.sleep(0.2)

    A good answer
    -------------
    ::

        time.sleep(0.2)  # the daemon writes its pid file only after the fork, so an earlier look would miss it
    """

    code = "WHY104"
    name = "unexplained-wait"
    default = True
    measured = Measured(0.92, 79, "obvious")
    remedy = "say what is waited for, or name the number after it"
    constructs = frozenset({"wait", "sleep", "attempts"})
    once_a_function = True
    VALID = (
        "def poll(delay):\n    time.sleep(delay)\n",
        "def poll():\n    time.sleep(0)\n",
        "def test_poll():\n    time.sleep(0.2)\n",
        "def letters(bits):\n    for _ in range(4):\n        yield TABLE[bits & 63]\n        bits >>= 6\n",
        "def poll():\n"
        "    time.sleep(0.2)  # the daemon writes its pid file only after the fork, so an earlier look would miss it\n",
    )
    INVALID = (
        "def poll():\n    time.sleep(0.2)\n",
        "def fetch(url):\n    return get(url, timeout=7)\n",
        "def fetch(url):\n    max_retries = 5\n    return loop(url, max_retries)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.traits & {"module-level", "documented", "polling", "plain", "test"}:
            return False
        if sight.construct == "attempts":
            return "undocumented" in sight.traits and not sight.traits & {"conversion", "yields"}
        return sight.construct == "wait" or ("literal" in sight.traits and "yields" not in sight.traits)

    def question(self, sight: Sight, step: Step) -> str:
        if sight.construct == "sleep":
            return f"What is this sleep of {sight.subject} seconds waiting for, and why that long?"
        if sight.construct == "attempts" or _COUNTED.search(sight.detail):
            return f"Why {sight.subject} times, and what happens when that is not enough?"
        if _GROWING.search(sight.detail):
            return f"Why {sight.detail} = {sight.subject}: what sets the pace of the tries, and when is it too fast?"
        if _REPEATED.search(sight.detail):
            return f"Why {sight.detail} = {sight.subject}: what does a shorter one cost, and a longer one?"
        return f"Why {sight.detail} = {sight.subject}: what takes that long, and what happens when it takes longer?"
