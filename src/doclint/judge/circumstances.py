"""What a step and its surroundings look like to the need model: named features, none of which a comment can change.

File length and the density of comments are left out on purpose: ranking by minus file length alone "finds" a fifth of
the late reasons of a pooled sample and says nothing about any step (EVIDENCE, section 14).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from doclint.judge.words import prose_words
from doclint.model.remark import Placement
from doclint.model.step import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.model.reading import Reading
    from doclint.model.remark import Remark
    from doclint.model.step import Step

# the size that kept all of the study's accuracy (EVIDENCE, section 14)
HASHED = 1 << 14

# beyond this many tokens the start of a statement says what it is
_TOKENS_READ = 60

_TOKEN = re.compile(
    r"(?P<comment>\#.*)|(?P<string>[rbfuRBFU]{0,2}(?:'''[\s\S]*?'''|\"\"\"[\s\S]*?\"\"\"|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"))"
    r"|(?P<number>\d[\w.]*)|(?P<name>[^\W\d]\w*)|(?P<operator>[-+*/%&|^<>=!~@]=?=?|->|[.,:()\[\]{}])"
)


class Circumstances:
    """The features of the steps of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, step: Step) -> Iterator[str]:
        """The named features of a step; the code's own words are left to `hashed`."""
        yield f"node={step.node}"
        yield f"parent={self._reading.steps[step.parent].node}"
        for sight in step.sights:
            yield f"sight={sight.construct}"
            yield from (f"sight={sight.construct}:{trait}" for trait in sight.traits)
            yield f"seen={sight.construct}:{_bin(self._seen[sight.construct], 1, 2, 4, 9)}"
        yield f"sights={min(len(step.sights), 4)}"
        yield from self._function(step)
        yield from self._names(step)

    def hashed(self, step: Step) -> Iterator[int]:
        """Buckets of the step's code tokens, alone and in neighbouring pairs and triples, each once."""
        text = "\n".join(self._reading.lines[step.span.line - 1 : self._header_end(step)])
        tokens = [_token(match) for match in _TOKEN.finditer(text) if match.lastgroup != "comment"][:_TOKENS_READ]
        grams = {" ".join(tokens[at : at + length]) for length in (1, 2, 3) for at in range(len(tokens) - length + 1)}
        yield from {crc32(gram.encode()) % HASHED for gram in grams}

    def _header_end(self, step: Step) -> int:
        """A handler's body counts, but only its first lines tell it from others."""
        return min(step.span.end_line, step.span.line + 3) if step.kind is StepKind.HANDLER else step.span.end_line

    def _function(self, step: Step) -> Iterator[str]:
        if not step.function:
            yield "place=module"
            return
        function = self._reading.steps[step.function]
        name = function.symbol.rsplit(".", 1)[-1]
        yield "place=private" if name.startswith("_") and not name.endswith("__") else "place=public"
        yield f"complexity={_bin(self._reading.complexities[step.function], 2, 5, 10, 20)}"
        yield f"docstring={_bin(len(self._docstrings.get(step.function, '')), 0, 80, 300, 1000)}"
        yield f"length={_bin(self._code_lines(function), 5, 15, 40, 100)}"
        yield f"depth={min(self._depth(step), 5)}"
        yield f"first={step.index - step.function <= 2}"

    def _code_lines(self, function: Step) -> int:
        """The lines of a function below its first, without those that only talk: a comment makes no function longer."""
        if function.index not in self._lengths:
            told = next((remark.span for remark in self._prose if remark.step == function.index), None)
            rows = enumerate(self._reading.lines[function.span.line : function.block_end], function.span.line + 1)
            self._lengths[function.index] = sum(
                bool(row.strip()) and not row.lstrip().startswith("#") and not (told and told.contains(line))
                for line, row in rows
            )
        return self._lengths[function.index]

    def _depth(self, step: Step) -> int:
        depth = 0
        while step.index not in {step.function, step.parent}:
            step, depth = self._reading.steps[step.parent], depth + 1
        return depth

    def _names(self, step: Step) -> Iterator[str]:
        yield f"names={_bin(len(step.names), 1, 3, 6, 10)}"
        yield f"once={_bin(sum(self._mentions[name] == 1 for name in step.names), 0, 1, 2, 4)}"
        yield f"numbers={min(len(step.numbers), 3)}"
        yield f"numbers-once={min(sum(self._numbers[number] == 1 for number in step.numbers), 2)}"
        words = set(prose_words(" ".join(sorted(step.names))))
        if step.function and words:
            shared = len(words & self._docstring_words(step.function)) / len(words)
            yield f"documented={_bin(shared, 0.0, 0.25, 0.5, 0.75)}"

    def _docstring_words(self, function: int) -> frozenset[str]:
        if function not in self._words:
            self._words[function] = frozenset(prose_words(self._docstrings.get(function, "")))
        return self._words[function]

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def _lengths(self) -> dict[int, int]:
        return {}

    @cached_property
    def _docstrings(self) -> dict[int, str]:
        return {remark.step: remark.text for remark in self._prose}

    @cached_property
    def _prose(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self._reading.remarks if remark.placement is Placement.DOCSTRING)

    @cached_property
    def _seen(self) -> Counter[str]:
        return Counter(sight.construct for step in self._reading.steps for sight in step.sights)

    @cached_property
    def _mentions(self) -> Counter[str]:
        return Counter(name for step in self._reading.steps for name in step.names)

    @cached_property
    def _numbers(self) -> Counter[str]:
        return Counter(number for step in self._reading.steps for number in step.numbers)


def _bin(value: float, *bounds: float) -> int:
    return sum(value > bound for bound in bounds)


def _token(match: re.Match[str]) -> str:
    """A token as the model reads it: strings by their size, numbers by their kind, names in lower case."""
    text = match.group()
    if match.lastgroup == "string":
        # two quotes and a letter: an empty string or a flag
        return "''" if len(text) <= 3 else "'s'"
    if match.lastgroup == "number":
        return text if len(text) == 1 else ("0.0" if "." in text else "00")
    return text.lower()
