"""`python -m bench.paint`: when the overview of 2,000 files is first painted, in milliseconds, over nine openings.

Needs `chromium` on the path and the `test-browser` extra.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from doclint.edge.write_pages import write_pages
from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.model.report import FileReport, Report
from doclint.render.html import render_folder

FILES = 2_000
SOURCE = "def f(x):\n    try:\n        g(x)\n    except Exception:\n        pass\n\n\n" * 3
_OPENINGS = 9
_PAINT = "performance.getEntriesByName('first-contentful-paint')"


def main() -> int:
    """Prints the median and the worst; 1 where there is no browser."""
    browser = shutil.which("chromium")
    if browser is None:
        print("no chromium on the path: install it")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        painted = sorted(openings(browser, (Path(folder) / "index.html").as_uri()))
    print(f"first paint of {FILES} files: median {median(painted):.0f} ms, worst {painted[-1]:.0f} ms")
    return 0


def write(folder: Path) -> None:
    """The overview of as many files, each with three open questions."""
    one = lint_source(SOURCE.encode(), "m.py", Config())
    paths = [f"p{number % 60}/m{number}.py" for number in range(FILES)]
    report = Report(tuple(FileReport(path, one.lines, one.asked, one.findings) for path in paths))
    pages = render_folder(report, dict.fromkeys(paths, SOURCE.split("\n")))
    write_pages(folder, (page for page in pages if not page[0].startswith("files/")))


def openings(browser: str, address: str) -> list[float]:
    """Milliseconds to the first paint, each time in a window of its own."""
    from playwright.sync_api import sync_playwright

    found = []
    with sync_playwright() as started:
        # containers give the browser no sandbox of its own
        opened = started.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _ in range(_OPENINGS):
            page = opened.new_context().new_page()
            page.goto(address)
            page.wait_for_function(f"{_PAINT}.length")
            found.append(float(page.evaluate(f"{_PAINT}[0].startTime")))
        opened.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
