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

    `select` and `ignore` take codes, names or code prefixes (`WHY1`); an empty `select` means the rules that are on
    by default. `fail_on` is the least severity that fails a check (`info`, `warning`, `error`; `new` for whatever no
    baseline accepts, `never` for nothing).
    `include_tests` and the like turn on questions in files that are left alone by default. `requires_python` is the
    project's own version specifier (`>=3.10`), from its pyproject.toml where the settings don't say.
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
    threshold: float = 0.0
    top: int = 10
    requires_python: str = ""
