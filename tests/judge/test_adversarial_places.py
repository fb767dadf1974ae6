"""A good reason put where it does not belong earns less than the same reason at home."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.judge.match import Matcher
from doclint.judge.reason import reason_of
from doclint.judge.serving import FOREIGN
from doclint.source.read import read
from training.written import written

REASONS = written(Path(__file__).parent / "texts" / "reasons.txt")
TEXTS = [
    remark.text for _, _, remark in REASONS if remark.placement.value == "lead" and reason_of(remark).strength == 2
]
_CLOSED = 0.5

MODULE = """
class Harbour:
    def __init__(self, berths, pilots):
        self.berths = sorted(berths)
        self.pilots = deque(pilots)

    def moor(self, ship, tide):
        berth = self.deepest(ship.draught, tide)
        {remark}
        if berth is None or ship.draught > 14.5:
            return self.anchor(ship)
        pilot = self.pilots.popleft()
        berth.ship, ship.berth = ship, berth
        self.journal.write(pilot.name, ship.flag, berth.number)
        return berth

    def anchor(self, ship):
        ship.signal("anchor")
        self.roads.append(ship)
"""


def explained(source: str) -> list[float]:
    """How far each statement of a source is explained, in order."""
    reading = read(source.encode())
    matcher = Matcher(reading, {index: reason_of(remark) for index, remark in enumerate(reading.remarks)})
    return [matcher.answer(step).explained for step in reading.steps[1:]]


def test_a_reason_pasted_over_many_places_answers_the_first_only() -> None:
    firsts = 0
    for text in TEXTS:
        blocks = [f"{text}\n{code}" for code in ("a = shade(9)", "b = levy(9)", "c = muster(9)", "d = hoist(9)")]
        first, *later = (value >= _CLOSED for value in explained("\n\n".join(blocks) + "\n"))
        assert not any(later), text
        firsts += first
    # the odd text is a reason beside its own code only
    assert firsts > 0.95 * len(TEXTS)


def test_few_reasons_about_something_else_answer_in_full() -> None:
    passed = [text for text in TEXTS if max(explained(MODULE.format(remark=text))) > FOREIGN]
    # some share a name by chance
    assert len(passed) < 0.05 * len(TEXTS), passed


@pytest.mark.parametrize(
    "reason",
    [
        "# berths are told in feet by the older ports, and a pilot reads them aloud",
        "# the harbour master refuses ships whose draught nobody measured",
        "# tide tables end in March, so later ships wait for the next edition",
    ],
)
def test_a_reason_at_home_answers_in_full(reason: str) -> None:
    assert max(explained(MODULE.format(remark=reason))) == 1
