"""Trains the need model: `python -m training.need --cache DIR` downloads the labelled packages and writes the weights.

Logistic regression over the circumstances of labelled statements, and of statements that maintainers gave a reason (as
the text judge finds it) against others of the same files. Files without any reason are
left out, since their statements are unlabelled rather than routine.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from doclint.judge.circumstances import HASHED, Circumstances
from doclint.judge.reason import reason_of
from doclint.model.remark import Placement
from doclint.source.kind import kind_of
from doclint.source.read import read
from training.need_sample import WEIGHTS, stamp
from training.packages import LABELS, fetch, packages
from training.recall import places, recalled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doclint.model.reading import Reading
    from doclint.model.step import Step
    from training.recall import Place

SETS = ("steps", "sites", "hits")
# label files by set: hits were drawn in three rounds, as conditions came up
_FILES = {"steps": ("steps",), "sites": ("sites",), "hits": ("hits", "more-hits", "need-hits"), "": ("more-steps",)}
# these were drawn as `steps` were, the rest of `more-steps` by construct as `sites` were
_AS_STEPS = frozenset({"random", "commented"})
_FOLDS = 5

# found by five-fold cross-validation over packages: .02 to .1 are alike, .3 loses a point of average precision
STRENGTH = 0.05
FILES_A_PACKAGE = 8
# of 127: lighter names move a need by less than .01, and without them the file stays under 40 KB
_LEAST = 5
OTHERS_A_COMMENT = 8
_BESIDE = frozenset({Placement.LEAD, Placement.TRAILING, Placement.BLOCK_HEADER, Placement.INSIDE})


@dataclass(frozen=True, slots=True)
class Row:
    """One statement: its features, what was judged (0, 1, 2) and by which set."""

    package: str
    source: str
    need: int
    named: tuple[str, ...]
    hashed: tuple[int, ...]

    @property
    def is_untouched(self) -> bool:
        """Whether the package is of the third kept for the final figures."""
        return crc32(self.package.rsplit("-", 1)[0].encode()) % 3 == 0


def rows(cache: Path) -> list[Row]:
    """All rows, labelled ones first; downloads what the cache lacks and takes some minutes to read it."""
    pointers: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for name, files in _FILES.items():
        for file in files:
            for line in (LABELS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
                pointer = json.loads(line)
                drawn = name or ("steps" if pointer["picked"] in _AS_STEPS else "sites")
                pointers[pointer["pkg"], pointer["path"]].append({**pointer, "set": drawn})
    known = packages()
    found: list[Row] = []
    for (key, path), group in sorted(pointers.items()):
        reading = read((fetch(known[key], cache) / path).read_bytes(), path)
        seen = Circumstances(reading)
        for pointer in group:
            step = _step(reading, pointer)
            if step is not None:
                found.append(_row(key, str(pointer["set"]), int(str(pointer["need"])), step, seen))
    # packages without labels are not learned from: their rules and judges are measured there
    for key in sorted({key for key, _ in pointers}):
        found += _commented(fetch(known[key], cache), key)
    return found


def _row(package: str, source: str, need: int, step: Step, seen: Circumstances) -> Row:
    return Row(package, source, need, tuple(sorted(set(seen.of(step)))), tuple(sorted(seen.hashed(step))))


def _step(reading: Reading, pointer: dict[str, object]) -> Step | None:
    """The step a label points at: by its construct's place, or by its line and kind of statement."""
    line = int(str(pointer["line"]))
    if "subject_digest" in pointer:
        for step in reading.steps:
            for sight in step.sights:
                digest = hashlib.sha1(sight.subject.encode()).hexdigest()[:12]
                if sight.span.line == line and digest == pointer["subject_digest"]:
                    return step
        return None
    at = [step for step in reading.steps if step.span.line == line]
    if pointer["node"] == "Try":
        tries = {step.index for step in at if step.node == "Try"}
        at = [step for step in reading.steps if step.node == "ExceptHandler" and step.parent in tries][:1] or at
    else:
        at = [step for step in at if step.node == pointer["node"]] or at
    return at[0] if at else None


def _commented(folder: Path, package: str) -> Iterator[Row]:
    """Statements that carry a maintainer's reason, and others of the same files."""
    chosen = random.Random(package)
    files = sorted(folder.rglob("*.py"))
    chosen.shuffle(files)
    for file in files[:FILES_A_PACKAGE]:
        path = str(file.relative_to(folder))
        reading = read(file.read_bytes(), path)
        if kind_of(path, "\n".join(reading.lines[:20])) is not None:
            continue
        defines = {"FunctionDef", "AsyncFunctionDef", "ClassDef"}
        inside = {step.index for step in reading.steps if step.function and step.node not in defines}
        given = {r.step for r in reading.remarks if r.placement in _BESIDE and reason_of(r).strength > 1} & inside
        others = sorted(inside - given)
        chosen.shuffle(others)
        seen = Circumstances(reading)
        for index in (*sorted(given), *others[: OTHERS_A_COMMENT * len(given)]):
            yield _row(package, "commented", int(index in given), reading.steps[index], seen)


