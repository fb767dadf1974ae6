"""The generated pages of the documentation: rules from their classes, settings from the configuration."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from typing import TYPE_CHECKING

from doclint.model.config import Config
from doclint.render.rule_page import page_markdown
from doclint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doclint.rules import Rule

_ENTRY = re.compile(r"^    (\w+): (.*(?:\n {8,}.*)*)", re.M)


def pages() -> dict[str, str]:
    """All generated pages by their path in the documentation."""
    rules = {f"rules/{rule.code}.md": _rule(rule) for rule in RULES}
    return {**rules, "rules/index.md": _index(), "settings.md": _settings()}


def _rule(rule: Rule) -> str:
    state = "on by default" if rule.default else "off by default"
    measured = rule.measured
    figures = "Not measured on labelled code yet."
    if measured.n:
        figures = (
            f"Annotators shared {measured.precision:.0%} of its {measured.n} questions on code it was not written on.\n"
            f"The others were most often excused by: {measured.excuse}."
        )
    return (
        f"# {rule.code} {rule.name}\n\n*{state} · {rule.severity.value}*\n\n{page_markdown(rule)}\n\n"
        f"Ways out\n--------\n{_sentence(rule.remedy)} Or close the question with its reason:\n"
        f"`# doclint: ignore[{rule.code}] -- reason`.\n\n"
        f"How often it is right\n---------------------\n{figures}\n"
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _index() -> str:
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {'on' if rule.default else 'off'} | {rule.severity.value} "
        f"| {_precision(rule)} |"
        for rule in RULES
    ]
    head = (
        "# Rules\n\nA rule is on by default only where annotators shared its questions on code it was not written on.\n"
        "Select others with `extend-select`, by code, by name or by the beginning of codes (`WHY1`).\n\n"
        "| code | name | default | severity | precision |\n|---|---|---|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


def _precision(rule: Rule) -> str:
    return f"{rule.measured.precision:.2f} (n={rule.measured.n})" if rule.measured.n else "—"


def _settings() -> str:
    told = settings_help()
    sections = [
        f"## {field.name.replace('_', '-')}\n\n{told[field.name]}\n\nDefault: `{_toml(field.default)}`\n"
        for field in fields(Config)
    ]
    head = (
        "# Settings\n\nUnder `[tool.doclint]` in `pyproject.toml`, or at the top of a `doclint.toml`, which wins. The "
        "nearest one at or above the\nworking folder counts; the command line goes over it. An unknown key is an error "
        "that names the nearest known one.\n`doclint config` shows what applies and where it came from.\n\n"
    )
    return head + "\n".join(sections)


def settings_help() -> Mapping[str, str]:
    """What each setting does, from the docstring of the configuration."""
    listed = (inspect.getdoc(Config) or "").partition("Attributes:\n")[2]
    return {name: " ".join(text.split()) for name, text in _ENTRY.findall(listed)}


def _toml(value: object) -> str:
    if value is None:
        return "unset"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{word}"' for word in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
