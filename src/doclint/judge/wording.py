"""The text of lines as a comparison needs it: without white space, and code apart from comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# a comment sign within quotes is none; a string over several lines may be cut at one, and is so on both sides
_CODE = re.compile(r"""(?:[^'"#]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|['"])*""")


def code_of(line: str) -> str:
    """The line up to its comment, without white space: answering a step does not change what the step says."""
    match = _CODE.match(line)
    return "".join(match[0].split()) if match else ""


def comment_of(line: str) -> str:
    """The comment of a line, without white space."""
    match = _CODE.match(line)
    return "".join(line[match.end() :].split()) if match else ""


def wording(lines: Iterable[str], *, of_comment: bool) -> str:
    """The text of neighbouring lines in one; rewrapping and reindenting leave it as it is."""
    part = comment_of if of_comment else code_of
    return "".join(part(line) for line in lines)
