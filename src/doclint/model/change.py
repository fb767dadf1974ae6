"""What a branch, an index or a patch changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file on both sides of a change, as bytes; `before` is empty for a new file and `after` None for a deleted one.

    Deleted files stay in a change: text that moved out of them is old text wherever it arrives.
    """

    path: str
    before: bytes
    after: bytes | None
