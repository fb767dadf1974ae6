"""A rule's page, which is its docstring, as markdown."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.rules import Rule


def page_markdown(rule: Rule) -> str:
    """The page as it is, since its underlined headings and indented code are markdown too; only `::` is not."""
    page = inspect.getdoc(type(rule)) or ""
    return re.sub(r"(\w)::$", r"\1:", re.sub(r"^::\n", "", page, flags=re.M), flags=re.M)
