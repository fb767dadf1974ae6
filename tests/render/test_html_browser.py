"""The pages in a real browser: opens, filters, sorts, keys, deep links, themes, and what axe-core says of them.

Needs `chromium` on the path and `pip install 'doclint[test-browser]'`, which brings axe-core along.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from doclint.edge.write_pages import write_pages
from doclint.model.report import Report
from doclint.render.html import render_folder, render_single_file
from tests.render.test_html import FILES, SWALLOW, made

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow
playwright = pytest.importorskip("playwright.sync_api")
BROWSER = shutil.which("chromium")
ANSWERED = SWALLOW.format("Exception").replace(
    ":\n        pass", ":\n        pass  # harmless because the peer sends every row again within the hour"
)
FEW = {**FILES, "pkg/answered.py": ANSWERED}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if BROWSER is None:
        pytest.skip("no chromium here")
    with playwright.sync_playwright() as started:
        # containers give the browser no sandbox of its own
        opened = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: said.append("dialog"))
    yield opened
    context.close()
    assert said == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report")
    write_pages(path, render_folder(*made(FEW)))
    (path / "single.html").write_text(render_single_file(*made(FEW)), encoding="utf-8")
    return path


def test_filters_and_search(page: Any, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    assert page.locator(".questions li:visible").count() == 3
    page.keyboard.press("/")
    page.keyboard.type("baseexception")
    assert page.locator(".questions li:visible").count() == 1
    assert page.locator("output").inner_text() == "1 of 3 shown"
    page.keyboard.press("Escape")
    page.locator("[name=text]").fill("")
    page.locator("[name=package]").select_option("sub")
    assert page.locator(".questions li:visible").count() == 1


def test_tables_sort_both_ways(page: Any, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    head = page.locator("table").last.locator("thead th").nth(1)
    names = page.locator("table").last.locator("tbody th")
    head.locator("button").click()
    assert names.first.inner_text() == "answered.py"
    assert head.get_attribute("aria-sort") == "descending"
    head.locator("button").click()
    assert names.last.inner_text() == "answered.py"


@pytest.mark.parametrize("name", ["index.html", "single.html"])
def test_keys_walk_the_questions(page: Any, folder: Path, name: str) -> None:
    page.goto((folder / name).as_uri())
    for key, place in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        shown = page.locator(".questions li")
        assert [i for i in range(shown.count()) if "current" in (shown.nth(i).get_attribute("class") or "")] == [place]
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.row:target')?.getBoundingClientRect().top > 0")


def test_a_single_file_shows_one_page_at_a_time(page: Any, folder: Path) -> None:
    page.goto((folder / "single.html").as_uri() + "#A.py:L4")
    assert page.locator(".page:visible").count() == 1
    assert page.locator("h1:visible").inner_text() == "A.py"
    page.locator(".note:visible a").first.click()
    assert "safe to ignore" in page.locator("#WHY101").inner_text()
    page.locator(".brand").click()
    assert page.locator("#overview").is_visible()


def test_without_scripts_everything_can_be_read(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "single.html").as_uri())
    assert page.locator(".page:visible").count() == 2 + 4
    assert page.locator(".filters").is_hidden()
    context.close()


def test_the_theme_can_be_chosen(page: Any, folder: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto((folder / "index.html").as_uri())
    color = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(color)
    page.locator("#theme").click()
    dark = page.evaluate(color)
    assert light != dark
    page.reload()
    assert page.evaluate(color) == dark


def test_a_phone_needs_no_sideways_scrolling(page: Any, folder: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_each_screen_shows_the_map_laid_out_for_it(page: Any, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    for width, shown in ((1280, "map desk"), (360, "map phone")):
        page.set_viewport_size({"width": width, "height": 740})
        assert [m.get_attribute("class") for m in page.locator(".map:visible").all()] == [shown]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page: Any, folder: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python")
    script = Path(axe.__file__).with_name("axe.min.js")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        page.evaluate(script.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run({preload: false}).then(result => result.violations)")
        assert [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in found] == [], path


def test_two_thousand_files_open_with_a_hundred_questions(tmp_path: Path) -> None:
    """What the first paint has to lay out; `python -m bench.paint` says how long that takes."""
    report, sources = made({"pkg/a.py": SWALLOW.format("Exception") * 3})
    (one,) = report.files
    many = {f"p{n % 60}/m{n}.py": one for n in range(2000)}
    copies = Report(tuple(type(one)(path, one.lines, one.asked, one.findings) for path in many))
    overview = dict(render_folder(copies, dict.fromkeys(many, sources["pkg/a.py"])))["index.html"]
    at_once = re.sub(r"(?s)<noscript[^>]*>.*?</noscript>", "", overview)
    assert overview.count('href="files/') > 6000
    assert at_once.count('href="files/') < 500


def test_what_the_first_paint_leaves_out_comes_in_afterwards(page: Any, tmp_path: Path) -> None:
    report, sources = made({"pkg/a.py": SWALLOW.format("Exception") * 3})
    (one,) = report.files
    many = {f"m{n}.py": one for n in range(300)}
    copies = Report(tuple(type(one)(path, one.lines, one.asked, one.findings) for path in many))
    write_pages(tmp_path, render_folder(copies, dict.fromkeys(many, sources["pkg/a.py"])))
    page.goto((tmp_path / "index.html").as_uri())
    page.wait_for_function(f"document.querySelectorAll('.questions li').length == {300 * len(one.findings)}")
    assert page.locator("#files tbody tr").count() == 300
    page.fill(".filters input", "m299.py")
    page.wait_for_function("document.querySelector('output').textContent.startsWith('3 of')")
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto((tmp_path / "index.html").as_uri())
    assert plain.locator(".questions li").count() == 300 * len(one.findings)
    context.close()
