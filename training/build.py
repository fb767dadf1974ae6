"""Makes the weights of the text judge: `python -m training.build --cache DIR [--teacher]`.

Fits on two thirds of the labelled packages, sets thresholds on cross-fitted sums, measures on the third that was kept
back, and writes `src/doclint/judge/data/reason.json` with the record of all that.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.judge import student as shipped
from training.crossfit import cross_fitted
from training.evaluate import compact, kept_back, table
from training.examples import SETS, examples, written_examples
from training.fit import Fitter
from training.packages import LABELS, packages
from training.pipeline import judgements, using, with_thresholds
from training.sample import agreement
from training.soft import POINTERS, read_soft
from training.teacher import teach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.judge.student import Student
    from training.examples import Example
    from training.soft import SoftUnit


OUTPUT = Path(shipped.__file__).parent / "data" / shipped.MODEL_FILE


def build(cache: Path, with_teacher: bool) -> tuple[Student, dict[str, object]]:
    """The student and the record of its making.

    What is shipped learns from all packages that may teach, by the recipe whose figures are those of a student that
    never saw a third of them: keeping a third of the labels from users would make the judge worse and the figures no
    truer.
    """
    everything = examples(cache)
    learned = [example for example in everything if not example.package.is_kept_back] + written_examples()
    others = [example for example in everything if example.package.is_kept_back and example.package.teaches]
    if with_teacher:
        teach(learned, {package for package in packages().values() if package.teaches}, cache)
    soft = read_soft(cache)
    measured, student = fitted(learned, [item for item in soft if not item.package.is_kept_back], (others, soft))
    record: dict[str, object] = {
        "made": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "labels": _labels_digest(),
        "examples": len(learned) + len(others),
        "soft": len(soft),
        "measured_with": {"examples": len(learned), "soft": sum(not item.package.is_kept_back for item in soft)},
    }
    for name, judged in kept_back(everything).items():
        record[name] = compact(table(judged, judgements(judged, measured)))
    return student, record


def fitted(
    learned: Sequence[Example],
    soft: Sequence[SoftUnit],
    beyond: tuple[Sequence[Example], Sequence[SoftUnit]] | None = None,
) -> list[Student]:
    """A student with thresholds from nothing but these examples, and one that also learns from others.

    Both have the same thresholds, in log-odds.
    """
    fitters = [Fitter(learned, soft)]
    if beyond is not None:
        fitters.append(Fitter([*learned, *beyond[0]], beyond[1]))
    totals, _, students = cross_fitted(learned, soft, fitters)
    rows = [row for row, example in enumerate(learned) if _sets_thresholds(example)]
    chosen = [learned[row] for row in rows]
    return [with_thresholds(student, chosen, totals[rows] / student.unit) for student in students]


def _sets_thresholds(example: Example) -> bool:
    """Whether a text is of a mixed draw and judged as a run judges it, a docstring by its best sentence."""
    return example.source in {"comments", "restated"}


def _labels_digest() -> str:
    whole = hashlib.sha1()
    for name in (*(f"{label}.jsonl" for label in SETS), "written.txt", POINTERS.name):
        whole.update((LABELS / name).read_bytes())
    return whole.hexdigest()[:12]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cache", type=Path, required=True, help="folder for the labelled packages")
    parser.add_argument("--teacher", action="store_true", help="train the teacher anew (needs torch, half an hour)")
    options = parser.parse_args()
    student, record = build(options.cache, options.teacher)
    with using(student):
        record["sample"] = list(agreement())
    OUTPUT.write_text(shipped.encode(student, record), encoding="utf-8")
    print(f"{OUTPUT}: {OUTPUT.stat().st_size / 1024:.0f} KB, {len(student.weights)} features")
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
