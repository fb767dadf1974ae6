"""Bytes to text, the way Python itself would read them."""

from __future__ import annotations

import io
import re
import tokenize

from doclint.model.report import Failure

# not str.splitlines: it also splits at form feeds and unicode separators, which Python does not count as line ends
NEWLINE = re.compile(r"\r\n|\r")


class Unreadable(Exception):
    """The file cannot be judged; `failure` is the value that its report carries."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def decode(data: bytes) -> str:
    """The text of a source file, with line ends folded to newlines.

    Honours a byte-order mark and a PEP 263 coding line. Folding line ends moves no line and no column, and spares
    every later stage from knowing about CRLF and lone CR.

    Raises:
        Unreadable: for null bytes, an unknown codec or bytes that the codec refuses.
    """
    null = data.find(b"\0")
    if null >= 0:
        line = data.count(b"\n", 0, null) + 1
        raise Unreadable(Failure("encoding", "null byte: this looks like a binary file, exclude it or rename it", line))
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except SyntaxError as error:
        raise Unreadable(
            Failure("encoding", f"{error.msg}: fix the coding line or save the file as UTF-8", 1)
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not valid {error.encoding}: save the file as UTF-8 or name its encoding in a coding line"
        raise Unreadable(Failure("encoding", message, line)) from None
    except (LookupError, ValueError) as error:
        # codecs that turn no bytes into text (`rot13`, `hex`) or refuse them in a way of their own (`utf-16`, `idna`)
        raise Unreadable(Failure("encoding", f"{error}: name a text encoding in the coding line", 1)) from None
    return NEWLINE.sub("\n", text)
