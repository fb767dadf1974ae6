"""How far a step is explained, and by which remark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.judge.markdown import below
from doclint.judge.reason import sentences_of
from doclint.judge.serving import FOREIGN, Serving
from doclint.judge.spelled import COMMON_NUMBERS, speaks_of_another
from doclint.judge.words import prose_words
from doclint.model.remark import Placement
from doclint.model.step import StepKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doclint.model.judgement import Reason
    from doclint.model.reading import Reading
    from doclint.model.remark import Remark
    from doclint.model.step import Step

# a specific reason answers, a hinted one answers half: the rubric's own weights
_ANSWER = {0: 0.0, 1: 0.5, 2: 1.0}
_ANSWERS_ALONE = 2

# a docstring sentence speaks of a step when it repeats at least three of its words and half of them: in a docstring of
# any length one or two shared words are chance
_SHARED_WORDS = 3
_SHARED_PART = 0.5

# RETRY_AFTER_RATE_LIMIT, _keep_because_pickled: four words with a connective make a sentence
_REASON_NAME = re.compile(
    r"^_*[a-z0-9]+(_[a-z0-9]+)*_(after|because|until|since|unless|to_avoid|to_prevent|due_to)_[a-z0-9_]+$", re.I
)


@dataclass(frozen=True, slots=True)
class Answer:
    """How far a step is explained, in [0, 1], and the remark that explains it best."""

    explained: float
    remark: Remark | None = None


class Matcher:
    """Answers for the steps of one reading; a remark is judged only when it could serve an asked step."""

    def __init__(self, reading: Reading, reasons: Mapping[int, Reason]) -> None:
        self._reading = reading
        self._reasons = reasons
        self._serving = Serving(reading)

    def answer(self, step: Step) -> Answer:
        """The best answer among the remarks that serve the step, its names and the docstring around it."""
        best = Answer(0.5 if any(_REASON_NAME.match(name) for name in step.names) else 0.0)
        for index, weight in self._serving.of(step):
            worth = self._worth_here(index, step)
            # a hint is worth no more than what the words about something else keep, so it loses nothing
            explained = min(worth, FOREIGN) if weight == FOREIGN else weight * worth
            if explained > best.explained:
                best = Answer(explained, self._reading.remarks[index])
            if best.explained == 1:
                return best
        return max(best, self._from_docstring(step), key=lambda answer: answer.explained)

    def _worth_here(self, index: int, step: Step) -> float:
        remark = self._reading.remarks[index]
        if remark.placement is Placement.MARKDOWN:
            code = "\n".join(self._reading.lines[step.span.line - 1 : step.span.end_line])
            others = below(remark, self._reading)
            told = [reason for text, reason in sentences_of(remark) if not speaks_of_another(text, code, others)]
            return max(map(_worth, told), default=0.0)
        reason = self._reasons[index]
        # messages are written for users; only a reason in so many words is one for readers too
        hint = remark.placement is Placement.MESSAGE and reason.strength < _ANSWERS_ALONE
        return 0.0 if hint else _worth(reason)

    def _from_docstring(self, step: Step) -> Answer:
        index = self._serving.docstring(step)
        if index is None:
            return Answer(0.0)
        docstring = self._reading.remarks[index]
        own = docstring.step == step.index
        for text, reason in sentences_of(docstring):
            # a hint that is not even at the step could be about anything
            if reason.strength == _ANSWERS_ALONE and (own or self._speaks_of(text, step)):
                return Answer(_ANSWER[reason.strength], docstring)
        return Answer(0.0)

    def _speaks_of(self, sentence: str, step: Step) -> bool:
        """Whether a sentence shares a telling number, an error's name or several words with a step."""
        numbers = step.numbers - COMMON_NUMBERS
        if any(re.search(rf"(?<![\w.]){re.escape(number)}(?![\w])", sentence) for number in numbers):
            return True
        if step.kind is StepKind.HANDLER and any(name in sentence for name in step.names if name.endswith("Error")):
            return True
        words = set(prose_words(" ".join(step.names)))
        shared = words & set(prose_words(sentence))
        return len(shared) >= max(_SHARED_WORDS, _SHARED_PART * len(words))


def _worth(reason: Reason) -> float:
    # a hollow phrase would otherwise raise the score of whoever types "for performance"
    return 0.0 if reason.hollow else _ANSWER[reason.strength]
