"""The text of lines as a comparison needs it: without white space, and code apart from comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# a comment sign within quotes is none; a string over several lines may be cut at one, and is so on both sides
# not one repeated group: the engine keeps a way back for each repetition, which is gigabytes on a long line
_PIECE = re.compile(r"""[^'"#]+|'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*"|['"]""")


def code_of(line: str) -> str:
    """The line up to its comment, without white space: answering a step does not change what the step says."""
    return "".join(line[: _code_end(line)].split())


def comment_of(line: str) -> str:
    """The comment of a line, without white space."""
    return "".join(line[_code_end(line) :].split())


def _code_end(line: str) -> int:
    if "#" not in line:
        return len(line)
    end = 0
    while match := _PIECE.match(line, end):
        end = match.end()
    return end


def wording(lines: Iterable[str], *, of_comment: bool) -> str:
    """The text of neighbouring lines in one; rewrapping and reindenting leave it as it is."""
    part = comment_of if of_comment else code_of
    return "".join(part(line) for line in lines)
