"""`libcst.parse_module` on every Python file of a folder and nothing else: the measure for what doclint adds."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path

import libcst


def main(folders: list[str]) -> None:
    """Parses each file once; one that LibCST refuses is left out, as doclint leaves it out."""
    # doclint does the same, and a comparison should not rest on the collector
    gc.disable()
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.py")):
        with suppress(libcst.ParserSyntaxError, UnicodeDecodeError):
            libcst.parse_module(path.read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
