"""The comments of a module as remarks: neighbouring lines joined, with the code a reader sees beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.model.remark import Remark
from doclint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.source.comments import Comment

# what a reader has in view below a comment; the annotators of the labels saw as many lines
_LINES_IN_VIEW = 9


def join(comments: Sequence[Comment], lines: Sequence[str], headers: Mapping[int, str]) -> list[Remark]:
    """Remarks of comments: own-line neighbours with the same column and step become one block."""
    remarks: list[Remark] = []
    block: list[Comment] = []
    bare = _without(comments, lines)
    for comment in sorted(comments, key=lambda comment: comment.line):
        if block and not _continues(block[-1], comment, lines):
            remarks.append(_remark(block, bare, headers))
            block = []
        block.append(comment)
    if block:
        remarks.append(_remark(block, bare, headers))
    return remarks


def _without(comments: Sequence[Comment], lines: Sequence[str]) -> list[str]:
    """The lines as code alone: a text beside another comment must not look known because that one says it too."""
    bare = list(lines)
    for comment in comments:
        bare[comment.line - 1] = bare[comment.line - 1][: comment.column - 1].rstrip()
    return bare


def _continues(above: Comment, below: Comment, lines: Sequence[str]) -> bool:
    same = (above.line + 1, above.column, above.placement, above.step)
    if same != (below.line, below.column, below.placement, below.step):
        return False
    return (
        not lines[below.line - 1][: below.column - 1].strip() and not lines[above.line - 1][: above.column - 1].strip()
    )


def _remark(block: Sequence[Comment], lines: Sequence[str], headers: Mapping[int, str]) -> Remark:
    first, last = block[0], block[-1]
    span = Span(first.line, first.column, last.line, last.column + len(last.text))
    beside = lines[first.line - 1][: first.column - 1].strip()
    code = beside or "\n".join(line for line in lines[last.line : last.line + _LINES_IN_VIEW] if line)
    text = "\n".join(comment.text for comment in block)
    return Remark(span, first.placement, text, first.step, code, headers.get(first.step, ""))
