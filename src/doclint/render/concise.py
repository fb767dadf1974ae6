"""One line a finding and nothing else, for editors that jump to `path:line:column`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.render.place import on_one_line
from doclint.render.summary import failures

if TYPE_CHECKING:
    from doclint.model.report import Report


def render(report: Report) -> str:
    """The findings by place, then the files that could not be read."""
    rows = [on_one_line(file, finding) for file in report.files for finding in file.findings]
    return "".join(f"{row}\n" for row in [*rows, *failures(report)])
