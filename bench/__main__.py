"""`python -m bench`: fetch the packages, run every tool on each in turn, write the table to bench/results."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bench.processes import Cost, middle, run
from bench.tools import own_tools, peers
from doclint import __version__

if TYPE_CHECKING:
    from bench.tools import Tool

HERE = Path(__file__).parent
ROOT = HERE.parent
ENVIRONMENT = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
MEGABYTE = 1024 * 1024

# not in the checkout: some peers pass over what its .gitignore names, and are very fast at it
SCRATCH = Path(tempfile.gettempdir()) / "doclint-bench"

# on more lines the slower peers take an hour a round
_PEERS_READ = 200_000

# a start is short, and the clock coarse
_STARTS = 15


def main() -> None:
    """Measures and writes one table."""
    arguments = _arguments()
    scratch: Path = arguments.scratch.absolute()
    folders = fetch(HERE / "packages.txt", scratch)
    binaries = environment(HERE / "peers.txt", scratch / "peers") if arguments.peers else Path(os.devnull)
    tools = (*own_tools(scratch), *peers(binaries))
    sections = [
        section(folder, tools, arguments.rounds)
        for folder in folders
        if not arguments.only or folder.name in arguments.only
    ]
    target = HERE / "results" / f"{date.today().isoformat()}{arguments.suffix}.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text("\n".join([heading(arguments.rounds), start(), *sections]), encoding="utf-8")
    print(target.read_text(encoding="utf-8"))


def fetch(pinned: Path, scratch: Path) -> list[Path]:
    """The folders of the pinned packages, installed without what they depend on: they are read, never run."""
    folders = []
    for line in pinned.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        mix, _, several = line.rpartition(": ")
        target = scratch / (mix or line)
        folders.append(target if mix else target / line.partition("==")[0])
        if not target.exists():
            _pip(sys.executable, "--no-deps", "--target", str(target), *several.split())
    return folders


def environment(pinned: Path, folder: Path) -> Path:
    """The programs of an environment of the peers' own: some pin versions that others cannot have."""
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    if not folder.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        _pip(str(binaries / "python"), "-r", str(pinned))
    return binaries


def section(folder: Path, tools: tuple[Tool, ...], rounds: int) -> str:
    """The table of one package."""
    files, lines = size(folder)
    whole = [tool for tool in tools if not tool.small and (tool.quick or lines < _PEERS_READ)]
    rows = table(folder, whole, rounds)
    name = folder.parent.name if "==" in folder.parent.name else folder.name
    text = f"## {name}: {files:,} files, {lines:,} lines\n\n{rows}"
    slow = [tools[0], *(tool for tool in tools if tool.small)]
    part = next((part for part in (folder / "core",) if part.is_dir()), None)
    if len(slow) > 1 and part is not None:
        files, lines = size(part)
        text += f"\n### {folder.name}/{part.name} alone: {files:,} files, {lines:,} lines\n\n{table(part, slow, 1)}"
    return text


def table(folder: Path, tools: list[Tool], rounds: int) -> str:
    """One row a tool; the tools take turns, so that a busy minute of the machine meets all of them."""
    costs: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    for tool in tools:
        if tool.primed:
            run([*tool.command, str(folder)], ENVIRONMENT)
    for _ in range(rounds):
        for tool in tools:
            costs[tool.name].append(run([*tool.command, str(folder)], ENVIRONMENT))
            print(f"{folder.name}: {tool.name}: {costs[tool.name][-1]}", file=sys.stderr)
    _, lines = size(folder)
    bare = middle(costs[tools[0].name]).cpu
    rows = ["| tool | wall s | CPU s | lines / CPU s | x bare parse | memory MB |", "|---|--:|--:|--:|--:|--:|"]
    for name, measured in costs.items():
        cost = middle(measured)
        rows.append(
            f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {lines / cost.cpu:,.0f} | {cost.cpu / bare:.2f} "
            f"| {cost.memory / MEGABYTE:.0f} |"
        )
    return "\n".join(rows) + "\n"


def size(folder: Path) -> tuple[int, int]:
    """Python files and lines under a folder."""
    files = sorted(folder.rglob("*.py"))
    return len(files), sum(file.read_bytes().count(b"\n") for file in files)


def heading(rounds: int) -> str:
    """What a reader needs to compare with other tables."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return (
        f"# {date.today().isoformat()}\n\n"
        f"doclint {__version__}, LibCST {version('libcst')}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load average at the end {load}. "
        f"Median of {rounds} rounds of whole processes, tools in turn. "
        "CPU counts child processes; memory is that of the largest process.\n"
    )


def start() -> str:
    """What `doclint --version` takes beyond an interpreter that does nothing."""
    nothing, version_asked = (
        middle([run([sys.executable, *arguments], ENVIRONMENT) for _ in range(_STARTS)])
        for arguments in (("-c", "pass"), ("-m", "doclint", "--version"))
    )
    return (
        f"`doclint --version`: {(version_asked.wall - nothing.wall) * 1000:.0f} ms and "
        f"{(version_asked.cpu - nothing.cpu) * 1000:.0f} ms of CPU beyond a bare interpreter "
        f"({nothing.wall * 1000:.0f} ms).\n"
    )


def _pip(python: str, *arguments: str) -> None:
    subprocess.run([python, "-m", "pip", "install", "--quiet", *arguments], check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--scratch", type=Path, default=SCRATCH, help="where packages and peers are kept")
    parser.add_argument("--suffix", default="", help="put behind the date in the name of the result")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", help="one package; may be given again")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="doclint and the bare parse only")
    return parser.parse_args()


if __name__ == "__main__":
    main()
