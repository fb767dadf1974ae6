"""Files that a newcomer is not asked to understand: tests, stubs, generated, migrated and vendored code."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doclint.model.step import StepKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.step import Step

_TEST_FOLDERS = frozenset({"test", "tests", "testing", "conftest"})
_VENDORED = frozenset(
    {"_vendor", "vendor", "vendored", "_vendored", "third_party", "thirdparty", "extern", "externals"}
)
_TEST_FILE = re.compile(r"^(test_.*|.*_tests?|tests?|conftest)\.pyi?$")
_TEST = re.compile(r"(^|\.)test\w*$")
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


def test_lines(steps: Sequence[Step]) -> frozenset[int]:
    """The lines of test cases that stand beside the code they test: some projects keep every module's tests in it.

    A class that only serves such cases has no test of its own, and is code that someone wrote to be read.
    """
    classes = [step for step in steps if step.kind is StepKind.CLASS]
    cases = {step.index for step in classes if any(name.endswith("TestCase") for name in step.names)}
    with_tests = {step.parent for step in steps if step.kind is StepKind.FUNCTION and _TEST.search(step.symbol)}
    found = (range(step.span.line, step.block_end + 1) for step in steps if step.index in cases & with_tests)
    return frozenset(line for lines in found for line in lines)
