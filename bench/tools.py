"""The command lines that are compared."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tool:
    """A command and the folder that it is pointed at.

    `small` tools would take hours on the whole of it, `quick` ones are measured on the largest packages too. A
    `primed` tool runs once before it is measured, to fill its cache.
    """

    name: str
    command: tuple[str, ...]
    small: bool = False
    primed: bool = False
    quick: bool = False


def own_tools(scratch: Path) -> tuple[Tool, ...]:
    """The bare parse first: everything else is told as a multiple of it."""
    everything = str(Path(__file__).with_name("everything.toml"))
    check = (
        sys.executable,
        "-m",
        "doclint",
        "check",
        "--exit-zero",
        "--quiet",
        "--no-baseline",
        "--config",
        everything,
    )
    kept = ("--cache-dir", str(scratch / "cache"))
    return (
        Tool("libcst.parse_module", (sys.executable, "-m", "bench.bare"), quick=True),
        Tool("doclint, cold", (*check, "--no-cache", "--jobs", "1"), quick=True),
        Tool("doclint, cold, 2 jobs", (*check, "--no-cache", "--jobs", "2"), quick=True),
        Tool("doclint, warm", (*check, *kept), primed=True, quick=True),
    )


# a few seconds for a million lines
_QUICK = frozenset({"interrogate", "ruff D"})


def peers(binaries: Path) -> tuple[Tool, ...]:
    """Tools that are installed in the peers' environment; ruff is not written in Python and shows what could be."""
    lines = {
        "interrogate": ("interrogate", "-f", "0"),
        "pydoclint": ("pydoclint", "-q"),
        "flake8-docstrings": ("flake8", "--select", "D", "-j", "1"),
        "pydocstyle": ("pydocstyle",),
        "pylint, docstrings only": ("pylint", "-j", "1", "--disable=all", "--enable=missing-docstring"),
        "ruff D": ("ruff", "check", "--isolated", "--no-cache", "--select", "D"),
        "fixit": ("fixit", "lint"),
    }
    found = [
        Tool(name, (str(binaries / line[0]), *line[1:]), small=name == "fixit", quick=name in _QUICK)
        for name, line in lines.items()
        if (binaries / line[0]).exists()
    ]
    return tuple(found)
