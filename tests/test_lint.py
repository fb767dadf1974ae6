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


_BODY = """
        time.sleep(0.37)
        # self.show()
        self.stop()  # doclint: ignore[WHY101]
"""
_BESIDE = f"""import time, unittest


class Server:
    def stop(self):{_BODY}

class StopTest(unittest.TestCase):
    def test_stop(self):{_BODY}

class Slow(unittest.TestCase):
    def wait(self):{_BODY}
"""


def _lines(*, include_tests: bool) -> set[int]:
    report = lint_source(_BESIDE.encode(), "m.py", Config(include_tests=include_tests))
    return {finding.span.line for finding in report.findings}


def test_a_test_case_beside_the_code_it_tests_is_left_alone() -> None:
    # the case without a test serves others, and is code to be read
    code = {6, 7, 8, 20, 21, 22}
    assert _lines(include_tests=False) == code
    assert _lines(include_tests=True) == code | {14, 15}
