"""Where files are judged: on this machine, or on the cluster that an address names."""

from __future__ import annotations

from urllib.parse import urlsplit

from doclint.model.effort import LOCAL

SCHEME = "dask://"


class NoCluster(Exception):
    """The cluster cannot be used; the message says what to do."""


def checked_executor(text: str) -> str:
    """The text, where it names an executor.

    Raises:
        ValueError: for anything but `local` and `dask://HOST:PORT`, with what was expected.
    """
    if text != LOCAL:
        parts = urlsplit(text)
        # a port out of range raises by itself, in words as good as any
        if not (text.startswith(SCHEME) and parts.hostname and parts.port) or parts.path or parts.query:
            raise ValueError(f"{text!r} is neither local nor dask://HOST:PORT")
    return text
