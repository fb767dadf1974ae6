"""The pinned packages that the labels point into.

Models learn from one list only, `packages.tsv`: results are checked by others on packages outside it, and whoever
learned from those would check nothing. `measured-packages.tsv` lists packages whose labels are for measuring.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS = Path(__file__).parent / "labels"

# a third is kept back: enough labels to see .03 of F1 (about 1,100), and two thirds left to learn from
_PARTS = 3
FOLDS = 5

_LISTS = {"packages.tsv": True, "measured-packages.tsv": False}


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned archive of the package index; `teaches` says whether models may learn from it."""

    name: str
    version: str
    archive: str
    teaches: bool = False

    @property
    def key(self) -> str:
        """How label files name it."""
        return f"{self.name}-{self.version}"

    @property
    def is_kept_back(self) -> bool:
        """Whether no measured model may have seen it: it never teaches, or it is of the last third."""
        return not self.teaches or self.is_of_last_third

    @property
    def is_of_last_third(self) -> bool:
        """Whether a checksum of its name puts it into the third that conditions were not written on."""
        return zlib.crc32(self.name.encode()) % _PARTS == 0

    @property
    def fold(self) -> int:
        """The part it is tested in when models are compared on the other two thirds."""
        return zlib.crc32(f"fold{self.name}".encode()) % FOLDS


def packages(file: str = "") -> dict[str, Package]:
    """All labelled packages, or those of another list, by the key that label files use."""
    listed = {file: False} if file else _LISTS
    found = [package for name, teaches in listed.items() for package in _listed(name, teaches)]
    return {package.key: package for package in found}


def _listed(file: str, teaches: bool) -> Iterator[Package]:
    for row in (LABELS / file).read_text(encoding="utf-8").splitlines()[1:]:
        name, version, archive = row.split("\t")
        yield Package(name, version, archive, teaches)


def fetch(package: Package, cache: Path) -> Path:
    """The folder of a package's Python files, downloaded once.

    Raises:
        subprocess.CalledProcessError: when pip cannot download the pinned version.
    """
    folder = cache / package.key
    if folder.is_dir():
        return folder
    downloads = cache / "archives"
    downloads.mkdir(parents=True, exist_ok=True)
    # built archives of another platform hold the same Python files, so the first one that pip offers will do
    kind = ["--only-binary", ":all:"] if package.archive.endswith(".whl") else ["--no-binary", ":all:"]
    requirement = f"{package.name}=={package.version}"
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-build-isolation", *kind]
    subprocess.run([*command, "-d", str(downloads), requirement], check=True)
    partial = folder.with_name(f"{folder.name}.partial")
    _unpack(_archive(package, downloads), partial)
    return partial.rename(folder)


def _archive(package: Package, downloads: Path) -> Path:
    exact = downloads / package.archive
    if exact.exists():
        return exact
    start = f"{package.name}-{package.version}".replace("-", "_").lower()
    return next(path for path in sorted(downloads.iterdir()) if path.name.replace("-", "_").lower().startswith(start))


def _unpack(archive: Path, folder: Path) -> None:
    """Extracts the Python files only: the rest is most of the bytes and never read."""
    if archive.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(archive) as bundle:
            bundle.extractall(folder, [name for name in bundle.namelist() if name.endswith(".py")])
        return
    with tarfile.open(archive) as bundle:
        members = [member for member in bundle if member.isfile() and member.name.endswith(".py")]
        bundle.extractall(folder, members, filter="data")
