"""What a user can set, with the defaults."""

from __future__ import annotations

from dataclasses import dataclass

# version control, environments, build output and caches; the first four of the second group hold other people's code
DEFAULT_EXCLUDE = (
    ".git",
    ".hg",
    ".svn",
    ".tox",
    ".nox",
    ".venv",
    "venv",
    ".eggs",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    "__pycache__",
    ".ipynb_checkpoints",
    "node_modules",
    "site-packages",
    "build",
    "dist",
)

FAIL_ON = ("new", "info", "warning", "error", "never")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a run, all immutable and comparable, so that a cache can key on them.

    The settings page of the documentation is made from these lines.

    Attributes:
        select: Rules to run, by code, name or beginning of a code (`WHY1`); `ALL` means every rule. Empty means the
            rules that are on by default.
        extend_select: Rules to run besides the selected ones.
        ignore: Rules to leave out, however they were selected.
        exclude: Patterns of files and folders to leave out, as in a .gitignore. They hold for files named on the
            command line too, since pre-commit passes names.
        extend_exclude: Patterns to leave out besides `exclude`.
        per_file_ignores: A table of patterns to the rules that files matching them are not asked.
        respect_gitignore: Whether files that a .gitignore names are left out.
        include_tests: Whether test files are asked, and test cases that stand in other files.
        include_generated: Whether generated files and migrations are asked.
        include_vendored: Whether copies of other projects' code are asked.
        fail_on: The least severity that fails a check: `info`, `warning` or `error`; `new` fails for whatever no
            baseline accepts, `never` for nothing.
        fail_under: The score below which a check or a report fails.
        top: How many questions a report shows.
        requires_python: The project's own version specifier (`>=3.10`), which tells what "until 3.9 is dropped" means.
            Read from `[project]` of pyproject.toml where it is not set.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    respect_gitignore: bool = True
    include_tests: bool = False
    include_generated: bool = False
    include_vendored: bool = False
    fail_on: str = "warning"
    fail_under: float | None = None
    top: int = 10
    requires_python: str = ""
