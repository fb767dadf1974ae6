"""Makes the pictures of this folder: python docs/images/make.py [ARCHIVES]

Needs chromium on the path, playwright, pillow and a package index. The reports are of a package and of a notebook from
the index, and of fixtures/. Of other people's code only what a screen shows is kept here; their archives are laid into
ARCHIVES (by default a folder that is removed again).
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
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

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parents[1] / "fixtures"
# BSD and MIT licensed; both have questions that are open, hinted at and answered
PACKAGE, ANALYSES = "ipython==9.18.1", "dowhy==0.14"
STORY = "DoWhy-The Causal Story Behind Hotel Booking Cancellations.ipynb"
EVERYTHING = Config(select=("ALL",))
DATA = Config(extend_select=("WHY13", "WHY14"))
DESKTOP, PHONE = (1280, 860), (390, 844)
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Subject:
    """A report, the page of it that is shown (none: the overview), and the line that the page is opened at."""

    name: str
    folder: Path
    config: Config
    file: str = ""
    line: int = 0


def main() -> None:
    """Writes every picture beside this file."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as started:
        archives = Path(sys.argv[1] if len(sys.argv) > 1 else scratch, "archives")
        package = _unpacked(PACKAGE, archives) / "IPython"
        notebook = next(_unpacked(ANALYSES, archives, "--no-binary=:all:").rglob(STORY))
        # containers give the browser no sandbox of its own
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for number, subject in enumerate(_subjects(package, notebook)):
            _picture(browser, subject, Path(scratch, str(number)))
        browser.close()
        _terminals(package)


def _subjects(package: Path, notebook: Path) -> tuple[Subject, ...]:
    return (
        Subject("package-overview", package, Config()),
        Subject("package-file", package, Config(), "core/oinspect.py", 937),
        Subject("package-notebook", notebook, DATA, notebook.name),
        Subject("fixtures-overview", FIXTURES, EVERYTHING),
        Subject("fixtures-file", FIXTURES / "explained", EVERYTHING, "pacer.py"),
        Subject("fixtures-notebook", FIXTURES / "notebooks", EVERYTHING, "passengers.ipynb", 16),
    )


def _unpacked(requirement: str, archives: Path, *how: str) -> Path:
    target = archives / requirement
    if not target.exists():
        fetched = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *how, "--dest", str(target)]
        subprocess.run([*fetched, requirement], check=True)
        for archive in tuple(target.iterdir()):
            shutil.unpack_archive(archive, target, "zip" if archive.suffix == ".whl" else None)
    return target


def _picture(browser: Any, subject: Subject, scratch: Path) -> None:
    report = run([str(subject.folder)], subject.config, details=True)
    write_pages(scratch, render_folder(report, shown_sources(report)))
    address = scratch.as_uri() + _address(report, subject)
    for size, shape in ((DESKTOP, "desktop"), (PHONE, "phone")):
        for theme in THEMES:
            _shoot(browser, address, size, theme, HERE / f"{subject.name}-{shape}-{theme}.webp")


def _address(report: Report, subject: Subject) -> str:
    if not subject.file:
        return "/index.html"
    view = next(view for view in overview(report, {}).files if view.path == subject.file)
    return f"/files/{view.slug}.html" + (f"#L{subject.line}" if subject.line else "")


def _shoot(browser: Any, address: str, size: tuple[int, int], theme: str, target: Path) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
    page = context.new_page()
    page.goto(address)
    Image.open(io.BytesIO(page.screenshot())).save(target, "WEBP", quality=70, method=6)
    context.close()


def _terminals(package: Path) -> None:
    for folder, config, name in ((package, Config(), "package"), (FIXTURES, EVERYTHING, "fixtures")):
        # as a user stands in a project: a picture shows its paths from there
        os.chdir(folder.parent)
        report = run([folder.name], config, details=True)
        for width in (80, 200):
            picture = render_picture(report, shown_sources(report, 4), top=4, width=width)
            (HERE / f"{name}-terminal-{width}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
