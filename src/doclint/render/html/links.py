"""Where a link leads: between the pages of a folder, or within the one page of a single file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from doclint.render.view import FileView


@dataclass(frozen=True, slots=True)
class Links:
    """Links from one page; `root` leads to the folder of the overview, and is None where all pages are one file."""

    root: str | None

    @property
    def home(self) -> str:
        """The overview."""
        return "#overview" if self.root is None else f"{self.root}index.html"

    def file(self, file: FileView, line: int | None = None) -> str:
        """A file's page, at a line where one is given."""
        if self.root is None:
            return "#" + quote(self.anchor(file, line))
        return f"{self.root}files/{quote(file.slug)}.html" + (f"#L{line}" if line else "")

    def rule(self, code: str) -> str:
        """A rule's page."""
        return f"#{code}" if self.root is None else f"{self.root}rules.html#{code}"

    def anchor(self, file: FileView, line: int | None = None) -> str:
        """The id of a line (or file) on the page that shows it."""
        of_line = f"L{line}" if line else "top"
        return of_line if self.root is not None else f"{file.slug}:{of_line}"
