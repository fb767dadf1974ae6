"""What a remark contributes: rules know what is no reason whatever its words, a model weighs the rest."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.judge.empty import empty_phrase, says_nothing_new
from doclint.judge.features import see
from doclint.judge.guards import after_directive, is_bare_reference, is_code, is_directive, is_filler, is_legal, is_todo
from doclint.judge.prose import bare, docstring_sentences
from doclint.judge.restate import may_restate
from doclint.judge.student import RESTATES, STRONG, WHY, student
from doclint.model.judgement import Reason
from doclint.model.remark import Placement

if TYPE_CHECKING:
    from doclint.judge.features import Seen
    from doclint.model.remark import Remark

_NOTHING = Reason("other", 0.0, 0, None, 0.0)
_BY_SENTENCE = (Placement.DOCSTRING, Placement.MARKDOWN)
_BESIDE = (Placement.TRAILING, Placement.BLOCK_HEADER, Placement.INSIDE)

# the labels have restatements on these only; a docstring that restates is another rule's question
_RESTATABLE = ("lead", "trailing")

_HINT = 0.5

# of labelled texts that are a link or an issue's number and no more, 72 of 83 were judged 1 or 2
_BARE_REFERENCE = 0.87

# a text that seems to say only what its code says was a reason in 17 of 17 where a model was about as sure as this,
# though it had learned from them; restated conditions written to deceive get .963 at most
_CERTAIN = 0.97

_STRING = re.compile(r"([\"']).*")


def reason_of(remark: Remark) -> Reason:
    """The judgement on one remark; a docstring or markdown cell is as good as its best sentence."""
    if remark.placement in _BY_SENTENCE:
        return max(
            (reason for _, reason in sentences_of(remark)),
            key=lambda reason: (reason.strength, reason.why),
            default=_NOTHING,
        )
    return _judge(remark.text if remark.placement is Placement.MESSAGE else bare(remark.text), remark)


@lru_cache(maxsize=512)
def sentences_of(remark: Remark) -> tuple[tuple[str, Reason], ...]:
    """The sentences of a docstring with the judgement on each, in order."""
    return tuple((sentence, _judge(sentence, remark)) for sentence in docstring_sentences(remark.text))


def learned_placement(remark: Remark) -> str:
    """The placement as the model knows it: how a text is written depends on whether it stands alone or beside code."""
    if remark.placement in _BY_SENTENCE:
        return "docstring"
    return "trailing" if remark.placement in _BESIDE and "\n" not in remark.code else "lead"


def code_beside(remark: Remark) -> str:
    """The code a text is compared with: a docstring's definition counts, a message's own words do not."""
    if remark.placement is Placement.DOCSTRING:
        return f"{remark.where}\n{remark.code}"
    return _STRING.sub("", remark.code) if remark.placement is Placement.MESSAGE else remark.code


def spoken(prose: str) -> str:
    """A text without the directive that it opens with: `noqa: E402 - the path is set above` speaks from the dash on."""
    return after_directive(prose) if is_directive(prose) else prose


def _judge(prose: str, remark: Remark) -> Reason:
    said = spoken(prose)
    if prose and not said:
        return Reason("directive", 0.0, 0, None, 0.0)
    prose = said
    if is_legal(prose):
        return Reason("legal", 0.0, 0, None, 0.0)
    if is_code(prose) and remark.placement is not Placement.MESSAGE:
        return Reason("code", 0.0, 0, None, 0.0)
    if is_filler(prose):
        return _NOTHING
    if is_bare_reference(prose):
        return Reason("other", _BARE_REFERENCE, 1, "provenance", 0.0)
    return _weigh(prose, see(prose, code_beside(remark)), learned_placement(remark))


def _weigh(prose: str, seen: Seen, placement: str) -> Reason:
    model = student()
    sums = model.judge(seen, placement)
    why = model.probability("why", placement, sums[WHY])
    again = 0.0
    if placement in _RESTATABLE and may_restate(prose, seen):
        again = model.probability("restates", placement, sums[RESTATES])
    empty = empty_phrase(seen)
    if empty is not None:
        # a 1 by the rubric, however sure the model is; where it sees no reason ("if needed"), one in eight is
        return (
            Reason("why", why, 1, "goal", again, empty) if why >= _HINT else Reason("other", why, 0, None, again, empty)
        )
    if _HINT <= why < _CERTAIN and says_nothing_new(seen):
        why = 0.0
    if why < _HINT:
        kind = "todo" if is_todo(prose) else model.likeliest(sums, "kind:", barred="why")
        return Reason(kind, why, 0, None, again)
    strong = sums[STRONG] >= model.thresholds["strong"][placement]
    # a to-do is one whatever reason it gives
    kind = "todo" if is_todo(prose) else "why" if strong else model.likeliest(sums, "kind:")
    return Reason(kind, why, 2 if strong else 1, model.likeliest(sums, "reason:"), 0.0)
