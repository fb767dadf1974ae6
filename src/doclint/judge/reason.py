"""What a remark contributes towards an answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doclint.judge.clauses import clauses
from doclint.judge.guards import after_directive, is_bare_reference, is_code, is_directive, is_legal, is_todo
from doclint.judge.lexicon import hollow
from doclint.judge.prose import bare, docstring_sentences
from doclint.judge.restate import restates
from doclint.model.judgement import Reason
from doclint.model.remark import Placement

if TYPE_CHECKING:
    from doclint.judge.clauses import Clause
    from doclint.model.remark import Remark

_NOTHING = Reason("other", 0.0, 0, None, 0.0)
_RESTATABLE = (Placement.LEAD, Placement.TRAILING)

# what each group of cues says the reason is
_REASON_KINDS = {
    "cause": "cause", "purpose": "goal", "constraint": "constraint", "alternative": "tradeoff",
    "consequence": "consequence", "condition": "cause", "provenance": "provenance", "assumption": "assumption",
    "workaround": "cause", "performance": "goal", "compatibility": "constraint", "history": "history",
}  # fmt: skip


def reason_of(remark: Remark) -> Reason:
    """The judgement on one remark; a docstring is as good as its best sentence."""
    if remark.placement is Placement.DOCSTRING:
        return _best(sentences_of(remark))
    return _judge(bare(remark.text) if remark.placement is not Placement.MESSAGE else remark.text, remark)


@lru_cache(maxsize=512)
def sentences_of(remark: Remark) -> tuple[tuple[str, Reason], ...]:
    """The sentences of a docstring with the judgement on each, in order."""
    return tuple((sentence, _judge(sentence, remark)) for sentence in docstring_sentences(remark.text))


def _best(sentences: tuple[tuple[str, Reason], ...]) -> Reason:
    """The sentence that says most; a docstring's kind is then why, otherwise what its first sentence is."""
    if not sentences:
        return _NOTHING
    return max((reason for _, reason in sentences), key=lambda reason: (reason.strength, reason.why))


def _judge(prose: str, remark: Remark) -> Reason:
    if is_directive(prose):
        prose = after_directive(prose)
        if not prose:
            return Reason("directive", 0.0, 0, None, 0.0)
    if is_legal(prose):
        return Reason("legal", 0.0, 0, None, 0.0)
    if is_code(prose):
        return Reason("code", 0.0, 0, None, 0.0)
    if is_bare_reference(prose):
        return Reason("other", 0.6, 1, "provenance", 0.0)
    code = f"{remark.where}\n{remark.code}" if remark.placement is Placement.DOCSTRING else remark.code
    return _weigh(prose, code, remark.placement)


def _weigh(prose: str, code: str, placement: Placement) -> Reason:
    empty = hollow(prose)
    telling = [clause for clause in clauses(prose, code) if clause.informs]
    best = max(telling, key=lambda clause: (clause.cue.strength, clause.novel), default=None)
    strength = _strength(best, empty is not None)
    again = placement in _RESTATABLE and strength == 0 and restates(prose, code)
    kind = "todo" if is_todo(prose) else "why" if strength == _STRONGEST else "what"
    why = (0.15, 0.6, 0.9)[strength]
    return Reason(kind, why, strength, _REASON_KINDS[best.cue.group] if best else None, 0.92 * again, empty)


_STRONGEST = 2
_NOVEL_FOR_WEAK_CUE = 3


def _strength(best: Clause | None, empty: bool) -> int:
    if best is None:
        return 1 if empty else 0
    if empty or best.cue.strength == 1:
        return 1
    enough = best.cue.strength > _STRONGEST or best.novel >= _NOVEL_FOR_WEAK_CUE
    return _STRONGEST if enough else 1
