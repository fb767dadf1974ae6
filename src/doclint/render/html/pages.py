"""The pages of a report, from their templates."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from doclint import __version__
from doclint.render.html.links import Links
from doclint.render.html.listing import listing
from doclint.render.html.rule_page import rule_page
from doclint.render.html.treemap import SCREENS, treemap
from doclint.render.narrative import narrative, summary
from doclint.render.view import overview
from doclint.render.visible import visible
from doclint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import Report
    from doclint.render.html.listing import Row
    from doclint.render.html.treemap import Box
    from doclint.render.narrative import Moment
    from doclint.render.view import FileView, Overview

    Sources = Mapping[str, Sequence[str]]
    Owners = Mapping[str, tuple[str, ...]]

_QUOTED = re.compile(r"`([^`]+)`")


def render_folder(report: Report, sources: Sources, owners: Owners | None = None) -> Iterator[tuple[str, str]]:
    """The pages as (path in the folder, text), one at a time: those of a large project need not fit in memory.

    `report` carries details, `sources` the lines of its files, and `owners` whom they belong to.
    """
    view = overview(report, sources, owners)
    top, below = _environment(Links("")), _environment(Links("../"))
    yield "report.css", _asset("report.css")
    yield "report.js", _asset("report.js")
    yield "index.html", top.get_template("index.html").render(view=view, maps=_maps(view))
    yield "rules.html", top.get_template("rules.html").render(rules=RULES, view=view)
    page = below.get_template("file.html")
    for file in view.files:
        if file.has_page:
            rows, moments = _told(file, sources)
            yield f"files/{file.slug}.html", page.render(file=file, rows=rows, moments=moments, view=view)


def render_single_file(report: Report, sources: Sources, owners: Owners | None = None) -> str:
    """Everything on one page."""
    view = overview(report, sources, owners)
    pages = [(file, *_told(file, sources)) for file in view.files if file.has_page]
    assets = {"css": _asset("report.css"), "js": _asset("report.js")}
    template = _environment(Links(None)).get_template("single.html")
    return template.render(view=view, maps=_maps(view), pages=pages, rules=RULES, **assets)


def _maps(view: Overview) -> list[tuple[str, list[Box]]]:
    """One map a screen: the style sheet shows the one that fits."""
    return [(screen.name, treemap(view.files, screen)) for screen in SCREENS]


def _told(file: FileView, sources: Sources) -> tuple[list[Row], list[Moment]]:
    """The lines of a file and, where it has cells, the story that they tell."""
    lines = sources.get(file.report.path, ())
    rows = listing(file.report, lines)
    # a file that changed while it was judged has no lines to tell of
    return rows, narrative(file.report, lines) if rows and file.report.cells else []


def _environment(links: Links) -> Environment:
    environment = Environment(
        loader=PackageLoader("doclint.render.html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    environment.globals.update(links=links, version=__version__)
    environment.filters.update(percent=_percent, rule_page=rule_page, rule_key=_rule_key, shade=_shade, ticked=_ticked)
    environment.filters.update(summary=summary)
    return environment


def _shown(value: Any) -> Any:
    """Text from the report without characters that act on the page; markup and numbers as they are."""
    return visible(value) if type(value) is str else value


def _percent(score: float | None) -> str:
    return "—" if score is None else f"{score:.0f}"


def _ticked(text: str) -> Markup:
    """A question with what it quotes in backticks as code."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(visible(text)))))


def _rule_key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.rule


def _shade(score: float | None) -> str:
    """One of five classes of colour, from nothing answered to everything."""
    # as many classes as the style sheet has, each a fifth of the hundred; a full score stays in the last
    return "none" if score is None else f"s{min(4, int(score // 20))}"


@cache
def _asset(name: str) -> str:
    return files("doclint.render.html").joinpath("assets", name).read_text(encoding="utf-8")
