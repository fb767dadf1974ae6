"""Files that a newcomer is not asked to understand: tests, stubs, generated, migrated and vendored code."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_TEST_FOLDERS = frozenset({"test", "tests", "testing", "conftest"})
_VENDORED = frozenset(
    {"_vendor", "vendor", "vendored", "_vendored", "third_party", "thirdparty", "extern", "externals"}
)
_TEST_FILE = re.compile(r"^(test_.*|.*_tests?|tests?|conftest)\.pyi?$")
_GENERATED_NAME = re.compile(r"(_pb2(_grpc)?|_generated|\.gen|_version)\.pyi?$")

# tools put their mark in the first lines; further down the words are prose about generating
_MARK_LINES = 12
_GENERATED_MARK = re.compile(
    r"@generated|do not edit|automatically generated|auto-?generated|generated (by|from|with)\b|code generated", re.I
)


def kind_of(path: str, text: str) -> str | None:
    """`test`, `stub`, `generated`, `migration` or `vendored`; None for code that someone wrote to be read."""
    place = PurePosixPath(path.replace("\\", "/"))
    folders = {part.lower() for part in place.parts[:-1]}
    head = "\n".join(line for line in text.split("\n", _MARK_LINES)[:_MARK_LINES] if line.startswith(("#", '"""')))
    kinds = {
        "stub": place.suffix == ".pyi",
        "vendored": bool(folders & _VENDORED),
        "test": bool(folders & _TEST_FOLDERS or _TEST_FILE.match(place.name)),
        "migration": ("migrations" in folders and re.match(r"\d{4}_", place.name) is not None)
        or ("versions" in folders and bool({"alembic", "migrations"} & folders)),
        "generated": bool(_GENERATED_NAME.search(place.name) or _GENERATED_MARK.search(head)),
    }
    return next((kind for kind, found in kinds.items() if found), None)
