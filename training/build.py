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
from training.evaluate import compact, table
from training.examples import SETS, examples, written_examples
from training.fit import Fitter
from training.packages import LABELS
from training.pipeline import judgements, using, with_thresholds
from training.sample import agreement
from training.teacher import read_soft, teach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.judge.student import Student
    from training.examples import Example
from training.teacher import SoftUnit

OUTPUT = Path(shipped.__file__).parent / "data" / shipped.MODEL_FILE


def build(cache: Path, with_teacher: bool) -> tuple[Student, dict[str, object]]:
    """The student and the record of its making."""
    everything = examples(cache)
    learned = [example for example in everything if not example.package.is_kept_back]
    learned += written_examples()
    kept_back = [example for example in everything if example.package.is_kept_back and example.source == "comments"]
    soft = teach(learned, cache) if with_teacher else read_soft(cache)
    student = fitted(learned, soft)
    record: dict[str, object] = {
        "made": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "labels": _labels_digest(),
        "examples": len(learned),
        "soft": len(soft),
        "kept_back": compact(table(kept_back, judgements(kept_back, student))),
    }
    return student, record


def fitted(learned: Sequence[Example], soft: Sequence[SoftUnit]) -> Student:
    """A student with thresholds, from nothing but these examples."""
    student = Fitter(learned, soft).fit()
    totals, _ = cross_fitted(learned, soft)
    rows = [row for row, example in enumerate(learned) if example.source == "comments"]
    chosen = [learned[row] for row in rows]
    return with_thresholds(student, chosen, totals[rows] / student.unit)


def _labels_digest() -> str:
    whole = hashlib.sha1()
    for name in (*(f"{label}.jsonl" for label in SETS), "written.txt"):
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
