"""Python files inside of archives, read in memory: nothing is ever unpacked to disk, so that no name can lead anywhere.

Archives come from strangers. Each is read under limits, and one that is damaged ends with a failure, never the survey.
"""

from __future__ import annotations

import bz2
import gzip
import io
import stat
import tarfile
import zipfile
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, cast

from doclint.model.input import Input
from doclint.model.report import Failure, FileReport

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doclint.model.config import Config

SUFFIXES = (".py", ".pyi", ".ipynb")

# six times the longest module in 70 popular packages and their dependencies, 1.4 MB; beyond it lie tables of data
MOST_BYTES = 8 * 1024 * 1024

# source shrinks to a fifth or a tenth; what grows a hundredfold, and not from a trifle, was made to fill memory
_MOST_GROWTH = 100
_TRIFLE = 64 * 1024 * 1024

# not LZMA: the size of its dictionary, up to 4 GB, is for the archive to choose
_ZIP_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)


class TooMuch(Exception):
    """An archive unpacks to more than a survey will read."""


class Allowance:
    """How many more bytes of an archive may be unpacked."""

    def __init__(self, packed: int) -> None:
        self._most = self._left = max(_TRIFLE, packed * _MOST_GROWTH)

    def spend(self, count: int) -> None:
        """Takes bytes off.

        Raises:
            TooMuch: when there are not so many left.
        """
        self._left -= count
        if self._left < 0:
            raise TooMuch(f"unpacks to more than {self._most // 2**20} MB: look at it by hand")


def archived(file: Path, config: Config) -> Iterator[Input | FileReport]:
    """The Python files of a .zip, .whl, .tar, .tar.gz or .tar.bz2, with what is refused as a report of its own.

    What is wrong with the archive as a whole comes last, as the failure of a report without a path.
    """
    allowance = Allowance(file.stat().st_size)
    is_zip = zipfile.is_zipfile(file)
    with file.open("rb") as opened:
        yield from guarded(_zipped(opened, config, allowance) if is_zip else tarred(opened, config, allowance))


def guarded(found: Iterator[Input | FileReport]) -> Iterator[Input | FileReport]:
    """What an archive holds, up to where it is damaged."""
    try:
        yield from found
    except TooMuch as error:
        yield FileReport("", failure=Failure("archive", str(error)))
    # not a list of kinds: on damaged archives zipfile, tarfile and zlib raise a dozen, some of them by mistake
    except Exception as error:
        message = f"{type(error).__name__}: {error}: check that it is a whole .zip, .whl or .tar.gz"
        yield FileReport("", failure=Failure("archive", message))


def _zipped(opened: IO[bytes], config: Config, allowance: Allowance) -> Iterator[Input | FileReport]:
    with zipfile.ZipFile(opened) as archive:
        # of a name that comes twice the last one is what unpacking would leave
        members = {member.filename: member for member in archive.infolist()}
        for name, member in sorted(members.items()):
            if member.is_dir() or not name.endswith(SUFFIXES):
                continue
            if stat.S_ISLNK(member.external_attr >> 16):
                yield FileReport(name, skipped="link")
            elif member.compress_type not in _ZIP_METHODS:
                yield refused(name, "packed with a method that a survey does not unpack")
            else:
                yield _member(name, archive.open(member), config, allowance)


def tarred(packed: IO[bytes], config: Config, allowance: Allowance) -> Iterator[Input | FileReport]:
    """The Python files of a tar stream, which may be compressed."""
    buffered = packed if isinstance(packed, io.BufferedReader) else io.BufferedReader(packed)  # type: ignore[type-var]
    head = buffered.peek(3)
    plain: IO[bytes] = buffered
    if head.startswith(b"\x1f\x8b"):
        plain = cast("IO[bytes]", gzip.open(buffered))  # noqa: SIM115 - the stream below is the caller's to close
    elif head.startswith(b"BZh"):
        plain = bz2.open(buffered)  # noqa: SIM115 - as above
    with tarfile.open(fileobj=_Counted(plain, allowance), mode="r|") as archive:  # type: ignore[call-overload]
        met: set[str] = set()
        for member in archive:
            # tarfile remembers every member, which for a long archive is most of the memory taken
            archive.members = []
            if not member.name.endswith(SUFFIXES) or member.isdir() or member.name in met:
                continue
            met.add(member.name)
            content = archive.extractfile(member) if member.isfile() else None
            if content is None:
                yield FileReport(member.name, skipped="link")
            else:
                # the stream was counted when it was unpacked
                yield _member(member.name, content, config, None)


def _member(name: str, content: IO[bytes], config: Config, allowance: Allowance | None) -> Input | FileReport:
    place = PurePosixPath(name.replace("\\", "/"))
    if place.is_absolute() or ".." in place.parts:
        return refused(name, "its name leads out of the archive")
    # the size that an archive states is a claim; one byte more than allowed tells enough
    data = content.read(MOST_BYTES + 1)
    if allowance is not None:
        allowance.spend(len(data))
    return sized(name, data, config)


def sized(name: str, data: bytes, config: Config) -> Input | FileReport:
    """The input, where it is not too long to be source."""
    if len(data) > MOST_BYTES:
        return refused(name, f"longer than {MOST_BYTES // 2**20} MB")
    return Input(name, config, data)


def refused(name: str, why: str) -> FileReport:
    """The report of a file that is not read at all."""
    return FileReport(name, failure=Failure("refused", f"{why}: look at it by hand"))


class _Counted:
    """A stream that spends an allowance as it is read; the only method that tarfile calls on one."""

    def __init__(self, stream: IO[bytes], allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def read(self, count: int) -> bytes:
        data = self._stream.read(count)
        self._allowance.spend(len(data))
        return data
