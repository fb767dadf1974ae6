"""The bytes of a file that is about to be judged."""

from __future__ import annotations

import errno
import stat
from pathlib import Path


def read_whole(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: when it cannot be read, and for pipes and devices.
    """
    file = Path(path)
    if not stat.S_ISREG(file.stat().st_mode):
        # a pipe named like a module would block the whole run until someone writes into it
        raise OSError(errno.EINVAL, "neither a file nor a link to one", path)
    return file.read_bytes()
