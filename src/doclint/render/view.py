"""What the pages show, worked out before any template sees it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.judge.score import ranked, score_of
from doclint.render.summary import to_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doclint.model.finding import Finding
    from doclint.model.report import Asked, FileReport, Report

# midway between the rubric's half answer and a whole one
_WHOLE_ANSWER = 0.75

# file systems refuse names of more than 255 bytes, and a page's name gets a suffix
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class FileView:
    """A file as tables, map and page show it; `path` is relative to the folder all files share."""

    report: FileReport
    path: str
    slug: str
    score: float | None
    need: float
    asked: int
    open: int
    half: int

    @property
    def name(self) -> str:
        """The last part of the path; a package's own file by the name of the package, which tells more."""
        name = posixpath.basename(self.path)
        return posixpath.basename(self.package) + "/" if name == "__init__.py" and self.package != "." else name

    @property
    def package(self) -> str:
        """The folder of the path."""
        return posixpath.dirname(self.path) or "."

    @property
    def to_answer(self) -> str:
        """How many questions are open, and about what."""
        return to_answer(self.report.findings)

    @property
    def has_page(self) -> bool:
        """Whether there is anything to show: a page of code that nobody asks about would only be a slow copy.

        What has cells has a story, asked or not.
        """
        return bool(self.report.asked or self.report.findings or self.report.cells)


@dataclass(frozen=True, slots=True)
class PackageView:
    """All files of one folder."""

    name: str
    score: float | None
    files: int
    asked: int
    open: int
    half: int


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its place and the code line it is about."""

    file: FileView
    finding: Finding
    place: str
    code: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole report."""

    title: str
    score: float | None
    asked: int
    answered: int
    half: int
    lines: int
    files: tuple[FileView, ...]
    packages: tuple[PackageView, ...]
    questions: tuple[QuestionView, ...]

    @property
    def to_answer(self) -> str:
        """How many questions are open, and about what."""
        return to_answer([question.finding for question in self.questions])


def overview(
    report: Report, sources: Mapping[str, Sequence[str]], owners: Mapping[str, tuple[str, ...]] | None = None
) -> Overview:
    """The report as its pages show it.

    `sources` has the lines of each file that could be read, `owners` the people or teams that a file belongs to.
    """
    owned = owners or {}
    common = _common_folder([file.path for file in report.files])
    files = _file_views(report, common)
    by_path = {file.report.path: file for file in files}
    asked = [step for file in report.files for step in file.asked]
    questions = [
        QuestionView(
            by_path[path],
            finding,
            _place(by_path[path], finding),
            _line(sources.get(path, ()), finding),
            owned.get(path, ()),
        )
        for path, finding in ranked(report)
    ]
    return Overview(
        posixpath.basename(common) or "report",
        score_of(asked),
        len(asked),
        sum(step.answered for step in asked),
        sum(map(is_half, asked)),
        sum(file.lines for file in report.files),
        files,
        _packages(files),
        tuple(questions),
    )


def is_half(step: Asked) -> bool:
    """Whether an answer is there, but hinted rather than given."""
    return step.answered and step.explained < _WHOLE_ANSWER


def _file_views(report: Report, common: str) -> tuple[FileView, ...]:
    views: list[FileView] = []
    taken: set[str] = set()
    for file in report.files:
        path = _portable(file.path)[len(common) :].lstrip("/") or posixpath.basename(_portable(file.path))
        slug = base = re.sub(r"[^\w.-]+", "_", path)[-_LONGEST_NAME:]
        count = 1
        # folded, because `A.py` and `a.py` are one page on a file system that ignores case
        while slug.lower() in taken:
            count += 1
            slug = f"{base}-{count}"
        taken.add(slug.lower())
        asked = file.asked
        need = sum(step.need for step in asked)
        still_open = sum(not step.answered for step in asked)
        views.append(
            FileView(file, path, slug, score_of(asked), need, len(asked), still_open, sum(map(is_half, asked)))
        )
    return tuple(views)


def _packages(files: Iterable[FileView]) -> tuple[PackageView, ...]:
    groups: dict[str, list[FileView]] = {}
    for file in files:
        groups.setdefault(file.package, []).append(file)
    return tuple(
        PackageView(
            name,
            score_of(step for file in group for step in file.report.asked),
            len(group),
            sum(file.asked for file in group),
            sum(file.open for file in group),
            sum(file.half for file in group),
        )
        for name, group in sorted(groups.items())
    )


def _common_folder(paths: Sequence[str]) -> str:
    folders = [posixpath.dirname(_portable(path)) for path in paths]
    try:
        return posixpath.commonpath(folders) if folders else ""
    # absolute and relative paths in one run share nothing
    except ValueError:
        return ""


def _portable(path: str) -> str:
    return path.replace("\\", "/")


def _place(file: FileView, finding: Finding) -> str:
    return file.path + file.report.place(finding.span.line)[len(file.report.path) :]


def _line(lines: Sequence[str], finding: Finding) -> str:
    return lines[finding.span.line - 1].strip() if finding.span.line <= len(lines) else ""
