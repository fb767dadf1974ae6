"""One file's bytes to its report: source, judge and rules joined. Pure, so that it runs the same in any process."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from doclint.judge.match import Matcher
from doclint.judge.need import Needs
from doclint.judge.reason import reason_of
from doclint.judge.score import reach
from doclint.judge.wording import wording
from doclint.model.finding import Finding
from doclint.model.remark import Placement
from doclint.model.report import ANSWERED, Asked, FileReport, JudgedRemark, JudgedStep
from doclint.model.suppression import Suppressed
from doclint.rules import Page
from doclint.rules.questions import questions, together
from doclint.rules.selection import Selection
from doclint.source.kind import kind_of, test_lines
from doclint.source.read import read
from doclint.source.sheet import OtherLanguage
from doclint.source.text import Unreadable, decode
from doclint.suppress import Suppressions, without_reasons

if TYPE_CHECKING:
    from doclint.judge.match import Answer
    from doclint.model.config import Config
    from doclint.model.judgement import Need, Reason
    from doclint.model.reading import Reading
    from doclint.model.span import Span
    from doclint.model.step import Step
    from doclint.rules import Rule
    from doclint.rules.questions import Question


class Reasons(dict[int, "Reason"]):
    """The judgement on each remark, made when it is first asked for: most remarks of a file serve no asked step."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def __missing__(self, index: int) -> Reason:
        reason = self[index] = reason_of(self._reading.remarks[index])
        return reason


def lint_source(data: bytes, path: str, config: Config, *, details: bool = False) -> FileReport:
    """The report of one file, given its bytes and the path that its findings will name.

    With `details` every step and remark is judged and kept. A file that cannot be read gives a report with its
    failure; nothing is raised for bad input.
    """
    try:
        if not details and not path.endswith(".ipynb"):
            # before anything is parsed: of many projects' lines tests are more than half
            text = decode(data)
            skipped = _skipped(kind_of(path, text), config)
            if skipped is not None:
                return FileReport(path, lines=text.count("\n") + 1, skipped=skipped)
        reading = read(data, path)
    except Unreadable as error:
        return FileReport(path, lines=data.count(b"\n"), failure=error.failure)
    except OtherLanguage:
        return FileReport(path, lines=data.count(b"\n"), skipped="other-language")
    return _Lint(reading, path, config).report(details)


