"""A survey over folders, archives and repositories: every source has its rows, in the order of the list."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from doclint.cli import cli
from doclint.edge.survey.source import entries, source_lines
from tests.repository import make_repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

    from doclint.model.config import Config
    from doclint.model.input import Input
    from doclint.model.report import FileReport

pq = pytest.importorskip("pyarrow.parquet")

SWALLOW = "try:\n    f()\nexcept Exception:\n    pass\n"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A folder, an archive, a broken one, one without Python, a repository by its URL, and nothing at all."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder" / "tests").mkdir(parents=True)
    (tmp_path / "folder" / "m.py").write_text(SWALLOW)
    (tmp_path / "folder" / "tests" / "test_m.py").write_text(SWALLOW)
    (tmp_path / "folder" / "link.py").symlink_to(tmp_path / "folder" / "m.py")
    for name, member in (("a.whl", "p/a.py"), ("empty.zip", "readme.txt")):
        with zipfile.ZipFile(name, "w") as made:
            made.writestr(member, SWALLOW)
    Path("broken.whl").write_bytes(b"PK\x03\x04 and no more")
    made_repository = make_repository(tmp_path / "cloned")
    made_repository.write(r=SWALLOW)
    made_repository.commit()
    return ["folder", "broken.whl", "a.whl", "empty.zip", (tmp_path / "cloned").as_uri(), "nowhere"]


def surveyed(sources: list[str], *options: str) -> Result:
    Path("list.txt").write_text("# what to survey\n\n" + "\n".join(sources) + "\n")
    return CliRunner().invoke(cli, ["survey", "list.txt", "-o", "r.parquet", "--jobs", "1", *options])


def rows(name: str = "r.parquet") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(name).to_pylist()
    return found


def test_every_source_has_its_rows(sources: list[str]) -> None:
    result = surveyed(sources)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "6 sources surveyed, 2 of them failed" in result.stderr
    told = [(row["source"], row["path"], row["findings"], row["skipped"], row["failure"]) for row in rows()]
    assert told == [
        ("folder", "link.py", 0, "link", None),
        ("folder", "m.py", 1, None, None),
        ("folder", str(Path("tests", "test_m.py")), 0, "test", None),
        ("broken.whl", None, 0, None, "archive"),
        ("a.whl", "p/a.py", 1, None, None),
        ("empty.zip", None, 0, "no-python", None),
        (sources[4], "r.py", 1, None, None),
        ("nowhere", None, 0, None, "source"),
    ]
    assert [row["source"] for row in rows("r.findings.parquet")] == ["folder", "a.whl", sources[4]]


def test_it_goes_on_after_what_is_done(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    surveyed(sources[:3])
    before = rows()
    read: list[str] = []

    def noted(source: str, config: Config) -> Iterator[Input | FileReport]:
        read.append(source)
        return entries(source, config)

    monkeypatch.setattr("doclint.survey.entries", noted)
    result = surveyed(sources[:5])
    assert read == sources[3:5]
    assert "2 sources surveyed, 0 of them failed, 3 were done before" in result.stderr
    assert rows()[: len(before)] == before


def test_a_list_that_cannot_be_used_exits_2(sources: list[str]) -> None:
    assert CliRunner().invoke(cli, ["survey", "none.txt", "-o", "r.parquet"]).exit_code == 2
    assert surveyed(sources, "-o", "r.csv").exit_code == 2
    Path("r.parquet").write_text("precious")
    assert surveyed(sources).exit_code == 2
    assert Path("r.parquet").read_text() == "precious"


def test_the_same_bytes_for_any_number_of_jobs(sources: list[str]) -> None:
    surveyed(sources)
    one = Path("r.parquet").read_bytes()
    surveyed(sources, "-o", "s.parquet", "--jobs", "3")
    assert Path("s.parquet").read_bytes() == one
    assert Path("s.findings.parquet").read_bytes() == Path("r.findings.parquet").read_bytes()


def test_git_is_quoted_where_it_says_what_is_wrong(sources: list[str]) -> None:
    surveyed([(Path.cwd() / "none").as_uri()])
    (row,) = rows()
    assert "fatal:" in row["failure_message"]
    assert "none" in row["failure_message"]


def test_a_list_names_each_source_once() -> None:
    assert source_lines("# c\n\n b \na\nb\n") == ["b", "a"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals end processes differently there")
def test_an_interrupt_ends_with_130_and_the_next_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [f"{number}.zip" for number in range(30)]
    for name in names:
        with zipfile.ZipFile(name, "w") as made:
            made.writestr("m.py", SWALLOW)
    Path("list.txt").write_text("\n".join(names))
    source = str(Path(__file__).parents[1] / "src")
    code = """
import time
from doclint import lint
from doclint.__main__ import main
from doclint.edge import pool
from doclint.edge.survey import tables
judged = lint.lint_source
lint.lint_source = lambda *given, **more: time.sleep(0.2) or judged(*given, **more)
tables.PART_FILES = pool.CHUNK_LINES = 1
main()
"""
    command = [sys.executable, "-c", code, "survey", "list.txt", "-o", "r.parquet", "--jobs", "2"]
    running = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": source}, stderr=subprocess.PIPE, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not Path("r.parts/2.files.parquet").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, b"Traceback" in said, b"run it again" in said) == (130, False, True)
    assert not Path("r.parquet").exists()
    result = surveyed(names)
    assert "0 were done before" not in result.stderr
    assert [row["source"] for row in rows()] == names
