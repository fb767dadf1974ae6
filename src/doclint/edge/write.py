"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, text: str) -> None:
    """Replaces the file in one step, so that a reader never meets half of it.

    Raises:
        OSError: when the folder is missing or not writable; the old file is then untouched.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        # mkstemp makes files private; a report is as public as any file the user makes
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def append(path: Path, text: str) -> None:
    """Adds the text at the end of a file that others write to as well.

    Raises:
        OSError: when the file cannot be opened.
    """
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(text)
