"""Real files: no question is asked where a specific reason already stands."""

from __future__ import annotations

import json
import logging
from concurrent import futures
from pathlib import Path
from unittest import mock

import pytest

from doclint.judge.reason import reason_of
from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.remark import Placement
from doclint.rules import RULES, StepRule
from doclint.source.read import read

# modules of the standard library that their maintainers explain: they are there on every machine that runs tests
_FILES = [
    Path(logging.__file__),
    Path(json.__file__).with_name("decoder.py"),
    Path(futures.__file__).with_name("process.py"),
    Path(mock.__file__),
]
_ASKED = frozenset(rule.code for rule in RULES if isinstance(rule, StepRule))
_STRONG = 2


def explained_lines(data: bytes) -> dict[int, str]:
    """The lines that carry a specific reason at their end or right above, by the plainest reading of places."""
    found: dict[int, str] = {}
    texts: set[str] = set()
    for remark in read(data).remarks:
        words = " ".join(remark.text.split()).lower()
        if words in texts or reason_of(remark).strength < _STRONG:
            continue
        texts.add(words)
        if remark.placement is Placement.TRAILING:
            found[remark.span.line] = remark.text
        elif remark.placement is Placement.LEAD:
            found[remark.span.end_line + 1] = remark.text
    return found


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_no_question_sits_on_a_reason(file: Path) -> None:
    data = file.read_bytes()
    reasons = explained_lines(data)
    assert reasons
    report = lint_source(data, file.name, Config(select=("WHY1",)))
    assert [f for f in report.findings if f.code in _ASKED and f.span.line in reasons] == []
