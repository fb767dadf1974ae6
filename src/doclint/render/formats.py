"""The formats by name; each is a module with one function, `render(report) -> str`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.model.report import Report

_MODULES = {
    "text": "text",
    "concise": "concise",
    "json": "report_json",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
    "badge": "badge",
    "statistics": "statistics",
}
FORMATS = tuple(_MODULES)


def rendered(name: str, report: Report) -> str:
    """The report in a format, imported by itself: a run that prints text must not pay for XML."""
    text: str = import_module(f"doclint.render.{_MODULES[name]}").render(report)
    return text
