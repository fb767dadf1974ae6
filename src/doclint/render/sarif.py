"""SARIF 2.1.0 (OASIS), as code-scanning services read it."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from doclint import __version__
from doclint.model.finding import Severity
from doclint.render.place import file_span, slashed, told
from doclint.render.rule_page import page_markdown
from doclint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doclint.model.finding import Finding
    from doclint.model.report import FileReport, Report
    from doclint.rules import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def render(report: Report) -> str:
    """One run with the rules that asked, a result a finding, and a notification a file that could not be read."""
    codes = {finding.code for file in report.files for finding, _ in _told(file)}
    rules = [rule for rule in RULES if rule.code in codes]
    places = {rule.code: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "doclint", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        # columns count characters here, where SARIF assumes UTF-16 units unless told
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [result for file in report.files for result in _results(file, places)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=True) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    page = inspect.getdoc(type(rule)) or ""
    page_help = {"text": page, "markdown": page_markdown(rule)}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.split("\n", 1)[0]},
        "help": page_help,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["maintainability", "documentation"]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    notifications = [
        {
            "level": "error",
            "message": {"text": file.failure.message},
            "locations": [_location(file, {"startLine": file.failure.line or 1})],
        }
        for file in report.files
        if file.failure is not None
    ]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def _results(file: FileReport, places: dict[str, int]) -> Iterable[dict[str, Any]]:
    for finding, suppressions in sorted(_told(file), key=lambda pair: (pair[0].span, pair[0].code)):
        result = _result(file, finding, places[finding.code])
        # an empty list would say that the finding was looked at and not suppressed
        yield {**result, "suppressions": suppressions} if suppressions else result


def _told(file: FileReport) -> Iterable[tuple[Finding, list[dict[str, str]]]]:
    """Every finding of the file with what closed it, where something did."""
    yield from ((finding, []) for finding in file.findings)
    for finding in file.accepted:
        yield finding, [{"kind": "external", "justification": "accepted by the baseline"}]
    for closed in file.suppressed:
        yield closed.finding, [{"kind": "inSource", "justification": closed.reason}]


def _result(file: FileReport, finding: Finding, place: int) -> dict[str, Any]:
    span = file_span(file, finding)
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    location = _location(file, region)
    if finding.symbol:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.symbol}]
    return {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{told(file, finding)} ({finding.remedy})"},
        "locations": [location],
        "partialFingerprints": {"doclint/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence, "need": round(finding.need, 4)},
    }


def _location(file: FileReport, region: dict[str, int]) -> dict[str, Any]:
    path = quote(slashed(file.path), errors="surrogateescape")
    uri = f"file://{path}" if path.startswith("/") else path
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
