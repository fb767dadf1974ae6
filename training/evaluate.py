"""Measures the text judge on packages kept back: `python -m training.evaluate --cache DIR`.

Three sets of texts: those of the third that is kept back, whose figures were taken often; those of packages that never
teach, judged before any student was measured on them; and others of such packages, which an earlier student doubted.
The shipped weights have seen the third, so a student is fitted on the other two by the same recipe.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from training.crossfit import cross_fitted
from training.examples import examples, written_examples
from training.measure import Figure, average_precision, f1, figure, precision, recall
from training.pipeline import judgements
from training.soft import read_soft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.judge.student import Student
    from doclint.model.judgement import Reason
    from training.examples import Example
    from training.soft import SoftUnit

GROUPS = ("all", "comment", "trailing", "docstring")

# the sets of labels that are measured on, by how the record names them
MEASURED = {"kept_back": "comments", "blind": "blind", "doubted": "fresh"}

# from here on a text is reported as a restatement
_REPORTED = 0.5


def kept_back(everything: Sequence[Example]) -> dict[str, list[Example]]:
    """What is measured on: labelled texts of packages that no measured student has seen, by set."""
    return {
        name: [example for example in everything if example.package.is_kept_back and example.source == source]
        for name, source in MEASURED.items()
    }


def table(judged: Sequence[Example], reasons: Sequence[Reason]) -> dict[str, dict[str, Figure]]:
    """Figures by group of texts."""
    groups = np.array([example.group for example in judged])
    found: dict[str, dict[str, Figure]] = {}
    for name in GROUPS:
        rows = np.flatnonzero((groups == name) | (name == "all"))
        if len(rows):
            found[name] = _figures([judged[row] for row in rows], [reasons[row] for row in rows])
    return found


def _figures(judged: Sequence[Example], reasons: Sequence[Reason]) -> dict[str, Figure]:
    package = np.array([example.package.key for example in judged])
    truth = np.array([example.why for example in judged])
    said = np.array([reason.strength for reason in reasons])
    why = np.array([reason.why for reason in reasons])
    found = {
        "why F1": figure(f1, truth >= 1, said >= 1, package),
        "why AP": figure(average_precision, truth >= 1, why, package),
        "strong F1": figure(f1, truth == 2, said == 2, package),
    }
    own = [row for row, example in enumerate(judged) if example.restates is not None and example.group != "docstring"]
    if own:
        restates = np.array([judged[row].restates == 1 for row in own])
        reported = np.array([reasons[row].restates >= _REPORTED for row in own])
        found["restates precision"] = figure(precision, restates, reported, package[own])
        found["restates recall"] = figure(recall, restates, reported, package[own])
    return found


def kinds(judged: Sequence[Example], reasons: Sequence[Reason], attribute: str) -> str:
    """How well each `kind` of text is told from the others, as a Markdown table.

    Or each kind of `reason`, of the texts that have one by the annotator and by the student.
    """
    both = zip(judged, reasons, strict=True)
    pairs = [(getattr(example, attribute), getattr(said, attribute)) for example, said in both]
    rows = [row for row, pair in enumerate(pairs) if None not in pair]
    truth, said = (np.array([pairs[row][side] for row in rows]) for side in (0, 1))
    package = np.array([judged[row].package.key for row in rows])
    lines = [f"| {attribute} | n | precision | recall |", "|---" * 4 + "|"]
    for name, count in Counter(truth.tolist()).most_common():
        of = truth == name, said == name, package
        lines.append(f"| {name} | {count} | {figure(precision, *of)} | {figure(recall, *of)} |")
    alike = figure(precision, truth == said, np.ones(len(rows), dtype=bool), package)
    return "\n".join([*lines, f"| alike | {len(rows)} | {alike} | |"])


def compact(figures: dict[str, dict[str, Figure]]) -> dict[str, dict[str, list[float]]]:
    """The figures as plain values: the figure, its interval, the number of examples."""
    return {
        group: {name: [round(f.value, 3), round(f.low, 3), round(f.high, 3), f.n] for name, f in row.items()}
        for group, row in figures.items()
    }


def shown(figures: dict[str, dict[str, Figure]]) -> str:
    """The figures as a Markdown table."""
    names = list(figures["all"])
    lines = [f"| texts | n | {' | '.join(names)} |", "|---" * (len(names) + 2) + "|"]
    for group, row in figures.items():
        cells = " | ".join(str(row[name]) if name in row else "" for name in names)
        lines.append(f"| {group} | {row['why F1'].n} | {cells} |")
    return "\n".join(lines)


def crossed(judged: Sequence[Example], soft: Sequence[SoftUnit], whole: Student) -> list[Reason]:
    """Judgements by students that never saw the package, with the thresholds of a whole one.

    Flattering by a little: the thresholds were set on such sums, and the teacher of all folds is the same.
    """
    students = cross_fitted(judged, soft)[1]
    reasons: dict[int, Reason] = {}
    for fold, fitted in enumerate(students):
        rows = [row for row, example in enumerate(judged) if example.package.fold == fold]
        scaled = {
            head: {place: round(total * whole.unit / fitted.unit) for place, total in places.items()}
            for head, places in whole.thresholds.items()
        }
        said = judgements([judged[row] for row in rows], replace(fitted, thresholds=scaled))
        reasons.update(zip(rows, said, strict=True))
    return [reasons[row] for row in range(len(judged))]


def main() -> None:
    """The command line."""
    from training.build import fitted

    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cache", type=Path, required=True, help="folder for the labelled packages")
    parser.add_argument("--cross", action="store_true", help="cross-validate on the other two thirds instead")
    options = parser.parse_args()
    everything = examples(options.cache)
    learned = [example for example in everything if not example.package.is_kept_back] + written_examples()
    soft = [item for item in read_soft(options.cache) if not item.package.is_kept_back]
    (fit_on_all,) = fitted(learned, soft)
    if options.cross:
        reasons = crossed(learned, soft, fit_on_all)
        rows = [row for row, example in enumerate(learned) if example.source == "comments"]
        print(shown(table([learned[row] for row in rows], [reasons[row] for row in rows])))
        return
    for name, judged in kept_back(everything).items():
        reasons = judgements(judged, fit_on_all)
        print(f"{name}\n\n{shown(table(judged, reasons))}\n")
        if name == "kept_back":
            print(kinds(judged, reasons, "kind"), kinds(judged, reasons, "reason"), sep="\n\n", end="\n\n")


if __name__ == "__main__":
    main()
