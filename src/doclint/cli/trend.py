"""`doclint report --trend`: the score through history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.cli.effort import effort
from doclint.cli.options import fail, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.cli.outputs import Output
    from doclint.model.config import Config


def write_trend(revisions: str, paths: Sequence[str], config: Config, outputs: Sequence[Output]) -> None:
    """Writes the trend in each of the formats it has; exits 2 for another one, or where git cannot answer."""
    from doclint.edge.git import GitProblem
    from doclint.render.trend import render_jsonl, render_svg, render_text
    from doclint.trend import trend

    renderers = {"terminal": render_text, "jsonl": render_jsonl, "svg": render_svg}
    for output in outputs:
        if output.form not in renderers:
            fail(f"a trend is written as {', '.join(renderers)}, not as {output.form}")
    try:
        points = trend(revisions, paths, config, effort())
    except GitProblem as error:
        fail(str(error))
    for output in outputs:
        write(renderers[output.form](points), output.file)
