"""How often readers share what the default rules ask: `python -m training.hits --cache DIR`.

The places of `fresh-hits` are judged again as they were shown to annotators: with all comments blanked, so that only
names, docstrings and messages can answer. A place that today's rules leave out counts no more, and places that they
join in one question count once. Where two annotators judged a place, it is shared if both say so.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import tokenize
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doclint.judge.match import Matcher
from doclint.lint import Reasons
from doclint.model.config import Config
from doclint.model.report import ANSWERED
from doclint.rules.questions import questions
from doclint.rules.selection import Selection
from doclint.source.read import read
from doclint.source.text import decode
from training.packages import fetch, packages
from training.recall import pointers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.rules.questions import Hit, Question

# the share of a normal distribution that an interval of 95 % leaves out on each side is .025
_DEVIATIONS = 1.96


@dataclass(slots=True)
class Count:
    """Questions by the need that annotators saw, and what excused those of none."""

    needs: Counter[int] = field(default_factory=Counter)
    excuses: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        n = self.needs.total()
        if not n:
            return "none"
        shared = n - self.needs[0]
        low, high = wilson(shared, n)
        excuse = ", ".join(f"{name} {count}" for name, count in self.excuses.most_common(2))
        return f"{shared} of {n} = {shared / n:.3f} [{low:.2f}, {high:.2f}], need 2 {self.needs[2] / n:.2f}; {excuse}"


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The interval of a share by Wilson (1927), which holds near 0 and 1 and for small n."""
    square = _DEVIATIONS**2
    middle, half = hits / n + square / 2 / n, _DEVIATIONS * (hits / n * (1 - hits / n) / n + square / 4 / n / n) ** 0.5
    return (middle - half) / (1 + square / n), (middle + half) / (1 + square / n)


def asked(data: bytes, path: str) -> list[Question]:
    """The default questions about a file whose comments are hidden."""
    reading = read(_blank(decode(data)).encode(), path)
    matcher = Matcher(reading, Reasons(reading))
    every = questions(reading.steps, Selection.of(Config()))
    return [some for some in every if max(matcher.answer(hit.step).explained for hit in some) < ANSWERED]


def _blank(text: str) -> str:
    rows = text.split("\n")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            rows[row - 1] = rows[row - 1][:column].rstrip()
    return "\n".join(rows)


def _is_of(hit: Hit, pointer: dict[str, Any]) -> bool:
    if hit.sight.span.line != pointer["line"]:
        return False
    digest = hashlib.sha1(hit.sight.subject.encode()).hexdigest()[:12]
    return pointer["picked"] in {"random", hit.rule.code} and pointer.get("subject_digest", digest) == digest


def counts(labelled: Sequence[dict[str, Any]], cache: Path) -> dict[tuple[str, str], Count]:
    """By part of the packages and rule, what was shared; `random` counts the flagged among statements of no need."""
    known = packages()
    files = defaultdict(list)
    for pointer in labelled:
        files[pointer["pkg"], pointer["path"]].append(pointer)
    found: dict[tuple[str, str], Count] = defaultdict(Count)
    for (key, path), group in sorted(files.items()):
        every = asked((fetch(known[key], cache) / path).read_bytes(), path)
        met: set[int] = set()
        for pointer in group:
            at = next((n for n, some in enumerate(every) if any(_is_of(hit, pointer) for hit in some)), None)
            if at is None or at in met:
                continue
            met.add(at)
            need = pointer["need"] if pointer.get("second", 1) else 0
            part = "third" if known[key].is_of_last_third else f"others, round {pointer['round']}"
            for rule in (pointer["picked"], "together" if pointer["picked"] != "random" else "random alike"):
                for name in (part, "all"):
                    found[name, rule].needs[need] += 1
                    found[name, rule].excuses.update([pointer["fine"]] if need == 0 and pointer["fine"] else [])
    return found


def main() -> None:
    """Prints a line for each part and rule."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cache", type=Path, required=True, help="where downloaded packages are kept")
    labelled = list(pointers("fresh-hits"))
    routine = sum(pointer["picked"] == "random" and pointer["need"] == 0 for pointer in labelled)
    print(json.dumps({"places": len(labelled), "drawn at random and judged 0": routine}))
    for (part, rule), count in sorted(counts(labelled, options.parse_args().cache).items()):
        print(part, rule, count)


if __name__ == "__main__":
    main()
