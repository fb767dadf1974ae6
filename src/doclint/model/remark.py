"""A remark: a piece of prose about code."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from doclint.model.span import Span


class Placement(str, Enum):
    """Where a remark sits, which decides what it can answer."""

    MODULE_HEADER = "module-header"
    LEAD = "lead"
    TRAILING = "trailing"
    BLOCK_HEADER = "block-header"
    INSIDE = "inside"
    FOOTER = "footer"
    DOCSTRING = "docstring"
    MESSAGE = "message"
    MARKDOWN = "markdown"


class Remark(NamedTuple):
    """A comment block, trailing comment, docstring, message string or markdown cell.

    `text` is as written, comment markers included, lines joined by newlines and stripped of their indentation (a
    docstring's is its value, dedented). `step` is the index of the step it is attached to: the statement below,
    beside or around it, the definition a docstring belongs to. `code` is the code it speaks about, as a reader sees
    it next to the remark, and `where` the header line of the function or class around it.
    """

    span: Span
    placement: Placement
    text: str
    step: int
    code: str
    where: str = ""
