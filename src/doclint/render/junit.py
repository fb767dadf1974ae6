"""JUnit XML, which nearly every CI service shows as test results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from doclint.render.place import file_span, slashed, told

if TYPE_CHECKING:
    from doclint.model.report import FileReport, Report

# XML 1.0 has no way to write these, not even escaped
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """A suite with a failed case for each finding, an error for each unreadable file, and a pass for the others."""
    suite = ElementTree.Element("testsuite", name="doclint")
    for file in report.files:
        _cases(suite, file)
    counts = {"tests": "testcase", "failures": "testcase/failure", "errors": "testcase/error"}
    for name, path in counts.items():
        suite.set(name, str(len(suite.findall(path))))
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _cases(suite: ElementTree.Element, file: FileReport) -> None:
    path = _writable(slashed(file.path))
    for finding in file.findings:
        name = f"{finding.code} {finding.rule} {file.place(finding.span.line).removeprefix(f'{file.path}:')}"
        case = ElementTree.SubElement(suite, "testcase", classname=path, name=_writable(name), file=path)
        case.set("line", str(file_span(file, finding).line))
        failure = ElementTree.SubElement(case, "failure", message=_writable(told(file, finding)), type=finding.rule)
        failure.text = _writable(f"{file.place(finding.span.line, finding.span.column)}\n{finding.remedy}")
    if file.failure is not None:
        case = ElementTree.SubElement(suite, "testcase", classname=path, name="could not be read", file=path)
        ElementTree.SubElement(case, "error", message=_writable(file.failure.message), type=file.failure.kind)
    elif not file.findings:
        ElementTree.SubElement(suite, "testcase", classname=path, name="nothing to answer", file=path)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
