"""Whether a maintainer's reason counts as an answer, and whether it is missed: `python -m training.cut --cache DIR`.

Each of the ablated places is judged twice, with its comment in place and with it cut out of the file. What answers
after the cut is printed, since it is either a second reason or a text taken for one.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doclint.judge.match import Matcher
from doclint.lint import Reasons
from doclint.model.report import ANSWERED
from doclint.source.read import read
from training.packages import fetch, packages
from training.recall import cut, pointers

if TYPE_CHECKING:
    from doclint.judge.match import Answer
    from doclint.model.reading import Reading
    from doclint.model.step import Step


def main() -> None:
    """Prints the two shares, then the places that miss, by their ids."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cache", type=Path, required=True, help="where downloaded packages are kept")
    cache = options.parse_args().cache
    known = packages() | packages("ablated-packages.tsv")
    count, silent, heard = 0, [], []
    for pointer in pointers("ablated"):
        data = (fetch(known[pointer["pkg"]], cache) / pointer["path"]).read_bytes()
        line, rest = cut(data, pointer)
        before, after = _answer(data, pointer["stmt_line"], pointer), _answer(rest, line, pointer)
        count += 1
        if before.explained < ANSWERED:
            silent.append(pointer["id"])
        if after.explained >= ANSWERED:
            by = after.remark.placement.value if after.remark else "name"
            heard.append(f"{pointer['id']} {after.explained} {by}")
    shares = {"answered": 1 - len(silent) / count, "open once cut": 1 - len(heard) / count}
    rounded = {name: round(share, 3) for name, share in shares.items()}
    print(json.dumps({"places": count, **rounded, "not answered": silent, "answered once cut": heard}, indent=2))


def _answer(data: bytes, line: int, pointer: dict[str, Any]) -> Answer:
    reading = read(data)
    return Matcher(reading, Reasons(reading)).answer(_step(reading, line, pointer["stmt"]))


def _step(reading: Reading, line: int, node: str) -> Step:
    """The statement of a place: the one that starts there, or else the innermost one around the line."""
    at = [step for step in reading.steps if step.span.line == line]
    at = at or [step for step in reading.steps if step.span.line <= line <= step.span.end_line]
    return ([step for step in at if step.node == node] or at)[-1]


if __name__ == "__main__":
    main()
