"""Reports kept between runs, so that only what changed is judged again."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import time
import zlib
from contextlib import closing, suppress
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from doclint.edge.packed import Unpackable, packed, unpacked
from doclint.model.config import Config
from doclint.model.report import FileReport

# a report takes 200 to 1,000 bytes: room for the 280,000 files of a repository with 100 million lines, each kept once
_LARGEST = 256 * 1024 * 1024
# details take 97 bytes a line, so those of the longest modules 4 MB; a file that came with a repository may claim more
_LONGEST = 64 * 1024 * 1024
# the details of a file shrink to a quarter, and most reports without them are shorter than a page of the file
_LONG = 4096
_DAY = 24 * 60 * 60

_TABLE = "CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, report TEXT, used INTEGER) WITHOUT ROWID"

# the words that the convention at bford.info asks for; backup tools look for them
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache made by doclint; it can be deleted.\n"


class Cache:
    """The reports of one folder, in one SQLite file, which several runs may use at once.

    A cache that cannot be read is made anew, and one that cannot be written either keeps nothing: a cache is never a
    reason for a run to fail.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / "reports.sqlite"
        self._fresh: dict[bytes, str | bytes] = {}
        self._now = int(time.time())
        self._base: sqlite3.Connection | None = None
        with suppress(OSError):
            _prepare(folder)
            self._base = _opened(self.file)

    def get(self, key: bytes) -> FileReport | None:
        """The report kept under the key."""
        text = self.text(key)
        try:
            return None if text is None else unpacked(FileReport, text)
        except Unpackable:
            return None

    def put(self, key: bytes, report: FileReport) -> None:
        """Keeps a report, from the next `save` on."""
        self.keep(key, packed(report))

    def text(self, key: bytes) -> str | None:
        """The text kept under the key."""
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT report, used FROM reports WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            text = _inflated(row[0])
        except (sqlite3.Error, Unpackable):
            return None
        # to the day: a write for every report read would cost more than the reading
        if self._now - row[1] > _DAY:
            self._fresh[key] = row[0]
        return text

    def keep(self, key: bytes, text: str) -> None:
        """Keeps a text, from the next `save` on."""
        self._fresh[key] = text if len(text) < _LONG else zlib.compress(text.encode(), level=1)

    def save(self) -> None:
        """Writes what is new and lets the longest unused go where the file has grown too large."""
        if self._base is None:
            return
        rows = [(key, report, self._now) for key, report in sorted(self._fresh.items())]
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", rows)
            if rows and _size(self.file) > _LARGEST:
                self._shrink(self._base)
        self._fresh.clear()

    def close(self) -> None:
        """Saves and lets go of the file."""
        self.save()
        if self._base is not None:
            self._base.close()

    def _shrink(self, base: sqlite3.Connection) -> None:
        """Half goes at once: dropping single rows would shrink the file again at every run."""
        half = base.execute("SELECT count(*) / 2 FROM reports").fetchone()[0]
        base.execute("DELETE FROM reports WHERE key IN (SELECT key FROM reports ORDER BY used LIMIT ?)", (half,))


def kept(folder: Path) -> tuple[int, int]:
    """How many reports the folder keeps, and in how many bytes."""
    file = folder / "reports.sqlite"
    if not file.exists():
        return 0, 0
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as base:
        return int(base.execute("SELECT count(*) FROM reports").fetchone()[0]), _size(file)
    return 0, _size(file)


def clear(folder: Path) -> int:
    """Removes the cache of a folder; the bytes freed."""
    freed = 0
    for file in sorted(folder.glob("reports.sqlite*")):
        freed += file.stat().st_size
        file.unlink()
    return freed


def blob_of(data: bytes) -> str:
    """The name that git has for these bytes: with it, what is in history is found in the cache without being read."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def key_of(blob: str, path: str, config: Config, *, details: bool = False) -> bytes:
    """What a report depends on: the bytes, the name, the settings that judge, doclint itself and its Python."""
    digest = hashlib.blake2b(_program(), digest_size=20)
    digest.update(f"{path}\0{judging(config)}\0{details}\0{blob}".encode(errors="surrogateescape"))
    return digest.digest()


def key_of_blame(path: str, committed: str, present: str) -> bytes:
    """What a blame is kept under: the path from the root, and the content in the last commit and on disk."""
    told = f"blame\0{path}\0{committed}\0{present}"
    return hashlib.blake2b(told.encode(errors="surrogateescape"), digest_size=20).digest()


@lru_cache(maxsize=64)
def judging(config: Config) -> str:
    """The settings that judge, as a text: those that choose files or order the output should not empty the cache."""
    return repr(replace(config, **_INDIFFERENT))


_INDIFFERENT = {
    name: getattr(Config(), name)
    for name in ("exclude", "extend_exclude", "per_file_ignores", "respect_gitignore", "fail_on", "fail_under", "top")
}


@cache
def _program() -> bytes:
    """A digest of doclint's own files, weights and rules among them, by size and time of change."""
    root = Path(__file__).parents[1]
    files = sorted(path for path in root.rglob("*") if path.suffix != ".pyc" and path.is_file())
    stats = [(str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.blake2b(repr((sys.version_info[:2], stats)).encode(), digest_size=20).digest()


def _inflated(kept: str | bytes) -> str:
    """The text of a report that was long.

    Raises:
        Unpackable: for other bytes, and for more of them than any report has: the file may have come with a repository.
    """
    if isinstance(kept, str):
        return kept
    inflating = zlib.decompressobj()
    try:
        text = inflating.decompress(kept, _LONGEST).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise Unpackable(str(error)) from None
    if not inflating.eof:
        raise Unpackable("longer than any report")
    return text


def _size(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_size
    return 0


def _prepare(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")


def _opened(file: Path) -> sqlite3.Connection | None:
    """The file's base, made anew where it is none; None where it is locked or cannot be written."""
    try:
        return _connected(file)
    except sqlite3.OperationalError:
        return None
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)
    with suppress(sqlite3.Error):
        return _connected(file)
    return None


def _connected(file: Path) -> sqlite3.Connection:
    # sqlite's own default, spelt out: another run holds the base only while it writes, so that 5 s mean it hangs
    base = sqlite3.connect(file, timeout=5)
    try:
        base.execute(_TABLE)
        # a base half written can open well and fail at the first row that is read
        base.execute("SELECT report, used FROM reports WHERE key = x'00'").fetchone()
    except sqlite3.Error:
        base.close()
        raise
    return base
