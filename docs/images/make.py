"""Makes the pictures of this folder: python docs/images/make.py

Needs chromium on the path, playwright and pillow. The reports are of doclint's own source with every rule on, and of a
notebook in fixtures/, so that the pictures hold nobody else's code.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image
from playwright.sync_api import sync_playwright

from doclint.edge.write_pages import write_pages
from doclint.model.config import Config
from doclint.render.html import render_folder
from doclint.render.terminal import render_picture
from doclint.render.view import overview
from doclint.run import run, shown_sources

if TYPE_CHECKING:
    from doclint.model.report import Report

HERE = Path(__file__).parent
ALL = Config(select=("ALL",))
DESKTOP, PHONE = (1280, 860), (390, 844)
# the folder of pages, the file whose first question is shown (none: the overview), size, theme, picture
SHOTS = (
    ("src", "", DESKTOP, "light", "overview.webp"),
    ("src", "", PHONE, "dark", "overview-phone.webp"),
    ("src", "source/magics.py", DESKTOP, "dark", "file.webp"),
    ("fixtures/notebooks", "counters.ipynb", DESKTOP, "light", "notebook.webp"),
    ("fixtures/notebooks", "counters.ipynb", PHONE, "light", "notebook-phone.webp"),
    ("fixtures/notebooks", "counters.ipynb", DESKTOP, "dark", "story.webp"),
)


def main() -> None:
    """Writes every picture beside this file."""
    reports = {folder: run([folder], ALL, details=True) for folder in ("src", "fixtures/notebooks")}
    source = reports["src"]
    picture = render_picture(source, shown_sources(source, 4), top=4, width=80)
    (HERE / "terminal.svg").write_text(picture, encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as started:
        for folder, report in reports.items():
            write_pages(Path(scratch, folder), render_folder(report, shown_sources(report)))
        # containers give the browser no sandbox of its own
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for folder, file, size, theme, name in SHOTS:
            page = Path(scratch, folder).as_uri() + _address(reports[folder], file)
            # the story stands above the code
            page = page.partition("#")[0] if name.startswith("story") else page
            _shoot(browser, page, size, theme, HERE / name)
        browser.close()


def _address(report: Report, file: str) -> str:
    if not file:
        return "/index.html"
    view = next(view for view in overview(report, {}).files if view.path == file)
    return f"/files/{view.slug}.html#L{view.report.findings[0].span.line}"


def _shoot(browser: Any, address: str, size: tuple[int, int], theme: str, target: Path) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
    page = context.new_page()
    page.goto(address)
    Image.open(io.BytesIO(page.screenshot())).save(target, "WEBP", quality=80, method=6)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
