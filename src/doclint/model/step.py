"""A step: the place where a reader may stop and ask why."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from doclint.model.span import Span


class StepKind(str, Enum):
    """What a step is a step of; a compound statement counts by its header, an `except` with its body."""

    STATEMENT = "statement"
    COMPOUND = "compound"
    HANDLER = "handler"
    FUNCTION = "function"
    CLASS = "class"
    MODULE = "module"
    CELL = "cell"


class Sight(NamedTuple):
    """One thing a detector saw at a step that may make a reader ask.

    `construct` names the detector (`broad-except`, `number-comparison`), `subject` is the text a question would name
    (`0.85`, `KeyError`), `detail` what it stands in or belongs to (`score > 0.85`, a parameter's name), and `traits`
    are the facts that make the question weightier or excuse it (`undocumented`, `raises`). None of them come from
    comments, so that a need is the same with and without them.
    """

    construct: str
    span: Span
    subject: str
    traits: frozenset[str] = frozenset()
    detail: str = ""


class Step(NamedTuple):
    """One step of a file, in source order.

    `span` is what the step answers for: a whole simple statement or handler, only the header of a compound one.
    `block_end` is the last line of its body (its own last line where there is none). `parent` is the index of the
    step it sits in (the module, index 0, is its own parent) and `paragraph` numbers the runs of sibling statements
    that no blank line, dedent or compound header interrupts: a lead comment serves its paragraph.
    """

    index: int  # type: ignore[assignment]
    span: Span
    kind: StepKind
    node: str
    symbol: str
    parent: int
    function: int
    paragraph: int
    block_end: int
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    sights: tuple[Sight, ...] = ()
    context: tuple[str, ...] = ()
