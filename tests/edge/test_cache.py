"""Reports kept between runs: exact, safe to lose, never a reason to fail."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from doclint.edge import cache as cache_module
from doclint.edge.cache import Cache, blob_of, clear, kept
from doclint.edge.cache import key_of as key_of_blob
from doclint.edge.packed import Unpackable, packed, unpacked
from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.effort import Effort
from doclint.model.report import Failure, FileReport
from doclint.run import run

SOURCE = b"""
def f(x):
    try:
        g(x)  # doclint: ignore[WHY101] -- g raises only while the service restarts
    except KeyError:
        pass
    try:
        h(x)
    except ValueError:
        pass
"""


def key_of(data: bytes, path: str, config: Config) -> bytes:
    return key_of_blob(blob_of(data), path, config)


EVERYTHING = Config(select=("ALL",))


@pytest.fixture
def report() -> FileReport:
    report = lint_source(SOURCE, "m.py", EVERYTHING, details=True)
    assert report.findings
    assert report.asked
    return report


def test_a_packed_report_comes_back_equal(report: FileReport) -> None:
    assert unpacked(FileReport, packed(report)) == report
    failed = FileReport("ü.py", failure=Failure("syntax", "no", None))
    assert unpacked(FileReport, packed(failed)) == failed


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[1, 2", '["m.py", "x", 3]'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Unpackable):
        unpacked(FileReport, text)


def test_kept_until_the_bytes_the_name_or_the_settings_change(tmp_path: Path, report: FileReport) -> None:
    first = Cache(tmp_path)
    first.put(key_of(SOURCE, "m.py", EVERYTHING), report)
    first.close()
    again = Cache(tmp_path)
    assert again.get(key_of(SOURCE, "m.py", EVERYTHING)) == report
    assert again.get(key_of(SOURCE + b" ", "m.py", EVERYTHING)) is None
    assert again.get(key_of(SOURCE, "n.py", EVERYTHING)) is None
    assert again.get(key_of(SOURCE, "m.py", Config())) is None
    assert again.get(key_of(SOURCE, "m.py", replace(EVERYTHING, top=3, exclude=("docs",)))) == report


def test_backups_and_git_leave_the_folder_alone(tmp_path: Path) -> None:
    Cache(tmp_path / "made").close()
    assert (tmp_path / "made" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (tmp_path / "made" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("damage", ["garbage", "half", "empty", "other table"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, report: FileReport, damage: str) -> None:
    key = key_of(SOURCE, "m.py", EVERYTHING)
    first = Cache(tmp_path)
    first.put(key, report)
    first.close()
    file = tmp_path / "reports.sqlite"
    data = file.read_bytes()
    if damage == "other table":
        file.unlink()
        subprocess.run(
            [
                sys.executable,
                "-c",
                f"import sqlite3; sqlite3.connect({str(file)!r}).execute('create table reports(a)')",
            ],
            check=True,
        )
    else:
        file.write_bytes({"garbage": b"\x01" * 5000, "half": data[: len(data) // 2], "empty": b""}[damage])
    again = Cache(tmp_path)
    assert again.get(key) is None
    again.put(key, report)
    again.close()
    if damage != "other table":
        assert Cache(tmp_path).get(key) == report


def test_a_row_of_nonsense_is_a_miss(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache._fresh[b"k"] = "[nonsense"
    cache.close()
    assert Cache(tmp_path).get(b"k") is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path, report: FileReport) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put(b"k", report)
    cache.close()
    assert cache.get(b"k") is None


def test_the_longest_unused_go_first(tmp_path: Path, report: FileReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_LARGEST", 10_000)
    for day in range(6):
        cache = Cache(tmp_path)
        cache._now = day
        cache.put(bytes([day]), report)
        cache.close()
    count, _ = kept(tmp_path)
    assert 0 < count < 6
    assert Cache(tmp_path).get(bytes([5])) == report
    assert Cache(tmp_path).get(bytes([0])) is None


def test_clear(tmp_path: Path, report: FileReport) -> None:
    cache = Cache(tmp_path)
    cache.put(b"k", report)
    cache.close()
    assert kept(tmp_path)[0] == 1
    assert clear(tmp_path) > 0
    assert kept(tmp_path) == (0, 0)


def test_many_runs_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from doclint.edge.cache import Cache\n"
        "from doclint.model.report import FileReport\n"
        "for n in range(5):\n"
        "    cache = Cache(Path(sys.argv[1])); cache.put(f'{sys.argv[2]} {n}'.encode(), FileReport('a')); cache.close()"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(run)]) for run in range(4)]
    assert [run.wait() for run in runs] == [0] * 4
    assert kept(tmp_path)[0] == 20


def test_runs_with_and_without_it_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.py").write_bytes(SOURCE)
    Path("broken.py").write_text("def f(:\n")
    plain = run(["."], EVERYTHING)
    effort = Effort(cache=str(tmp_path / "cache"))
    assert run(["."], EVERYTHING, effort=effort) == plain
    assert run(["."], EVERYTHING, effort=effort) == plain
    Path("m.py").write_text("x = 1\n")
    assert run(["."], EVERYTHING, effort=effort) == run(["."], EVERYTHING)


def test_bytes_have_the_name_that_git_gives_them() -> None:
    assert blob_of(b"hello\n") == "ce013625030ba8dba906f756967f9e9ca394464a"
