"""GitLab's Code Quality report, which merge requests show beside the changed lines."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from doclint.model.finding import Severity
from doclint.render.place import file_span, slashed, told

if TYPE_CHECKING:
    from doclint.model.finding import Finding
    from doclint.model.report import Failure, FileReport, Report

_SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


def render(report: Report) -> str:
    """A JSON array with an object a finding, and one a file that could not be read."""
    rows: list[dict[str, Any]] = []
    for file in report.files:
        rows += [_finding(file, finding) for finding in file.findings]
        if file.failure is not None:
            rows.append(_failure(file, file.failure))
    return json.dumps(rows, indent=1, ensure_ascii=True) + "\n"


def _finding(file: FileReport, finding: Finding) -> dict[str, Any]:
    span = file_span(file, finding)
    return {
        "description": told(file, finding),
        "check_name": finding.rule,
        "fingerprint": _digest(file, finding.rule, finding.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": slashed(file.path), "lines": {"begin": span.line, "end": span.end_line}},
    }


def _failure(file: FileReport, failure: Failure) -> dict[str, Any]:
    check = f"unreadable-{failure.kind}"
    return {
        "description": failure.message,
        "check_name": check,
        "fingerprint": _digest(file, check),
        "severity": "blocker",
        "location": {"path": slashed(file.path), "lines": {"begin": failure.line or 1}},
    }


def _digest(file: FileReport, *parts: str) -> str:
    """A fingerprint for one place: GitLab takes two findings with the same one for one, whatever their files."""
    return hashlib.sha1("\0".join((slashed(file.path), *parts)).encode(errors="replace")).hexdigest()
