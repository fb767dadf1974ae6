"""The pages: what hostile source does to them, that every link leads somewhere, that the map is to scale."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.report import Report
from doclint.render.html import render_folder, render_single_file
from doclint.render.html.rule_page import rule_page
from doclint.render.html.treemap import SCREENS, Screen, treemap
from doclint.render.view import overview
from doclint.rules import RULES
from doclint.source.sheet import shown_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

SWALLOW = "def f():\n    try:\n        g()\n    except {}:\n        pass\n"
HOSTILE = (
    "# </script><script>alert(1)</script> <img src=x onerror=alert(1)>\n"
    "x = '\u202e\u2066 \U0001f600 </code></div>'  # \x0c\x1b[31m\n"
    f"y = '{'A' * 100_000}'\n" + SWALLOW.format("(Exception, '<b onload=alert(1)>')")
)
FILES = {
    "pkg/a.py": SWALLOW.format("Exception"),
    "pkg/A.py": SWALLOW.format("BaseException"),
    "pkg/sub/<i>&'\".py": HOSTILE,
    "pkg/sub/broken.py": "def",
    "pkg/quiet.py": "x = 1\n",
}
CONFIG = Config(select=("WHY101",))


def made(files: Mapping[str, str]) -> tuple[Report, dict[str, tuple[str, ...]]]:
    """A report over sources, and their lines."""
    reports = [lint_source(text.encode(), path, CONFIG, details=True) for path, text in sorted(files.items())]
    return Report(tuple(reports)), {path: shown_lines(text.encode(), path) for path, text in files.items()}


class Page(HTMLParser):
    """The ids, links and scripts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            if name == "id":
                self.ids.append(value or "")
            elif name in {"href", "src"}:
                self.links.append(value or "")


@pytest.fixture(scope="module")
def folder() -> dict[str, str]:
    return dict(render_folder(*made(FILES)))


@pytest.fixture(scope="module")
def single() -> str:
    return render_single_file(*made(FILES))


def test_hostile_source_is_shown_as_text(folder: dict[str, str], single: str) -> None:
    for text in (*(page for name, page in folder.items() if name.endswith(".html")), single):
        page = Page(text)
        assert page.elements.count("script") == 1
        assert "img" not in page.elements
        assert not {"onerror", "onload"} & set(page.attributes)
        assert not set("\u202e\u2066\x1b\x0c") & set(text)
    assert "\\u202e" in single


def test_huge_lines_are_cut(single: str) -> None:
    assert "A" * 2000 not in single


def test_every_link_of_the_folder_leads_somewhere(folder: dict[str, str]) -> None:
    pages = {name: Page(text) for name, text in folder.items()}
    for name, page in pages.items():
        for link in page.links:
            if link.startswith("data:"):
                continue
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            assert target in pages, (name, link)
            assert not anchor or unquote(anchor) in pages[target].ids, (name, link)


def test_every_link_of_the_single_file_stays_in_it(single: str) -> None:
    page = Page(single)
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        assert link == "data:," or unquote(link.removeprefix("#")) in page.ids, link


def test_names_that_differ_only_in_case_get_pages_of_their_own(folder: dict[str, str]) -> None:
    names = [name.lower() for name in folder]
    assert len(names) == len(set(names))
    assert sum(name.startswith("files/") for name in names) == 3


def test_an_unreadable_file_is_told(folder: dict[str, str]) -> None:
    assert "broken.py:1: " in folder["index.html"]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_map_is_to_scale_and_covers_everything(screen: Screen) -> None:
    report, sources = made({f"p{n % 3}/f{n}.py": SWALLOW.format("Exception") * (n + 1) for n in range(12)})
    boxes = treemap(overview(report, sources).files, screen)
    assert sum(box.width * box.height for box in boxes) == pytest.approx(100 * 100, rel=1e-3)
    shares = {round(box.width * box.height / box.file.need, 1) for box in boxes}
    assert max(shares) - min(shares) < 0.3


def test_a_map_that_leaves_files_out_says_where_they_are() -> None:
    page = dict(render_folder(*made({f"f{n}.py": SWALLOW.format("Exception") for n in range(13)})))["index.html"]
    assert "The 12 largest of 13" in page
    assert page.count('<svg class="map') == 2


def test_an_empty_report_has_pages() -> None:
    pages = dict(render_folder(Report(()), {}))
    assert "there is no score" in pages["index.html"]


def test_a_file_that_changed_since_is_a_page_without_code() -> None:
    report, _ = made({"a.py": SWALLOW.format("Exception")})
    assert 'class="row' not in dict(render_folder(report, {"a.py": ("x",)}))["files/a.py.html"]


def test_a_notebook_is_shown_as_cells() -> None:
    data = b'{"cells": [{"cell_type": "markdown", "source": "it\'s"}, {"cell_type": "code", "source": "def f(): 1"}]}'
    report = lint_source(data, "n.ipynb", Config(select=("ALL",)), details=True)
    page = render_single_file(Report((report,)), {"n.ipynb": shown_lines(data, "n.ipynb")})
    if report.findings:
        assert "cell 2" in page
        assert '<span class="k">def</span>' in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_page_has_its_headings(rule: object) -> None:
    html = rule_page(rule)  # type: ignore[arg-type]
    assert html.count("<h3>") == 4
    assert "---" not in html


def test_the_filter_by_owner_is_there_where_files_have_owners() -> None:
    report, sources = made({"a.py": SWALLOW.format("Exception")})
    owned = dict(render_folder(report, sources, {"a.py": ("@core", "@ana")}))["index.html"]
    assert "<option>@ana</option>" in owned
    assert 'data-owners="@core @ana"' in owned
    assert 'name="owner"' not in dict(render_folder(report, sources))["index.html"]
