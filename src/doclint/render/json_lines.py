"""A JSON object a finding, for tools that read streams."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from doclint.render.report_json import failure_value, finding_value

if TYPE_CHECKING:
    from doclint.model.report import Report


def render(report: Report) -> str:
    """One line a finding, as in the JSON report with its path added, and one a file that could not be read."""
    rows = []
    for file in report.files:
        rows += [{"path": file.path, **finding_value(file, finding)} for finding in file.findings]
        if file.failure is not None:
            rows.append({"path": file.path, "failure": failure_value(file.failure)})
    return "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)
