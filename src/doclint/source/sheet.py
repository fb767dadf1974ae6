"""Notebooks and percent-format scripts as one text with cells in it.

A notebook becomes a module: its cells below each other, a blank line between. Everything after works on lines of that
text, and only what a user reads is turned back into cells (`FileReport.place`).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from doclint.model.cell import Cell
from doclint.model.report import Failure
from doclint.source.databricks import exported, is_export, kind_by_magic
from doclint.source.magics import dedented, without_magics
from doclint.source.text import NEWLINE, Unreadable, decode

# Spyder, VS Code and jupytext all write this; Jupyter exports cells as `# In[3]:`
_MARKER = re.compile(r"# ?(?:%%+|In\[[\d ]*\]:)(?P<title>.*)$")
_MARKDOWN_MARK = re.compile(r"\[(markdown|md)\]")
_RAW_MARK = re.compile(r"\[raw\]")
# jupytext comments magics out, so that the script still runs
_COMMENTED_MAGIC = re.compile(r"# ?[%!]\w")

# pasted images are megabytes of base64 that nobody reads
_DATA_URI = re.compile(r"data:[\w/+.-]+;base64,[\w+/=]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a file with cells: `lines` as the reader sees them, `code` with only Python left, line for line.

    `is_script` says that markdown is wrapped in comments or a string, and that lines are those of the file.
    """

    lines: tuple[str, ...]
    code: tuple[str, ...]
    cells: tuple[Cell, ...]
    is_script: bool


class OtherLanguage(Exception):
    """A notebook whose kernel is not Python."""


def notebook_sheet(data: bytes) -> Sheet:
    """The sheet of an `.ipynb` file, nbformat 3 or 4.

    Raises:
        Unreadable: when the bytes are no notebook.
        OtherLanguage: when its cells are not Python.
    """
    notebook = _loaded(data)
    metadata = notebook.get("metadata")
    if _language(metadata if isinstance(metadata, dict) else {}) not in {"", "python", "ipython"}:
        raise OtherLanguage
    lines: list[str] = []
    code: list[str] = []
    cells: list[Cell] = []
    for number, cell in enumerate(_cells(notebook), start=1):
        kind = {"code": "code", "raw": "raw"}.get(str(cell.get("cell_type")), "markdown")
        shown, indent = _source(cell, kind), 0
        if kind == "code":
            shown, indent = dedented(shown)
            kind = kind_by_magic(shown)
        first = len(lines) + 1
        identity = cell.get("id") if isinstance(cell.get("id"), str) else ""
        cells.append(Cell(number, str(identity), kind, first, first + len(shown) - 1, indent=indent))
        lines += [*shown, ""]
        code += [*(without_magics(shown) if kind == "code" else [""] * len(shown)), ""]
    return Sheet(tuple(lines), tuple(code), tuple(cells), is_script=False)


def percent_sheet(text: str) -> Sheet | None:
    """The sheet of a script in percent format, or that Databricks exported; None for a script without cells."""
    if "%%" not in text and "# In[" not in text and not text.startswith("# Databricks"):
        return None
    lines = text.split("\n")
    if is_export(lines):
        found, python = exported(lines)
        return Sheet(tuple(lines), tuple(python), tuple(found), is_script=True)
    marks = [(number, match) for number, line in enumerate(lines, start=1) if (match := _MARKER.match(line))]
    if not marks:
        return None
    code = ["" if _MARKER.match(line) or _COMMENTED_MAGIC.match(line) else line for line in lines]
    ends = [number for number, _ in marks[1:]] + [len(lines) + 1]
    cells = [Cell(1, "", "code", 1, marks[0][0] - 1)] if marks[0][0] > 1 else []
    for (start, match), end in zip(marks, ends, strict=True):
        title = match["title"]
        kind = "markdown" if _MARKDOWN_MARK.search(title) else "raw" if _RAW_MARK.search(title) else "code"
        inside = code[start : end - 1]
        code[start : end - 1] = without_magics(inside) if kind == "code" else [""] * len(inside)
        shown = re.sub(r"\[\w+\]|\w+=\S+", "", title).strip()
        cells.append(Cell(len(cells) + 1, "", kind, start + 1, end - 1, shown))
    return Sheet(tuple(lines), tuple(code), tuple(cells), is_script=True)


def shown_lines(data: bytes, path: str) -> tuple[str, ...]:
    """The lines that the spans of a file's report point into.

    Raises:
        Unreadable: when the bytes are no text or no notebook.
        OtherLanguage: for a notebook whose cells are not Python.
    """
    return notebook_sheet(data).lines if path.endswith(".ipynb") else tuple(decode(data).split("\n"))


def _loaded(data: bytes) -> dict[str, Any]:
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        message = f"not a whole notebook ({error.msg}): open it in Jupyter and save it again"
        raise Unreadable(Failure("syntax", message, error.lineno)) from None
    except UnicodeDecodeError:
        raise Unreadable(
            Failure("encoding", "not valid UTF-8: open the notebook in Jupyter and save it again")
        ) from None
    except RecursionError:
        raise Unreadable(Failure("syntax", "nested too deeply for a notebook")) from None
    if not isinstance(notebook, dict) or not ("cells" in notebook or "worksheets" in notebook):
        raise Unreadable(Failure("syntax", "JSON, but no notebook: there are no cells in it"))
    return notebook


def _language(metadata: dict[str, Any]) -> str:
    for name, key in (("kernelspec", "language"), ("language_info", "name")):
        table = metadata.get(name)
        if isinstance(table, dict) and isinstance(table.get(key), str):
            return str(table[key]).lower()
    return ""


def _cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells; nbformat 3 keeps them in worksheets."""
    sheets = notebook.get("worksheets", [notebook])
    groups = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)] if isinstance(sheets, list) else []
    return [cell for group in groups if isinstance(group, list) for cell in group if isinstance(cell, dict)]


def _source(cell: dict[str, Any], kind: str) -> list[str]:
    """The lines of a cell; nbformat 3 calls the source of code `input`."""
    source = cell.get("source", cell.get("input", ""))
    text = "".join(part for part in source if isinstance(part, str)) if isinstance(source, list) else str(source)
    # JSON can hold half a surrogate pair, which no encoding writes out again
    text = NEWLINE.sub("\n", text.encode("utf-8", "replace").decode("utf-8"))
    if kind != "code":
        text = _DATA_URI.sub("data:…", text)
    return text.split("\n") if text else []
