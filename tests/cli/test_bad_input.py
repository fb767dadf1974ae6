"""One bad file gets a clear message of its own and hides nobody else's findings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from doclint.batch import lint_file
from doclint.cli import cli
from doclint.model.config import Config

OPEN = b"try:\n    work()\nexcept Exception:\n    pass\n"

BAD = {
    "syntax error": (b"x = 1\ndef f(:\n", "bad.py:2: ", "syntax"),
    "unfinished string": (b"x = '''\n", "bad.py:1: ", "syntax"),
    "wrong indentation": (b"if x:\ny\n", "bad.py:2: ", "syntax"),
    "undecodable": (b"x = 1\ny = '\xff\xfe'\n", "bad.py:2: ", "encoding"),
    "unknown codec": (b"# coding: klingon\nx = 1\n", "bad.py:1: ", "encoding"),
    "null byte": (b"x = 1\ny = '\0'\n", "bad.py:2: ", "encoding"),
    "binary": (b"\x7fELF\x02\x01\x01\0\0\0" + bytes(range(256)), "bad.py:1: ", "encoding"),
    "deep brackets": (b"x = " + b"(" * 5000 + b"1" + b")" * 5000 + b"\n", "bad.py:1: ", "syntax"),
    "deep sum": (b"x = " + b"1+" * 3000 + b"1  # c\n", "bad.py", "syntax"),
    "deep signs": (b"x = " + b"-" * 3000 + b"1  # c\n", "bad.py", "syntax"),
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a_good.py").write_bytes(OPEN)
    Path("z_good.py").write_bytes(OPEN)


def check(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def assert_both_others_reported(result: Result) -> None:
    assert result.exit_code == 3
    assert [name for name in ("a_good.py:3:1:", "z_good.py:3:1:") if name not in result.stdout] == []


@pytest.mark.parametrize(("data", "place", "kind"), BAD.values(), ids=BAD)
def test_a_bad_file_is_named_with_its_line_and_the_others_are_reported(data: bytes, place: str, kind: str) -> None:
    Path("bad.py").write_bytes(data)
    result = check(".")
    assert_both_others_reported(result)
    (message,) = [line for line in result.stdout.splitlines() if line.startswith("bad.py")]
    assert message.startswith(place)
    assert f"({kind})" in message


def test_what_some_pythons_read_and_others_refuse_never_ends_the_run() -> None:
    Path("bad.py").write_bytes(b"x = a" + b".b" * 5000 + b"  # c\n")
    result = check(".")
    assert result.exit_code in {1, 3}
    assert [name for name in ("a_good.py:3:1:", "z_good.py:3:1:") if name not in result.stdout] == []


def test_a_missing_path_is_a_usage_error_before_anything_runs() -> None:
    result = check("a_good.py", "nowhere/")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "nowhere/" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file() -> None:
    Path("bad.py").write_bytes(OPEN)
    Path("bad.py").chmod(0)
    assert_both_others_reported(check("."))


def test_a_link_to_nothing() -> None:
    Path("bad.py").symlink_to("gone.py")
    result = check(".")
    assert_both_others_reported(result)
    assert "bad.py: could not be read (io)" in result.stdout


def test_a_file_deleted_between_listing_and_reading() -> None:
    report = lint_file("deleted.py", Config())
    assert report.failure is not None
    assert report.failure.kind == "io"


def test_a_pipe_named_like_a_module_does_not_block() -> None:
    os.mkfifo("bad.py")
    result = check(".")
    assert_both_others_reported(result)
    assert "bad.py: could not be read (io)" in result.stdout


def test_a_loop_of_folders_ends() -> None:
    Path("sub").mkdir()
    Path("sub", "again").symlink_to(Path.cwd(), target_is_directory=True)
    result = check(".")
    assert result.exit_code == 1
    assert result.stdout.count("WHY101") == 2


def test_a_folder_named_like_a_module_is_a_folder() -> None:
    Path("bad.py").mkdir()
    Path("bad.py", "inner.py").write_bytes(OPEN)
    result = check(".")
    assert result.exit_code == 1
    assert "bad.py/inner.py:3:1: WHY101" in result.stdout


def test_an_empty_file_is_fine() -> None:
    Path("empty.py").write_bytes(b"")
    assert check("empty.py").exit_code == 0
