"""The score as a small SVG for a README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.judge.score import score_of
from doclint.render.summary import shown_score

if TYPE_CHECKING:
    from doclint.model.report import Report

_LABEL = "why answered"
# the average advance of Verdana at 11 pixels; `textLength` makes the text fit whatever font there is
_ADVANCE = 6.6
_PADDING = 10
# white text on each of these has a contrast of at least 4.5, which WCAG AA asks of small text
_COLORS = ((80, "#3a7d12"), (60, "#5f7a00"), (40, "#97620a"), (20, "#b3541e"), (0, "#b8352a"))
_UNKNOWN = "#6b6b6b"
_NOTHING = "nothing to ask"


def render(report: Report) -> str:
    """A badge with the rounded score, coloured by fifths; grey where no step is asked about."""
    score = score_of(step for file in report.files for step in file.asked)
    shown = _NOTHING if score is None else shown_score(report)
    color = _UNKNOWN if score is None else next(color for least, color in _COLORS if score >= least)
    left, right = _width(_LABEL), _width(shown)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="{_LABEL}: {shown}"><title>{_LABEL}: {shown}</title>'
        f'<clipPath id="r"><rect width="{left + right}" height="20" rx="3"/></clipPath>'
        f'<g clip-path="url(#r)"><rect width="{left}" height="20" fill="#444"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{color}"/></g>'
        '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f"{_text(_LABEL, left / 2, left)}{_text(shown, left + right / 2, right)}</g></svg>\n"
    )


def _width(text: str) -> int:
    return round(len(text) * _ADVANCE) + _PADDING


def _text(text: str, middle: float, width: int) -> str:
    return f'<text x="{middle:g}" y="14" textLength="{width - _PADDING}">{text}</text>'
