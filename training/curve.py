"""How much more labels help: `python -m training.curve --cache DIR` prints the learning curve as a Markdown table.

Labels alone, without the teacher's soft ones: it saw all labels, so that a student of an eighth of them would know the
rest by hearsay.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from training.evaluate import kept_back
from training.examples import examples, written_examples
from training.fit import Fitter, seen_by
from training.measure import average_precision
from training.pipeline import sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.examples import Example
    from training.seen import SeenTexts

_SHARES = (8, 4, 2, 1)
_SEEDS = (1, 2, 3)
_GROUPS = ("all", "comment", "trailing", "docstring")


def curve(learned: Sequence[Example], judged: Sequence[Example]) -> list[tuple[int, list[np.ndarray]]]:
    """For each number of labels the average precisions of each draw: a row a group, for strength >= 1 and 2."""
    seen = seen_by(learned, ())
    found = []
    for share in _SHARES:
        # all of them is one draw, whatever the seed
        seeds = _SEEDS if share > 1 else _SEEDS[:1]
        drawn = [random.Random(seed).sample(list(learned), len(learned) // share) for seed in seeds]
        found.append((len(drawn[0]), [_precisions(part, judged, seen) for part in drawn]))
    return found


def _precisions(learned: Sequence[Example], judged: Sequence[Example], seen: SeenTexts) -> np.ndarray:
    totals = sums(judged, Fitter(learned, (), seen).fit())
    why = np.array([example.why for example in judged])
    groups = np.array([example.group for example in judged])
    rows = [np.flatnonzero((groups == name) | (name == "all")) for name in _GROUPS]
    return np.array([[average_precision(why[row] >= head + 1, totals[row, head]) for head in (0, 1)] for row in rows])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cache", type=Path, required=True, help="folder for the labelled packages")
    everything = examples(parser.parse_args().cache)
    learned = [example for example in everything if not example.package.is_kept_back] + written_examples()
    judged = [example for part in kept_back(everything).values() for example in part]
    print(f"| labels | {' | '.join(f'{name} >= 1 | {name} 2' for name in _GROUPS)} |")
    print("|---" * (1 + 2 * len(_GROUPS)) + "|")
    for count, draws in curve(learned, judged):
        mean, spread = np.mean(draws, axis=0).ravel(), np.ptp(draws, axis=0).ravel() / 2
        print(f"| {count} | {' | '.join(f'{m:.3f} ± {s:.3f}' for m, s in zip(mean, spread, strict=True))} |")


if __name__ == "__main__":
    main()
