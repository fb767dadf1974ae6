"""Archives from strangers: read in memory and under limits; whatever is in them, a survey goes on."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doclint.edge.survey import archive as archive_module
from doclint.edge.survey.archive import archived
from doclint.model.config import Config
from doclint.model.input import Input
from doclint.model.report import Failure, FileReport

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = b"x = 1\n"


def zipped(file: Path, members: dict[str, bytes], *, links: frozenset[str] = frozenset()) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (stat.S_IFLNK if name in links else stat.S_IFREG) << 16
            made.writestr(info, data)
    return file


def tarred(file: Path, members: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(file, mode) as made:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
    return file


def found(file: Path) -> dict[str, object]:
    """What came of each path: bytes, the kind of a failure, or why it was skipped."""
    results: dict[str, object] = {}
    for entry in archived(file, Config()):
        if isinstance(entry, Input):
            results[entry.path] = entry.data
        else:
            results[entry.path] = entry.failure.kind if entry.failure else entry.skipped
    return results


@pytest.mark.parametrize("name", ["a.zip", "a.whl", "a.tar.gz", "a.tar.bz2", "a.tar"])
def test_python_files_come_with_their_bytes_and_others_do_not(tmp_path: Path, name: str) -> None:
    members = {"p/b.py": SOURCE, "p/a.pyi": SOURCE, "p/n.ipynb": b"{}", "p/data.bin": b"0" * 1000}
    if "tar" in name:
        mode = {"gz": "w:gz", "bz2": "w:bz2", "tar": "w"}[name.rpartition(".")[2]]
        file = tarred(tmp_path / name, members, mode)
    else:
        file = zipped(tmp_path / name, members)
    assert found(file) == {"p/b.py": SOURCE, "p/a.pyi": SOURCE, "p/n.ipynb": b"{}"}


@pytest.mark.parametrize("name", ["../../evil.py", "/etc/evil.py", "p/../../evil.py", "..\\evil.py"])
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    expected = {name: "refused", "ok.py": SOURCE}
    assert found(zipped(tmp_path / "a.zip", {name: SOURCE, "ok.py": SOURCE})) == expected
    assert found(tarred(tmp_path / "a.tar.gz", {name: SOURCE, "ok.py": SOURCE})) == expected
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.tar.gz", "a.zip"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    made = zipped(tmp_path / "a.zip", {"l.py": b"/etc/passwd"}, links=frozenset({"l.py"}))
    assert found(made) == {"l.py": "link"}
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        for name, kind in (("soft.py", tarfile.SYMTYPE), ("hard.py", tarfile.LNKTYPE), ("pipe.py", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            tar.addfile(info)
    assert found(tmp_path / "a.tar") == {"soft.py": "link", "hard.py": "link", "pipe.py": "link"}


def test_a_file_too_long_to_be_source_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    members = {"big.py": b" " * (archive_module.MOST_BYTES + 1), "ok.py": SOURCE}
    assert found(zipped(tmp_path / "a.zip", members)) == {"big.py": "refused", "ok.py": SOURCE}
    assert found(tarred(tmp_path / "a.tar.gz", members)) == {"big.py": "refused", "ok.py": SOURCE}


def test_an_archive_that_grows_without_end_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "_TRIFLE", 1_000)
    monkeypatch.setattr(archive_module, "_MOST_GROWTH", 2)
    members = {"a.py": SOURCE, "b.py": b" " * 100_000, "c.py": SOURCE}
    assert found(zipped(tmp_path / "a.zip", members)) == {"a.py": SOURCE, "": "archive"}
    # the stream is unpacked in records of 10 kB, so that nothing before the end of the allowance is lost but them
    assert found(tarred(tmp_path / "a.tar.gz", members))[""] == "archive"


def test_a_bomb_that_claims_to_be_small_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "bomb.tar.gz"
    with gzip.open(file, "wb") as made:
        for _ in range(70):
            made.write(b"\0" * 2**20)
    # zeros end a tar at once, whatever follows
    assert found(file) == {}


@pytest.mark.parametrize("kind", ["empty", "text", "half zip", "half tar", "encrypted"])
def test_a_broken_archive_is_a_failure_without_a_path(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a.zip"
    members = {f"m{number}.py": bytes(range(256)) * number for number in range(200)}
    if kind == "half tar":
        data = tarred(file, members).read_bytes()
        file.write_bytes(data[: len(data) // 2])
    elif kind == "half zip":
        data = zipped(file, members).read_bytes()
        file.write_bytes(data[: len(data) // 2])
    elif kind == "encrypted":
        locked = bytearray(zipped(file, {"m.py": SOURCE}).read_bytes())
        # bit 0 of the flags, in the local header and in the directory
        locked[6] |= 1
        locked[locked.index(b"PK\x01\x02") + 8] |= 1
        file.write_bytes(locked)
    else:
        file.write_bytes(b"" if kind == "empty" else b"no archive at all\n" * 100)
    assert found(file).pop("") == "archive"


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_escapes(tmp_path: Path, data: st.DataObject) -> None:
    members = {"a.py": SOURCE * 50, "b/c.py": SOURCE, "d.txt": b"0" * 500}
    make = zipped if data.draw(st.booleans()) else tarred
    damaged = bytearray(make(tmp_path / "a", members).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "a").write_bytes(damaged)
    for entry in archived(tmp_path / "a", Config()):
        assert isinstance(entry, (Input, FileReport))
        assert isinstance(entry, Input) or entry.skipped or isinstance(entry.failure, Failure)
