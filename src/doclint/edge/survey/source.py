"""One line of a survey's list to the Python files that it names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from doclint.edge.discover import discover
from doclint.edge.read import read_whole
from doclint.edge.survey.archive import MOST_BYTES, Allowance, archived, guarded, refused, sized, tarred
from doclint.model.report import Failure, FileReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.config import Config
    from doclint.model.input import Input

_REMOTE = re.compile(r"(https?|ssh|git|file)://|git@[\w.-]+:")
_PINNED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(\[[\w,.-]*\])?==[A-Za-z0-9][A-Za-z0-9.!+_-]*")

# a clone of one commit of the largest repositories takes minutes; a host that hangs takes for ever
_FETCH_SECONDS = 900

# what stands for the packed size of a clone: a working tree of 6 GB, more than any known to hold Python
_CLONE_BYTES = 64 * 1024 * 1024


class _Failed(Exception):
    """A source that cannot be had; the message says why."""


def source_lines(text: str) -> list[str]:
    """The sources that a list names, each once; blank lines and those that start with # name none."""
    lines = (line.strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def entries(source: str, config: Config) -> Iterator[Input | FileReport]:
    """The Python files of a folder, an archive, a git URL or a pinned package, with their bytes.

    What cannot be had is a report with its failure, under no path where that is the source itself.
    """
    path = Path(source)
    try:
        if path.is_dir():
            yield from _below(path, config)
        elif path.exists():
            yield from archived(path, config)
        elif _REMOTE.match(source):
            with _cloned(source) as stream:
                yield from guarded(tarred(stream, config, Allowance(_CLONE_BYTES)))
        elif _PINNED.fullmatch(source):
            with _downloaded(source) as file:
                yield from archived(file, config)
        else:
            yield _unavailable("there is no such folder or archive")
    except _Failed as error:
        yield _unavailable(str(error))
    except (OSError, subprocess.SubprocessError) as error:
        yield _unavailable(f"{type(error).__name__}: {error}")


def _unavailable(message: str) -> FileReport:
    return FileReport("", failure=Failure("source", message))


def _below(folder: Path, config: Config) -> Iterator[Input | FileReport]:
    for path in discover([str(folder)], config):
        name = os.path.relpath(path, folder)
        # a link of a stranger's repository may point to any file of this machine
        if Path(path).is_symlink():
            yield FileReport(name, skipped="link")
            continue
        try:
            too_long = Path(path).stat().st_size > MOST_BYTES
            yield refused(name, "longer than source ever is") if too_long else sized(name, read_whole(path), config)
        except OSError as error:
            yield FileReport(name, failure=Failure("io", f"{error.strerror}: check that the file is readable"))


@contextmanager
def _cloned(url: str) -> Iterator[IO[bytes]]:
    """The files of a repository's last commit as a tar stream; no work tree, so that no link or filter of it acts."""
    with tempfile.TemporaryDirectory(prefix="doclint-survey-") as folder:
        _fetch(["git", "clone", "--quiet", "--bare", "--depth", "1", "--", url, folder])
        command = ["git", "archive", "--format=tar", "HEAD"]
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_unattended()
        ) as packing:
            try:
                yield cast("IO[bytes]", packing.stdout)
            finally:
                packing.kill()


@contextmanager
def _downloaded(pinned: str) -> Iterator[Path]:
    """The wheel of a package, from wherever pip is configured to look."""
    with tempfile.TemporaryDirectory(prefix="doclint-survey-") as folder:
        # wheels only: asked for the metadata of a source archive, pip runs the program in it
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download"]
        _fetch([*pip, "--no-deps", "--only-binary", ":all:", "--dest", folder, pinned])
        yield next(Path(folder).iterdir())


def _fetch(command: list[str]) -> None:
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=_FETCH_SECONDS, env=_unattended(), stdin=subprocess.DEVNULL
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or [f"{command[0]} failed without a word"]
        # what both git and pip say below it is advice
        raise _Failed(next((line for line in said if line.startswith(("fatal:", "ERROR:"))), said[-1]))


def _unattended() -> dict[str, str]:
    """The environment in which git fails where it would ask for a password, and fetches no large files."""
    return {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}
