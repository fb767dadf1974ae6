"""The bytes of a file that is about to be judged."""

from __future__ import annotations

import errno
import os
import stat


def read_whole(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: when it cannot be read, and for pipes and devices.
    """
    # a Path for every file takes as long as reading it
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
        # a pipe named like a module would block the whole run until someone writes into it
        raise OSError(errno.EINVAL, "neither a file nor a link to one", path)
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