class _Lint:
    """The judgement of one reading."""

    def __init__(self, reading: Reading, path: str, config: Config) -> None:
        self.suppressions = Suppressions(reading)
        self.reading = reading = without_reasons(reading)
        self.path = path
        self.requires_python = config.requires_python
        self.reasons = Reasons(reading)
        self.matcher = Matcher(reading, self.reasons)
        self.needs = Needs(reading)
        self.selection = Selection.of(config)
        self.skipped = _skipped(kind_of(path, "\n".join(reading.lines[:20])), config)
        self.silent = frozenset() if config.include_tests else test_lines(reading.steps)
        self.asked: list[Asked] = []
        self.findings: list[Finding] = []
        self.suppressed: list[Suppressed] = []
        self._fingerprints: dict[str, int] = {}

    def report(self, details: bool) -> FileReport:
        if self.skipped is None:
            self._ask_steps()
            self._ask_remarks()
            self._ask_suppressions()
        self.findings.sort(key=lambda finding: (finding.span, finding.code))
        self.suppressed.sort(key=lambda closed: (closed.finding.span, closed.finding.code))
        return FileReport(
            self.path,
            len(self.reading.lines),
            tuple(self.asked),
            tuple(self.findings),
            self._judged_steps() if details else (),
            self._judged_remarks() if details else (),
            skipped=self.skipped,
            cells=self.reading.cells,
            suppressed=tuple(self.suppressed),
        )

    def _ask_steps(self) -> None:
        open_to_questions = [step for step in self.reading.steps if step.span.line not in self.silent]
        for hits in questions(open_to_questions, self.selection):
            steps = tuple({hit.step.index: hit.step for hit in hits}.values())
            need = max((self.needs.of(step) for step in steps), key=lambda need: need.value)
            answer = max((self.matcher.answer(step) for step in steps), key=lambda answer: answer.explained)
            answered_by = answer.remark.span if answer.remark else None
            left = hits if answer.explained >= ANSWERED else self._still_open(hits, need, answer)
            if left:
                codes = tuple(sorted({hit.rule.code for hit in left}))
                lead = left[0]
                self.asked.append(
                    Asked(lead.sight.span, lead.step.symbol, codes, need.value, answer.explained, answered_by)
                )
                if not self.asked[-1].answered:
                    self.findings.append(self._step_finding(left, need, answer))

    def _still_open(self, hits: Question, need: Need, answer: Answer) -> Question:
        """The hits that no suppression closes; the best of the closed ones is kept for the formats that show it."""
        closing = [self.suppressions.closing(hit.rule, hit.sight.span.line) for hit in hits]
        for hit, by in zip(hits, closing, strict=True):
            if by is not None:
                self.suppressed.append(Suppressed(self._step_finding((hit,), need, answer), by.reason, by.span))
                break
        # a formula is shown at its first line, so a suppression there means all of it
        shut = hits[0].rule if closing[0] is not None else None
        return tuple(hit for hit, by in zip(hits, closing, strict=True) if by is None and hit.rule is not shut)

    def _step_finding(self, hits: Question, need: Need, answer: Answer) -> Finding:
        rule, sight, step = hits[0].rule, hits[0].sight, hits[0].step
        looked = "looked at the comments above, beside and inside it, its messages"
        if step.function:
            looked += f" and the docstring of {self.reading.steps[step.function].symbol}"
        return Finding(
            rule.code,
            rule.name,
            sight.span,
            step.symbol,
            together(hits),
            rule.severity,
            rule.measured.precision,
            need.value,
            answer.explained,
            need.causes,
            looked,
            rule.remedy,
            self._fingerprint(rule, step.symbol, sight.span),
            need.value * (1 - answer.explained) * reach(self.reading.complexities[step.function]),
            self._digest(sight.span),
        )

    def _ask_remarks(self) -> None:
        page = Page(self.reading, self.reasons, self.requires_python)
        for index, remark in enumerate(self.reading.remarks):
            if remark.span.line in self.silent:
                continue
            for rule in self.selection.remark_rules:
                question = rule.check(index, page)
                if question is None:
                    continue
                symbol = self.reading.steps[remark.step].symbol
                finding = self._text_finding(rule, remark.span, symbol, question, "read the text beside its code")
                by = self.suppressions.closing(rule, remark.span.line)
                if by is None:
                    self.findings.append(finding)
                else:
                    self.suppressed.append(Suppressed(finding, by.reason, by.span))

    def _ask_suppressions(self) -> None:
        """Last, because only then is it known which suppressions closed something."""
        for usage in self.suppressions.usages(self.selection):
            if usage.suppression.span.line in self.silent:
                continue
            for rule in self.selection.pragma_rules:
                question = rule.check(usage)
                if question is not None:
                    looked = "compared it with every question of this file"
                    self.findings.append(self._text_finding(rule, usage.suppression.span, "", question, looked))

    def _text_finding(self, rule: Rule, span: Span, symbol: str, question: str, looked: str) -> Finding:
        fingerprint = self._fingerprint(rule, symbol, span)
        severity, confidence = rule.severity, rule.measured.precision
        return Finding(
            rule.code,
            rule.name,
            span,
            symbol,
            question,
            severity,
            confidence,
            0.0,
            0.0,
            (),
            looked,
            rule.remedy,
            fingerprint,
            digest=self._digest(span),
        )

    def _fingerprint(self, rule: Rule, symbol: str, span: Span) -> str:
        """Rule, symbol and text; repeated texts are told apart by their order, never by line."""
        digest = _sha1(f"{rule.code}\0{symbol}\0{self._digest(span)}")
        count = self._fingerprints[digest] = self._fingerprints.get(digest, 0) + 1
        return digest if count == 1 else f"{digest}-{count}"

    def _digest(self, span: Span) -> str:
        """The text that is asked about, code or comment; reindenting, rewrapping and remarks beside it change none."""
        lines = self.reading.lines[span.line - 1 : span.end_line]
        is_comment = self.reading.lines[span.line - 1][span.column - 1 :].startswith("#")
        return _sha1(wording(lines, of_comment=is_comment))

    def _judged_steps(self) -> tuple[JudgedStep, ...]:
        return tuple(map(self._judged_step, self.reading.steps))

    def _judged_step(self, step: Step) -> JudgedStep:
        answer = self.matcher.answer(step)
        return JudgedStep(step, self.needs.of(step), answer.explained, answer.remark.span if answer.remark else None)

    def _judged_remarks(self) -> tuple[JudgedRemark, ...]:
        return tuple(
            JudgedRemark(remark, self.reasons[index])
            for index, remark in enumerate(self.reading.remarks)
            if remark.placement is not Placement.MESSAGE
        )


def _sha1(text: str) -> str:
    # sixteen digits keep a line of a baseline short, and 2 ** 64 is far beyond the findings of any repository
    return hashlib.sha1(text.encode(errors="replace")).hexdigest()[:16]


def _skipped(kind: str | None, config: Config) -> str | None:
    """The kind of a file that is not asked under this configuration."""
    wanted = {
        "test": config.include_tests,
        "generated": config.include_generated,
        "migration": config.include_generated,
        "vendored": config.include_vendored,
    }
    return None if kind is None or wanted.get(kind, False) else kind
