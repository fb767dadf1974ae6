"""Random edits of real files: `--diff` tells exactly the findings of the full run whose text is new."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from doclint.judge.wording import code_of, comment_of
from doclint.model.change import ChangedFile
from doclint.model.config import Config
from doclint.run import run_changed

if TYPE_CHECKING:
    from doclint.model.finding import Finding

_SOURCE = Path(__file__).parents[2] / "src" / "doclint"
_FILES = {
    "first.py": (_SOURCE / "edge" / "baseline_file.py").read_text(encoding="utf-8"),
    "second.py": (_SOURCE / "cli" / "options.py").read_text(encoding="utf-8"),
}
_ADDITIONS = (
    "try:\n    work()\nexcept Exception:\n    pass",
    "time.sleep(7.5)",
    "if ratio > 0.8125:\n    stop()  # for performance",
)
_EVERYTHING = Config(select=("ALL",))

# what to do with the statements of the files: each edit names one by a number, taken modulo how many there are
_EDITS = st.lists(
    st.tuples(
        st.sampled_from(["delete", "copy", "move", "wrap", "rename", "add"]), st.integers(0, 99), st.integers(0, 99)
    ),
    min_size=1,
    max_size=6,
)


def statements(text: str) -> list[str]:
    """The top-level statements with what stands above them."""
    lines, found, end = text.split("\n"), [], 0
    for node in ast.parse(text).body:
        found.append("\n".join(lines[end : node.end_lineno]))
        end = node.end_lineno or end
    return found


def edited(files: dict[str, list[str]], edit: tuple[str, int, int]) -> None:
    kind, which, where = edit
    names = sorted(files)
    source, target = files[names[which % 2]], files[names[where % 2]]
    # the first statements are the docstring and the __future__ import, which must stay where they are
    place, goal = 2 + which % (len(source) - 2), 2 + where % (len(target) - 1)
    if kind == "delete" and len(source) > 3:
        del source[place]
    elif kind == "copy":
        target.insert(goal, source[place])
    elif kind == "move" and len(source) > 3:
        target.insert(min(goal, len(target)), source.pop(place))
    elif kind == "wrap" and '"""' not in source[place]:
        source[place] = "if enabled:\n" + indent(source[place], "    ") + "\n    done()"
    elif kind == "rename":
        source[place] = source[place].replace("file", "document")
    elif kind == "add":
        source.insert(place, _ADDITIONS[where % len(_ADDITIONS)])


def told(change: tuple[ChangedFile, ...]) -> list[tuple[str, Finding]]:
    report = run_changed(change, ["."], _EVERYTHING, lambda found: found)
    return [(file.path, finding) for file in report.files for finding in file.findings]


def text_of(lines: list[str], finding: Finding) -> tuple[bool, str]:
    is_comment = lines[finding.span.line - 1][finding.span.column - 1 :].startswith("#")
    part = comment_of if is_comment else code_of
    return is_comment, "".join(part(line) for line in lines[finding.span.line - 1 : finding.span.end_line])


def occurrences(files: dict[str, str], text: tuple[bool, str]) -> int:
    """How often whole lines read so; every start and every end is tried, which is slow and plain."""
    part, wanted, count = comment_of if text[0] else code_of, text[1], 0
    for source in files.values():
        rows = [row for row in map(part, source.split("\n")) if row]
        for start in range(len(rows)):
            read = ""
            for row in rows[start:]:
                read += row
                if not wanted.startswith(read):
                    break
                count += read == wanted
    return count


@settings(max_examples=25)
@given(_EDITS)
def test_findings_of_a_change_are_those_whose_text_is_new(edits: list[tuple[str, int, int]]) -> None:
    parts = {name: statements(text) for name, text in _FILES.items()}
    for edit in edits:
        edited(parts, edit)
    after = {name: "\n".join(rows) + "\n" for name, rows in parts.items()}
    new = told(tuple(ChangedFile(name, _FILES[name].encode(), after[name].encode()) for name in sorted(after)))
    full = told(tuple(ChangedFile(name, b"", after[name].encode()) for name in sorted(after)))
    lines = {name: text.split("\n") for name, text in after.items()}
    # a question about a whole file is new with the file only
    full = [(path, finding) for path, finding in full if (finding.span.end_line, finding.span.end_column) != (1, 1)]
    reported, everything = (
        # two rules may ask about one text at one place
        Counter(text for *_, text in {(path, found.span, text_of(lines[path], found)) for path, found in pairs})
        for pairs in (new, full)
    )
    for text, count in everything.items():
        was, now = occurrences(_FILES, text), occurrences(after, text)
        if was == 0 or now <= was:
            assert reported[text] == (count if was == 0 else 0), text
        else:
            assert max(0, count - was) <= reported[text] <= now - was, text
    assert reported <= everything
