"""A rule's page, which is its docstring, as HTML."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from doclint.rules import Rule

_HEADING = re.compile(r"^(?P<title>.+)\n-{3,}$", re.M)
_CODE = re.compile(r"``?([^`]+)``?")


def rule_page(rule: Rule) -> Markup:
    """Headings, paragraphs and code blocks; the pages hold nothing else."""
    blocks = re.split(r"\n\s*\n", _HEADING.sub(r"\n\g<0>\n", inspect.getdoc(type(rule)) or ""))
    html: list[str] = []
    code: list[str] = []
    for block in filter(str.strip, blocks):
        if code and block.startswith(" "):
            code.append(block)
            continue
        html += _code(code)
        code = []
        heading = _HEADING.match(block.strip())
        if heading:
            html.append(f"<h3>{escape(heading['title'])}</h3>")
        elif block.strip() == "::":
            code = [""]
        else:
            text = _CODE.sub(r"<code>\1</code>", str(escape(block.removesuffix("::"))))
            html.append(f"<p>{text}</p>")
            code = [""] if block.endswith("::") else []
    html += _code(code)
    return Markup("\n".join(html))


def _code(blocks: list[str]) -> list[str]:
    text = textwrap.dedent("\n\n".join(filter(None, blocks)))
    return [f"<pre><code>{escape(text)}</code></pre>"] if text else []
