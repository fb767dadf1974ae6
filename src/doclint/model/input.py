"""What goes into the judgement of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from doclint.model.config import Config
    from doclint.model.report import Failure


class Input(NamedTuple):
    """One file to judge: the path that its findings will name, the settings for it, and its bytes.

    `data` is None for a file that is still to be read: under its path, or, where `blob` names one, from git's objects.
    It is a failure where reading was tried. `size` is in bytes, None where only the file system knows.

    A tuple, since a large run makes one a file and sends it to another process.
    """

    path: str
    config: Config
    data: bytes | Failure | None = None
    blob: str = ""
    size: int | None = None
