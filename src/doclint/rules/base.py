"""What every rule is: a page, a code, examples that are its tests, and one pure check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from doclint.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doclint.model.judgement import Reason
    from doclint.model.reading import Reading
    from doclint.model.step import Sight, Step
    from doclint.model.suppression import Usage


@dataclass(frozen=True, slots=True)
class Measured:
    """How often annotators shared the rule's question.

    `precision` is the share of `n` labelled hits with a need of 1 or 2, on packages the rule was not written on;
    `excuse` is what most often excused the others.

    Of rules about remarks, it is the share of `n` findings drawn at random from 68 packages that a careful reader
    of the code beside them agreed with.
    """

    precision: float
    n: int
    excuse: str


@dataclass(frozen=True, slots=True)
class Page:
    """The file as a remark rule sees it: its reading and the judgement on each remark, by the remark's position.

    `requires_python` is the project's own version specifier, empty where none is known.
    """

    reading: Reading
    reasons: Mapping[int, Reason]
    requires_python: str = ""


class Rule:
    """A question doclint can ask. The class docstring of each rule is its page.

    `alongside` names the rules that the examples need selected too, for a rule that speaks about others.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    default: ClassVar[bool] = False
    measured: ClassVar[Measured]
    remedy: ClassVar[str]
    VALID: ClassVar[tuple[str, ...]]
    INVALID: ClassVar[tuple[str, ...]]
    alongside: ClassVar[tuple[str, ...]] = ()


class StepRule(Rule):
    """Asks about steps: `constructs` are the sights it looks at."""

    constructs: ClassVar[frozenset[str]]
    # a literal that returns in the same function is the same question: one answer closes it
    once_a_function: ClassVar[bool] = False
    # numbers beside each other mostly have one source, so that one question names them all
    one_formula: ClassVar[bool] = False

    def holds(self, sight: Sight, step: Step) -> bool:
        """Whether a reader would ask here; comments aside."""
        raise NotImplementedError

    def question(self, sight: Sight, step: Step) -> str:
        """The question, naming the concrete thing."""
        raise NotImplementedError

    def question_of_all(self, subjects: Sequence[str]) -> str:
        """The question about several numbers of one formula; only rules with `one_formula` have one."""
        raise NotImplementedError


class RemarkRule(Rule):
    """Asks about remarks that explain nothing."""

    def check(self, index: int, page: Page) -> str | None:
        """The question about remark number `index` of the page, or None."""
        raise NotImplementedError


class PragmaRule(Rule):
    """Asks about suppressions, once everything else in the file has been asked."""

    def check(self, usage: Usage) -> str | None:
        """The question about one suppression, or None."""
        raise NotImplementedError
