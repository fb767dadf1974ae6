"""The tables of a survey: whatever moment it is stopped at, the next run ends with the same rows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from doclint.edge.survey import tables as tables_module
from doclint.edge.survey.tables import BadTables, Tables
from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.render.rows import file_row, finding_rows

if TYPE_CHECKING:
    from collections.abc import Callable

pq = pytest.importorskip("pyarrow.parquet")

REPORT = lint_source(b"try:\n    f()\nexcept Exception:\n    pass\n", "m.py", Config())
SOURCES = [f"s{number}" for number in range(10)]


class Stopped(BaseException):
    """The machine is switched off."""


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "PART_FILES", 3)


def fill(target: Path, sources: list[str], made_by: str = "doclint") -> None:
    tables = Tables(target, made_by)
    done = tables.done()
    waiting = [source for source in sources if source not in done]
    if not waiting and target.exists():
        return
    tables.start()
    for source in waiting:
        tables.add([file_row(source, REPORT)], finding_rows(source, REPORT))
    tables.finish()


def rows(target: Path) -> tuple[list[str], list[str]]:
    files, findings = pq.read_table(target), pq.read_table(target.with_name("r.findings.parquet"))
    return files.column("source").to_pylist(), findings.column("source").to_pylist()


def test_a_row_a_file_and_a_row_a_finding(tmp_path: Path) -> None:
    fill(tmp_path / "r.parquet", SOURCES)
    assert rows(tmp_path / "r.parquet") == (SOURCES, SOURCES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.findings.parquet", "r.parquet"]
    row = pq.read_table(tmp_path / "r.findings.parquet").to_pylist()[0]
    assert (row["path"], row["code"], row["line"], row["cell"]) == ("m.py", REPORT.findings[0].code, 3, None)


def test_a_longer_list_adds_to_what_is_there(tmp_path: Path) -> None:
    fill(tmp_path / "r.parquet", SOURCES[:4])
    fill(tmp_path / "r.parquet", SOURCES)
    assert rows(tmp_path / "r.parquet") == (SOURCES, SOURCES)


@pytest.mark.parametrize("begun", [False, True])
def test_stopped_anywhere_it_goes_on_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    """Switched off before each renaming and removal in turn, with and without tables of an earlier run."""
    whole = tmp_path / "whole"
    whole.mkdir()
    if begun:
        fill(whole / "r.parquet", SOURCES[:4])
    fill(whole / "r.parquet", SOURCES)
    for moment in range(30):
        folder = tmp_path / str(moment)
        folder.mkdir()
        if begun:
            fill(folder / "r.parquet", SOURCES[:4])
        with monkeypatch.context() as patched:
            calls = stop_at(moment, patched)
            try:
                fill(folder / "r.parquet", SOURCES)
            except Stopped:
                pass
            else:
                assert calls() <= moment
                return
        fill(folder / "r.parquet", SOURCES)
        for name in ("r.parquet", "r.findings.parquet"):
            assert (folder / name).read_bytes() == (whole / name).read_bytes(), (moment, name)
    raise AssertionError("the survey never came to its end")


def stop_at(moment: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Ends the run before the renaming or removal of that number; how many there were."""
    count = 0

    def stopping(act: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            nonlocal count
            if count == moment:
                raise Stopped
            count += 1
            return act(*given, **more)

        return call

    monkeypatch.setattr(Path, "replace", stopping(Path.replace))
    monkeypatch.setattr(shutil, "rmtree", stopping(shutil.rmtree))
    return lambda: count


def test_what_another_doclint_or_other_settings_made_is_not_mixed_in(tmp_path: Path) -> None:
    fill(tmp_path / "r.parquet", SOURCES[:4])
    with pytest.raises(BadTables, match="name another file"):
        fill(tmp_path / "r.parquet", SOURCES, made_by="another")


def test_another_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "r.parquet").write_text("precious")
    with pytest.raises(BadTables, match="is no table of a survey"):
        fill(tmp_path / "r.parquet", SOURCES)
    assert (tmp_path / "r.parquet").read_text() == "precious"


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(BadTables, match="pip install"):
        Tables(tmp_path / "r.parquet", "doclint")
