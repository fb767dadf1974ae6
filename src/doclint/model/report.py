"""What a run found, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.model.cell import Cell
    from doclint.model.comparison import Comparison
    from doclint.model.finding import Finding
    from doclint.model.judgement import Need, Reason
    from doclint.model.remark import Remark
    from doclint.model.span import Span
    from doclint.model.step import Step
    from doclint.model.suppression import Suppressed

# the rubric: "half answered by strength 1", so half an answer is the least that closes a question
ANSWERED = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """A step at which a selected rule asks, answered or not; `answer` is the span of the text that answers best."""

    span: Span
    symbol: str
    codes: tuple[str, ...]
    need: float
    explained: float
    answer: Span | None = None

    @property
    def answered(self) -> bool:
        """Whether a reader finds an answer."""
        return self.explained >= ANSWERED


@dataclass(frozen=True, slots=True)
class JudgedStep:
    """A step with its need, how far it is explained, and the span of the text that explains it best."""

    step: Step
    need: Need
    explained: float
    answer: Span | None = None


@dataclass(frozen=True, slots=True)
class JudgedRemark:
    """A remark with the judgement on its text."""

    remark: Remark
    reason: Reason


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be judged: `kind` is syntax, encoding or io; `line` where one is known."""

    kind: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """Everything said about one file. `steps` and `remarks` are filled only where details were asked for; `suppressed`
    are the findings that a comment closed, for formats that show them.

    Spans are lines of the text that the file is read as; in a notebook that is all its cells below each other, and
    `place` says where a user finds them. `accepted` are findings that a baseline has taken out of `findings`.
    """

    path: str
    lines: int = 0
    asked: tuple[Asked, ...] = ()
    findings: tuple[Finding, ...] = ()
    steps: tuple[JudgedStep, ...] = ()
    remarks: tuple[JudgedRemark, ...] = ()
    failure: Failure | None = None
    skipped: str | None = None
    cells: tuple[Cell, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    accepted: tuple[Finding, ...] = ()

    def cell(self, line: int) -> Cell | None:
        """The cell that a line of a notebook lies in; None in other files, whose lines are the user's own."""
        if not self.path.endswith(".ipynb"):
            return None
        return next((cell for cell in self.cells if cell.contains(line)), None)

    def place(self, line: int, column: int | None = None) -> str:
        """Where a user finds a line: `pkg/mod.py:3:5`, or `study.ipynb:cell 7:3:5` with the line within the cell."""
        cell = self.cell(line)
        within = f"cell {cell.number}:{line - cell.first + 1}" if cell else str(line)
        indent = cell.indent if cell else 0
        return f"{self.path}:{within}" + (f":{column + indent}" if column is not None else "")


@dataclass(frozen=True, slots=True)
class Report:
    """A run over many files, sorted by path.

    `scope` says what part of the code was asked, where that is less than all of it. `withheld` counts the findings
    that `files` leaves out to keep a reader's attention. `against` is an earlier state, where one was asked for.
    """

    files: tuple[FileReport, ...]
    scope: str = ""
    withheld: int = 0
    against: Comparison | None = None

    @property
    def baselined(self) -> int:
        """How many findings a baseline accepts."""
        return sum(len(file.accepted) for file in self.files)
