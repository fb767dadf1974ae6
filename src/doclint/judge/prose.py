"""The words of a remark without what marks them as a comment, and the sentences of a docstring."""

from __future__ import annotations

import re
from functools import lru_cache

_MARKER = re.compile(r"[ \t]*#+[:!|]?[ \t]?")
_RULING = re.compile(r"[-=*#~_+/\\|<>.]{3}")
_RULER = re.compile(r"^[ \t]*[-=*#~_+/\\|<>.]{3,}[ \t]*|[ \t]*[-=*#~_]{3,}[ \t]*$", re.M)
_DOCTEST = re.compile(r"^[ \t]*(>>>|\.\.\.[ \t]).*$", re.M)
_FENCED = re.compile(r"```.*?(```|\Z)", re.S)
_SECTION = re.compile(
    r"\s*(Args|Arguments|Parameters|Params|Other Parameters|Returns?|Raises|Yields|Attributes|Examples?|References|"
    r"See Also|Keyword Args|Keyword Arguments|Usage|Methods)\s*:?\s*$"
)
_FIELD = re.compile(r"\s*(:\w[^:\n]*:|@\w+|\.\. |[-=*~^]{3,})")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`*\"'(])")
_WORDS = re.compile(r"[A-Za-z]{2,}")

# a fragment of fewer words is a title or a type, never a reason: the labelled sentences were cut the same way
_SHORTEST_SENTENCE = 4


# every rule about comments starts from these words, one remark after the other
@lru_cache(maxsize=64)
def bare(comment: str) -> str:
    """A comment's words, one line a line, markers and rulers gone."""
    # line by line: a pattern that may begin at any line's start is tried at every letter
    prose = "\n".join([line[match.end() :] if (match := _MARKER.match(line)) else line for line in comment.split("\n")])
    return (_RULER.sub("", prose) if _RULING.search(prose) else prose).strip()


def docstring_sentences(docstring: str) -> list[str]:
    """The prose sentences of a docstring; parameter sections, field lists and examples are left out."""
    prose = _FENCED.sub("\n\n", _DOCTEST.sub("", docstring))
    found: list[str] = []
    for paragraph in _PARAGRAPH.split(prose):
        first = paragraph.strip().split("\n", 1)[0]
        if _SECTION.match(first) or _FIELD.match(paragraph):
            continue
        flat = " ".join(paragraph.split())
        found.extend(part for part in _SENTENCE_END.split(flat) if len(_WORDS.findall(part)) >= _SHORTEST_SENTENCE)
    return found