class Model:
    """A fitted regression and the names of its first columns."""

    def __init__(self, train: Sequence[Row]) -> None:
        counts = Counter(name for row in train for name in row.named)
        self.names = {name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count > 4))}
        wanted = [row.need > 0 for row in train]
        self.fit = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
        self.fit.fit(self._matrix(train), wanted)

    def log_odds(self, some: Sequence[Row]) -> np.ndarray:
        """Log odds of a need of 1 or 2, one a row."""
        return self.fit.decision_function(self._matrix(some))

    def packed(self) -> dict[str, object]:
        """The weights as whole numbers: 127 is the largest of them in size."""
        largest = float(np.abs(self.fit.coef_).max())
        scale = largest / 127
        whole = np.rint(self.fit.coef_[0] / scale).astype(int)
        hashed = whole[len(self.names) :].astype(np.int8).tobytes()
        named = {name: int(whole[at]) for name, at in self.names.items() if abs(whole[at]) >= _LEAST}
        bias = round(float(self.fit.intercept_[0]) / scale)
        return {"scale": scale, "bias": bias, "named": named, "hashed": base64.b85encode(hashed).decode()}

    def _matrix(self, some: Sequence[Row]) -> csr_matrix:
        pairs = [
            (at, column)
            for at, row in enumerate(some)
            for column in (
                *(self.names[name] for name in row.named if name in self.names),
                *(len(self.names) + bucket for bucket in row.hashed),
            )
        ]
        lines, columns = zip(*pairs, strict=True)
        return csr_matrix((np.ones(len(pairs)), (lines, columns)), shape=(len(some), len(self.names) + HASHED))


def figures(some: Sequence[Row], odds: np.ndarray) -> dict[str, object]:
    """Average precision by set, and how many of the steps in each tenth of need were judged 1 or 2."""
    needs = np.array([row.need for row in some])
    sources = np.array([row.source for row in some])
    need = 1 / (1 + np.exp(-odds))
    found: dict[str, object] = {}
    for name in SETS:
        of = sources == name
        found[name] = {
            "n": int(of.sum()),
            "base": round(float((needs[of] > 0).mean()), 3),
            "ap_1": round(float(average_precision_score(needs[of] > 0, odds[of])), 3),
            "ap_2": round(float(average_precision_score(needs[of] > 1, odds[of])), 3),
        }
    tenths = np.minimum((need * 10).astype(int), 9)
    judged = np.isin(sources, SETS)
    found["judged_by_tenth"] = {
        f"{tenth / 10:.1f}": [int((of := judged & (tenths == tenth)).sum()), round(float((needs[of] > 0).mean()), 2)]
        for tenth in range(10)
        if (judged & (tenths == tenth)).any()
    }
    return found


def cross_validated(some: Sequence[Row]) -> dict[str, object]:
    """Figures of five models, each on the packages it was not trained on."""
    odds = np.zeros(len(some))
    for train, test in GroupKFold(_FOLDS).split(some, groups=[row.package for row in some]):
        odds[test] = Model([some[at] for at in train]).log_odds([some[at] for at in test])
    return figures(some, odds)


def recall(everything: Sequence[Row], cache: Path) -> dict[str, object]:
    """What budgets find of maintainers' late and ablated reasons, by models that never saw the project."""
    models = [Model([row for row in everything if _fold(row.package) != fold]) for fold in range(_FOLDS)]

    def need(place: Place) -> np.ndarray:
        some = [Row(place.package, "place", 0, named, hashed) for named, hashed in place.features]
        return models[_fold(f"{place.package}-")].log_odds(some)

    found, missing = places(cache)
    if missing:
        print("pip could not fetch these, so their places are left out:", *missing, file=sys.stderr)
    return {**recalled(found, need), "archives not to be had": missing}


def _fold(package: str) -> int:
    """By the first word of the name: projects take a second one as they grow, `ansible` is now `ansible-core`."""
    return crc32(re.split(r"[-_]", package.lower())[0].encode()) % _FOLDS


def main() -> None:
    """Reads, measures on the untouched third, trains on everything and writes the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cache", type=Path, required=True, help="where downloaded packages are kept")
    options.add_argument("--recall", action="store_true", help="also measure what budgets find; takes as long again")
    chosen = options.parse_args()
    everything = rows(chosen.cache)
    design = [row for row in everything if not row.is_untouched]
    untouched = [row for row in everything if row.is_untouched and row.source != "commented"]
    report: dict[str, object] = {
        "cross-validation": cross_validated(design),
        "untouched third": figures(untouched, Model(design).log_odds(untouched)),
    }
    if chosen.recall:
        report["recall with 5, 10, 20 questions"] = recall(everything, chosen.cache)
    digest = hashlib.sha256(repr(everything).encode()).hexdigest()[:16]
    packed = Model(everything).packed()
    record = {"about": "log odds of need >= 1 (training/need.py)", "rows": len(everything), "digest": digest}
    WEIGHTS.write_text(json.dumps({**record, "figures": report, **packed}), encoding="utf-8")
    stamp()
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
