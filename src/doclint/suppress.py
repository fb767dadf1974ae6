"""Suppression comments: `# doclint: ignore[WHY103] -- reason`.

A suppressed step leaves the score on both sides: it counts neither as asked nor as answered, because nobody answered
it and the author says that nobody need ask. What the comment says for itself therefore never answers a step either.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from doclint.judge.reason import reason_of
from doclint.model.remark import Placement, Remark
from doclint.model.span import Span
from doclint.model.step import StepKind
from doclint.model.suppression import Suppression, Usage
from doclint.rules import RULES
from doclint.rules.selection import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.judgement import Reason
    from doclint.model.reading import Reading
    from doclint.model.step import Step
    from doclint.rules import Rule
    from doclint.rules.selection import Selection

# only at the start of a comment, so that prose may quote the form in backticks
_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*doclint:\s*ignore(?P<file>-file)?\b\s*(?:\[(?P<selectors>[^\]]*)\])?"
    r"(?:\s*(?:--|\N{EM DASH}|\N{EN DASH})\s*(?P<reason>.*))?"
)
_SPOKEN = frozenset({Placement.DOCSTRING, Placement.MESSAGE, Placement.MARKDOWN})
_BESIDE = frozenset({Placement.TRAILING, Placement.INSIDE, Placement.BLOCK_HEADER})


class Suppressions:
    """The suppressions of one file, and what each of them closed so far."""

    def __init__(self, reading: Reading) -> None:
        self.found = tuple(_found(reading))
        self._used: dict[Suppression, set[str]] = {}

    def closing(self, rule: Rule, line: int) -> Suppression | None:
        """The suppression that closes the rule's question beginning on a line; it counts as used from then on."""
        for suppression in self.found:
            if suppression.covers(line):
                meant = [word for word in suppression.selectors or ("ALL",) if matches(rule, word)]
                if meant:
                    self._used.setdefault(suppression, set()).update(meant)
                    return suppression
        return None

    def usages(self, selection: Selection) -> Iterator[Usage]:
        """What became of each suppression, once every question of the file has been put to `closing`."""
        for suppression in self.found:
            words, used = suppression.selectors or ("ALL",), self._used.get(suppression, set())
            unknown = tuple(word for word in words if not any(matches(rule, word) for rule in RULES))
            idle = tuple(word for word in words if word not in used and _ran(word, selection))
            judged = _judged(suppression) if suppression.reason else None
            yield Usage(suppression, idle, unknown, judged)


def without_reasons(reading: Reading) -> Reading:
    """The reading with the reasons of suppressions cut out of its remarks: they justify silence, not code."""
    if not any("doclint:" in remark.text for remark in reading.remarks):
        return reading
    return replace(reading, remarks=tuple(_without_reason(remark) for remark in reading.remarks))


def _without_reason(remark: Remark) -> Remark:
    if remark.placement in _SPOKEN or not _COMMENT.search(remark.text):
        return remark
    lines = (_COMMENT.sub("# doclint: ignore", line) for line in remark.text.split("\n"))
    return remark._replace(text="\n".join(lines))


def _found(reading: Reading) -> Iterator[Suppression]:
    for remark in reading.remarks:
        if remark.placement in _SPOKEN or "doclint:" not in remark.text:
            continue
        for offset, text in enumerate(remark.text.split("\n")):
            match = _COMMENT.search(text)
            if match is None:
                continue
            line, column = remark.span.line + offset, remark.span.column
            first, last = _served(remark, reading)
            if match["file"]:
                first, last = 1, len(reading.lines)
            yield Suppression(
                Span(line, column + match.start(), line, column + len(text.rstrip())),
                tuple(word.strip() for word in (match["selectors"] or "").split(",") if word.strip()),
                (match["reason"] or "").strip(),
                match["file"] is not None,
                first,
                last,
            )


def _served(remark: Remark, reading: Reading) -> tuple[int, int]:
    """The lines whose questions a suppression in the remark closes."""
    step = reading.steps[remark.step]
    if remark.placement in _BESIDE:
        whole = _whole(step, reading)
        return whole.span.line, whole.span.end_line
    if remark.placement is Placement.MODULE_HEADER and len(reading.steps) > 1:
        # a comment in line 1 introduces the module even where it touches the first statement
        touched = reading.steps[1]
        return 1, touched.span.end_line if touched.span.line == remark.span.end_line + 1 else remark.span.end_line
    if remark.placement is Placement.LEAD:
        return remark.span.line, max([step.span.end_line, *_docstring_ends(step, reading)])
    return remark.span.line, remark.span.end_line


def _whole(step: Step, reading: Reading) -> Step:
    """The handler of a step that is all its handler does: `pass  # doclint: ignore` speaks of the `except`."""
    parent = reading.steps[step.parent]
    alone = step.index == parent.index + 1 and step.block_end == parent.block_end
    return parent if alone and parent.kind is StepKind.HANDLER else step


def _docstring_ends(step: Step, reading: Reading) -> Iterator[int]:
    """A comment cannot stand in a docstring, so one above the definition serves it too."""
    for remark in reading.remarks:
        if remark.placement is Placement.DOCSTRING and remark.step == step.index:
            yield remark.span.end_line


def _ran(selector: str, selection: Selection) -> bool:
    """Whether the rules a selector means ran; of one that means several, those that are on by default."""
    meant = [rule for rule in RULES if matches(rule, selector)]
    usual = [rule for rule in meant if rule.default] or meant
    return bool(meant) and all(rule in selection.rules for rule in usual)


def _judged(suppression: Suppression) -> Reason:
    remark = Remark(suppression.span, Placement.TRAILING, f"# {suppression.reason}", 0, "")
    return reason_of(remark)
