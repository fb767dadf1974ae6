"""One file's bytes to its report: what is settled before anything is parsed."""

from __future__ import annotations

from doclint.lint import lint_source
from doclint.model.config import Config

BROKEN = b"def f(:\n"


def test_a_test_is_skipped_without_being_parsed() -> None:
    report = lint_source(BROKEN, "tests/test_m.py", Config())
    assert (report.skipped, report.failure, report.lines) == ("test", None, 2)


def test_a_test_that_is_to_be_read_fails_where_it_is_broken() -> None:
    assert lint_source(BROKEN, "tests/test_m.py", Config(include_tests=True)).failure is not None


def test_generated_code_is_known_by_its_first_lines() -> None:
    assert lint_source(b"# @generated\n" + BROKEN, "m.py", Config()).skipped == "generated"


def test_code_that_someone_wrote_is_never_skipped() -> None:
    assert lint_source(BROKEN, "m.py", Config()).failure is not None
