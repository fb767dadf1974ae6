"""Labels joined with the remarks they judge, read by doclint itself so that training sees what a run sees."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.judge.prose import bare, docstring_sentences
from doclint.judge.reason import code_beside, learned_placement, spoken
from doclint.model.remark import Placement
from doclint.source.read import read
from training.packages import LABELS, Package, fetch, packages
from training.written import written

if TYPE_CHECKING:
    from pathlib import Path

    from doclint.model.remark import Remark

_MOST_SENTENCES = 9

# goes up when remarks are kept in another form, so that no older copy is read back as it was
_FORMAT = 5
SETS = ("comments", "sentences", "unsure", "more", "later", "fresh", "blind", "restated")

# what `why` is of a text that was judged for repetition only
UNJUDGED = -1


@dataclass(frozen=True, slots=True)
class Unit:
    """What the model judges at once: a comment, or one sentence of a docstring, with the code it is compared with."""

    prose: str
    code: str
    placement: str


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled remark.

    `why` is the judged strength, `UNJUDGED` where only `restates` was asked; `judged` pairs units with their own
    strength where sentences were judged one by one (a docstring is as good as its best sentence, but only some were
    judged that way). `kind`, `reason` and `restates` are None where nobody judged them.
    """

    package: Package
    source: str
    group: str
    remark: Remark
    why: int
    judged: tuple[tuple[Unit, int], ...] = ()
    kind: str | None = None
    reason: str | None = None
    restates: int | None = None

    @property
    def units(self) -> tuple[Unit, ...]:
        """What the model sees of the remark."""
        return tuple(unit for unit, _ in self.judged) or units_of(self.remark)


def written_examples() -> list[Example]:
    """The examples written for training, each of its own package, so that folds and intervals treat them singly."""
    found: list[Example] = []
    for index, (_, why, remark) in enumerate(written(LABELS / "written.txt")):
        group = {"lead": "comment", "trailing": "trailing"}.get(remark.placement.value, "docstring")
        package = Package(f"written-{index}", "0", "", teaches=True)
        found.append(Example(package, "written", group, remark, why))
    return found


def units_of(remark: Remark) -> tuple[Unit, ...]:
    """The texts of a remark that are judged one by one."""
    code, placement = code_beside(remark), learned_placement(remark)
    if placement == "docstring":
        return tuple(Unit(sentence, code, placement) for sentence in docstring_sentences(remark.text))
    return (Unit(spoken(bare(remark.text)), code, placement),)


def digest(text: str) -> str:
    """The digest of a text with white space folded, by which a pointer knows its text again."""
    return hashlib.sha1(" ".join(text.split()).encode()).hexdigest()[:12]


def examples(cache: Path) -> list[Example]:
    """All labelled examples whose text is still where its pointer says, downloading what the cache lacks.

    Reading 1,500 files takes minutes, so the result is kept beside them under a name that changes with the labels.
    """
    pointers = [
        {**json.loads(line), "set": name}
        for name in SETS
        for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    stamp = digest(json.dumps([_FORMAT, *pointers], sort_keys=True))
    kept = cache / f"examples-{stamp}.pickle"
    if kept.exists():
        found: list[Example] = pickle.loads(kept.read_bytes())
        return found
    found = _read_all(pointers, cache)
    kept.write_bytes(pickle.dumps(found))
    return found


def _read_all(pointers: list[dict[str, object]], cache: Path) -> list[Example]:
    by_file: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for pointer in pointers:
        by_file[str(pointer["pkg"]), str(pointer["path"])].append(pointer)
    known = packages()
    found: list[Example] = []
    for (key, path), group in sorted(by_file.items()):
        reading = read((fetch(known[key], cache) / path).read_bytes())
        for pointer in group:
            example = _example(pointer, known[key], reading.remarks)
            if example is not None:
                found.append(example)
    return found


def _example(pointer: dict[str, object], package: Package, remarks: tuple[Remark, ...]) -> Example | None:
    line = int(str(pointer["line"]))
    near = [remark for remark in remarks if remark.span.contains(line) and remark.placement is not Placement.MESSAGE]
    group = str(pointer["kind_of_text"]).split("-")[0]
    for remark in near:
        if group == "sentence":
            judged = [
                (unit, int(str(pointer["why"]))) for unit in units_of(remark) if digest(unit.prose) == pointer["digest"]
            ]
            if judged:
                kinds = _text(pointer.get("kind")), _text(pointer.get("reason"))
                return Example(
                    package, str(pointer["set"]), "docstring", remark, judged[0][1], tuple(judged[:1]), *kinds
                )
        elif digest(remark.text) == pointer["digest"]:
            return _whole(pointer, package, group, remark)
    return None


def _whole(pointer: dict[str, object], package: Package, group: str, remark: Remark) -> Example:
    if pointer["set"] == "sentences":
        strengths: list[int] = list(pointer["why"])  # type: ignore[call-overload]
        units = units_of(remark)
        # the annotators saw the first nine sentences; a docstring that is cut otherwise here is judged as a whole
        same = len(units) == len(strengths) or len(units) > len(strengths) == _MOST_SENTENCES
        judged = tuple(zip(units, strengths, strict=False)) if same else ()
        return Example(package, "sentences", group, remark, max(strengths), judged)
    return Example(
        package,
        str(pointer["set"]),
        group,
        remark,
        int(str(pointer.get("why", UNJUDGED))),
        (),
        _text(pointer.get("kind")),
        _text(pointer.get("reason")),
        _restates(pointer),
    )


def _restates(pointer: dict[str, object]) -> int | None:
    """Whether a text restates its code, where that was judged along the border of the first set.

    Of `restated` only what repeats its code and adds no word that helps. Those who judged `more` said yes only where
    nothing at all would be lost, so their yes holds, and their no where the text gives a reason; whoever judged
    `unsure` draws the border elsewhere again (kappa .71).
    """
    if pointer["set"] == "restated":
        return int(pointer["said"] == "R")
    said = pointer.get("restates")
    strict = pointer["set"] == "more" and (said == 1 or pointer["why"] != 0)
    return int(str(said)) if said is not None and (strict or pointer["set"] == "comments") else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
