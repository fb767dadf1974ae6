"""The score through history: as lines for a terminal, as JSON lines, and as a small picture."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import escape

from doclint.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doclint.model.trend import Point

_BAR = 20
# the size of the picture and of the part of it that holds the curve
_WIDTH, _HEIGHT = 720, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 690, 28, 160

_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#57606a}.score{fill:none;stroke:#0b6b57;stroke-width:2.5}"
    ".dot{fill:#0b6b57}.open{fill:#f0c9b4}.grid{stroke:#d0d7de}"
    "@media(prefers-color-scheme:dark){text{fill:#a3abb6}.score{stroke:#63d2b4}.dot{fill:#63d2b4}.open{fill:#5a3423}"
    ".grid{stroke:#343a44}}"
)


def render_text(points: Sequence[Point]) -> str:
    """A line a revision, oldest first."""
    width = max(len(visible(point.name)) for point in points)
    rows = []
    for point in points:
        full = round((point.score or 0) * _BAR / 100)
        score = "—" if point.score is None else f"{point.score:.0f}"
        bar = "█" * full + "░" * (_BAR - full)
        rows.append(f"{point.day}  {visible(point.name):{width}}  {score:>3}  {bar}  {point.open:4d} open")
    return "\n".join(rows) + "\n"


def render_jsonl(points: Sequence[Point]) -> str:
    """A JSON object a revision, oldest first."""
    rows = (
        {
            "revision": point.name,
            "commit": point.commit,
            "day": point.day,
            "score": None if point.score is None else round(point.score, 4),
            "asked": point.asked,
            "answered": point.answered,
            "open": point.open,
        }
        for point in points
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def render_svg(points: Sequence[Point]) -> str:
    """The score as a curve over bars of the open questions."""
    first, last = points[0], points[-1]
    shown = "—" if last.score is None else f"{last.score:.0f} %"
    title = escape(visible(f"{shown} answered, {last.open} open at {last.name}"))
    most = max(1, *(point.open for point in points))
    slot = (_RIGHT - _LEFT) / len(points)
    bars, curve = [], []
    for number, point in enumerate(points):
        middle = _LEFT + slot * (number + 0.5)
        # bars stay in the lower half, so that the curve is read first
        height = (_BOTTOM - _TOP) / 2 * point.open / most
        bars.append(
            f'<rect class="open" x="{middle - slot * 0.35:.1f}" y="{_BOTTOM - height:.1f}" '
            f'width="{slot * 0.7:.1f}" height="{height:.1f}"/>'
        )
        if point.score is not None:
            curve.append(f"{middle:.1f},{_BOTTOM - (_BOTTOM - _TOP) * point.score / 100:.1f}")
    end = f'<circle class="dot" r="4" cx="{curve[-1].split(",")[0]}" cy="{curve[-1].split(",")[1]}"/>' if curve else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" role="img" '
        f'aria-label="{title}"><title>{title}</title><style>{_STYLE}</style>{_grid()}{"".join(bars)}'
        f'<polyline class="score" points="{" ".join(curve)}"/>{end}'
        f'<text x="{_LEFT}" y="18">{title}</text>'
        f'<text x="{_LEFT}" y="{_BOTTOM + 24}">{escape(visible(first.name))}, {first.day}</text>'
        f'<text x="{_RIGHT}" y="{_BOTTOM + 24}" text-anchor="end">{escape(visible(last.name))}, {last.day}</text>'
        "</svg>\n"
    )


def _grid() -> str:
    rows = []
    for score in (0, 50, 100):
        y = _BOTTOM - (_BOTTOM - _TOP) * score / 100
        rows.append(f'<path class="grid" d="M{_LEFT} {y:g}H{_RIGHT}"/>')
        rows.append(f'<text x="{_LEFT - 6}" y="{y + 4:g}" text-anchor="end">{score}</text>')
    return "".join(rows)
