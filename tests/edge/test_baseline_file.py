"""The baseline file: stable to write, and never trusted blindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doclint.edge.baseline_file import BadBaseline, load, missing_from, name_in, save
from doclint.model.baseline import Acceptance, Baseline, Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BASELINE = Baseline(
    (Entry("a.py", "Client.close", "WHY101", "01"), Entry("b.py", "", "WHY118", "02")),
    (Acceptance("2024-01-01", 2, 'the "old" ones'),),
)


def test_one_finding_a_line(tmp_path: Path, snapshot: Callable[[str, str], None]) -> None:
    save(tmp_path / "b.json", BASELINE)
    snapshot("baseline.json", (tmp_path / "b.json").read_text())


@pytest.mark.parametrize("baseline", [BASELINE, Baseline()])
def test_what_was_saved_is_loaded(tmp_path: Path, baseline: Baseline) -> None:
    save(tmp_path / "b.json", baseline)
    assert load(tmp_path / "b.json") == baseline


def test_lines_that_a_merge_put_out_of_order_are_sorted(tmp_path: Path) -> None:
    save(tmp_path / "b.json", BASELINE)
    first = (tmp_path / "b.json").read_text()
    rows = first.splitlines()
    place = next(number for number, row in enumerate(rows) if "a.py" in row)
    rows[place], rows[place + 1] = f"{rows[place + 1]},", rows[place].rstrip(",")
    (tmp_path / "b.json").write_text("\n".join(rows))
    assert load(tmp_path / "b.json") == BASELINE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<<<<<<< HEAD\n", r"b\.json:1:1: not valid JSON"),
        ("{\n 'a': 1}", r"b\.json:2:2: not valid JSON"),
        ("[]", "not a doclint baseline"),
        ('{"files": {}}', "not a doclint baseline"),
        ('{"doclint-baseline": 2}', r"newer doclint \(format 2\): upgrade"),
        ('{"doclint-baseline": 1, "findings": {}}', "`findings` is no list"),
        ('{"doclint-baseline": 1, "findings": [["a", "b", "c", "d"], ["a"]]}', r"findings\[1\] is not"),
        ('{"doclint-baseline": 1, "accepted": [{"day": 1}]}', r"accepted\[0\] is not"),
        ('{"doclint-baseline": 1, "accepted": ["x"]}', r"accepted\[0\] is not"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(BadBaseline, match=message):
        load(tmp_path / "b.json")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00x")
    with pytest.raises(BadBaseline):
        load(tmp_path / "b.json")


def test_paths_are_named_from_the_baselines_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pkg").mkdir()
    monkeypatch.chdir(tmp_path / "pkg")
    assert name_in(tmp_path / "b.json", "a.py") == "pkg/a.py"


def test_files_that_are_gone_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()
    assert missing_from(tmp_path / "b.json", BASELINE) == {"b.py"}
