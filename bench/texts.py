"""`python -m bench.texts FOLDER...`: how many texts a second the text judge judges on one core.

Of processor time, since the machine may be shared, and beside it as a multiple of `ast.parse` of the same files: that
ratio survives a change of machine.
"""

from __future__ import annotations

import ast
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.judge.reason import reason_of, sentences_of
from doclint.model.remark import Placement
from doclint.source.read import read
from doclint.source.text import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from doclint.model.remark import Remark

_ROUNDS = 5

# tests repeat themselves, and generated files of megabytes have few texts
_LARGEST = 200_000


def main() -> int:
    """Prints the best of five rounds: noise only ever adds."""
    if len(sys.argv) == 1:
        print(__doc__)
        return 2
    sources = list(_sources(sys.argv[1:]))
    remarks = [remark for data in sources for remark in _remarks(data)]
    comments = [remark for remark in remarks if remark.placement not in {Placement.DOCSTRING, Placement.MESSAGE}]
    docstrings = [remark for remark in remarks if remark.placement is Placement.DOCSTRING]
    sentences = sum(len(sentences_of(remark)) for remark in docstrings)
    parsing = _best(lambda: [ast.parse(data) for data in sources])
    for name, texts, count in (
        ("comments", comments, len(comments)),
        ("docstring sentences", docstrings, sentences),
    ):
        seconds = _best(lambda texts=texts: [reason_of(remark) for remark in texts])  # type: ignore[misc]
        print(f"{name}: {count}, {count / seconds:.0f} a second, {seconds / parsing:.2f} times ast.parse")
    return 0


def _sources(folders: list[str]) -> Iterator[bytes]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.py")):
            if path.stat().st_size <= _LARGEST:
                yield path.read_bytes()


def _remarks(data: bytes) -> tuple[Remark, ...]:
    try:
        return read(data).remarks
    except Unreadable:
        return ()


def _best(work: Callable[[], object]) -> float:
    found = []
    for _ in range(_ROUNDS):
        # a docstring's judgement is kept, which would make every round but the first free
        sentences_of.cache_clear()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


if __name__ == "__main__":
    sys.exit(main())
