"""The tables of a survey: Parquet, grown part by part and joined at the end.

A Parquet file cannot be added to. So parts go into a folder beside it, each renamed into place when it is whole, and
become one file when the list is done. `NAME.parquet` is there exactly when a survey is complete: while one goes on,
what was there before is its first part.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# half a minute of work on two cores is what an interrupt can cost
PART_FILES = 2_000

# the size that readers of Parquet are made for; a part by itself would be a group far too small
_GROUP_ROWS = 100_000

_FILES, _FINDINGS = "files", "findings"


class BadTables(Exception):
    """The tables cannot be used; the message says what to do."""


class Tables:
    """The two tables of a survey: a row a file in `target`, a row a finding beside it in `NAME.findings.parquet`.

    `made_by` says what answers depend on; tables that another doclint or other settings made are not added to.

    Raises:
        BadTables: when pyarrow is missing, or the target is something else.
    """

    def __init__(self, target: Path, made_by: str) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise BadTables(
                "a survey is written as Parquet, which needs pyarrow: pip install 'doclint[dask]'"
            ) from None
        self._arrow: Any = pyarrow
        self._parquet: Any = pyarrow.parquet
        self._made_by = made_by
        self.targets = {_FILES: target, _FINDINGS: target.with_name(f"{target.stem}.findings.parquet")}
        self._folder = target.with_name(f"{target.stem}.parts")
        self._rows: dict[str, list[dict[str, Any]]] = {_FILES: [], _FINDINGS: []}
        self._tidy()
        self._next = 1 + max((_number(path) for path in self._parts(_FILES)), default=0)

    def done(self) -> frozenset[str]:
        """The sources that have their rows."""
        target = self.targets[_FILES]
        tables = [target] if target.exists() else self._parts(_FILES)
        return frozenset(source for table in tables for source in self._sources(table))

    def start(self) -> None:
        """Makes room for parts; tables of an earlier survey become the first of them."""
        self._folder.mkdir(exist_ok=True)
        # findings alone are the half of an interrupted `finish`, which will be written again
        if self.targets[_FILES].exists():
            # files first: from here on the survey counts as unfinished
            for kind in (_FILES, _FINDINGS):
                self.targets[kind].replace(self._part(0, kind))

    def add(self, files: Sequence[dict[str, Any]], findings: Sequence[dict[str, Any]]) -> None:
        """Adds all rows of a source."""
        self._rows[_FILES].extend(files)
        self._rows[_FINDINGS].extend(findings)
        if len(self._rows[_FILES]) >= PART_FILES:
            self._write_part()

    def finish(self) -> None:
        """Joins the parts, in the order they were written."""
        self._write_part()
        # files last, since they say that all is there
        for kind in (_FINDINGS, _FILES):
            waiting = self._folder / f"{kind}.tmp"
            with self._parquet.ParquetWriter(waiting, self._schema(kind), compression="zstd") as writer:
                for table in self._groups(kind):
                    writer.write_table(table, row_group_size=_GROUP_ROWS)
            _commit(waiting, self.targets[kind])
        shutil.rmtree(self._folder)

    def _write_part(self) -> None:
        if not self._rows[_FILES]:
            return
        # a part is there when its files are, so these come last
        for kind in (_FINDINGS, _FILES):
            waiting = self._folder / f"{kind}.tmp"
            table = self._arrow.Table.from_pylist(self._rows[kind], schema=self._schema(kind))
            self._parquet.write_table(table, waiting, compression="zstd")
            _commit(waiting, self._part(self._next, kind))
            self._rows[kind] = []
        self._next += 1

    def _groups(self, kind: str) -> Iterator[Any]:
        """The rows of all parts, as tables of about a row group each."""
        gathered: list[Any] = []
        for path in self._parts(kind):
            gathered.append(self._parquet.read_table(path, use_threads=False))
            if sum(len(table) for table in gathered) >= _GROUP_ROWS:
                yield self._arrow.concat_tables(gathered)
                gathered = []
        if gathered:
            yield self._arrow.concat_tables(gathered)

    def _parts(self, kind: str) -> list[Path]:
        return sorted(self._folder.glob(f"*.{kind}.parquet"), key=_number)

    def _part(self, number: int, kind: str) -> Path:
        return self._folder / f"{number}.{kind}.parquet"

    def _tidy(self) -> None:
        """Ends what an interrupted `start` or `finish` left half done, and drops what was never whole."""
        if self.targets[_FILES].exists():
            # joined already
            shutil.rmtree(self._folder, ignore_errors=True)
        elif self._part(0, _FILES).exists() and not self._part(0, _FINDINGS).exists():
            with suppress(FileNotFoundError):
                self.targets[_FINDINGS].replace(self._part(0, _FINDINGS))
        whole = {_number(path) for path in self._parts(_FILES)}
        for path in self._parts(_FINDINGS):
            if _number(path) not in whole:
                path.unlink()

    def _sources(self, table: Path) -> list[str]:
        try:
            # no threads in any reading: workers are forked from this process, and a fork copies the locks of threads
            found = self._parquet.read_table(table, columns=["source"], use_threads=False)
        except (self._arrow.ArrowException, OSError, KeyError) as error:
            raise BadTables(f"{table} is no table of a survey ({error}): name another file with -o") from None
        made_by = (found.schema.metadata or {}).get(b"doclint", b"").decode()
        if made_by != self._made_by:
            raise BadTables(
                f"{table} was made by {made_by or 'something else'}, this is {self._made_by}: "
                "name another file with -o, or delete it to begin anew"
            )
        return [str(source) for source in found.column("source").unique().to_pylist()]

    def _schema(self, kind: str) -> Any:
        text, whole, real = self._arrow.string(), self._arrow.int32(), self._arrow.float64()
        kinds = {"s": text, "i": whole, "f": real, "l": self._arrow.list_(text)}
        columns = [word.split(":") for word in _COLUMNS[kind].split()]
        fields = [(name, kinds[letter]) for name, letter in columns]
        return self._arrow.schema(fields, metadata={"doclint": self._made_by})


_COLUMNS = {
    _FILES: """
        source:s path:s lines:i score:f asked:i answered:i findings:i skipped:s
        failure:s failure_message:s failure_line:i
    """,
    _FINDINGS: """
        source:s path:s code:s rule:s line:i column:i end_line:i end_column:i cell:i symbol:s question:s severity:s
        confidence:f need:f explained:f causes:l fingerprint:s
    """,
}


def _number(part: Path) -> int:
    return int(part.name.partition(".")[0])


def _commit(waiting: Path, path: Path) -> None:
    # without it a power cut may keep the new name and lose the content
    with waiting.open("rb") as file:
        os.fsync(file.fileno())
    waiting.replace(path)
