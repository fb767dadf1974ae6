"""`python -m bench.growth`: how time and memory grow with a project, with one file and with nesting, as an SVG."""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.processes import run
from bench.tools import own_tools

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HERE = Path(__file__).parent
ENVIRONMENT = {"PYTHONPATH": f"{HERE.parent / 'src'}:{HERE.parent}"}
PROJECT = (1_000, 4_000, 16_000, 64_000, 256_000, 2_000_000)
FILE = (100, 400, 1_600, 6_400, 25_600, 50_000)
DEPTHS = (1, 5, 20, 90)
MEGABYTE = 1024 * 1024

_WIDTH, _HEIGHT, _MARGIN = 420, 300, 55
_COLORS = ("#1b6ca8", "#b5442e", "#3d7f3d", "#7a4fa0")


def main() -> None:
    """Measures and draws; takes some minutes."""
    seconds: dict[str, list[tuple[int, float]]] = {}
    memory: dict[str, list[tuple[int, float]]] = {}
    for name, sizes, write in (
        ("project, files of 400 lines", PROJECT, project),
        ("one file, real code", FILE, lambda folder, size: one_file(folder, real(size))),
        ("one file, one function", FILE, lambda folder, size: one_file(folder, one_function(size))),
        ("2,000 lines, by nesting depth", DEPTHS, lambda folder, size: one_file(folder, nested(size))),
    ):
        seconds[name], memory[name] = grown(sizes, write)
    charts = [chart("CPU seconds", seconds, 0), chart("memory, MB", memory, _WIDTH)]
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * _WIDTH} {_HEIGHT}" font-family="sans-serif">'
    (HERE / "results" / "growth.svg").write_text("\n".join([text, *charts, "</svg>\n"]), encoding="utf-8")


def grown(
    sizes: Sequence[int], write: Callable[[Path, int], None]
) -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
    """CPU seconds and megabytes of a cold run at each size."""
    cold = own_tools(Path())[1]
    seconds, memory = [], []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            cost = run([*cold.command, folder], ENVIRONMENT)
        seconds.append((size, cost.cpu))
        memory.append((size, cost.memory / MEGABYTE))
        print(size, cost, file=sys.stderr)
    return seconds, memory


def project(folder: Path, lines: int) -> None:
    """Files of about 400 lines each."""
    for number in range(max(1, lines // 400)):
        (folder / f"m{number}.py").write_text(real(400), encoding="utf-8")


def one_file(folder: Path, text: str) -> None:
    """A folder with nothing else in it."""
    (folder / "m.py").write_text(text, encoding="utf-8")


def real(lines: int) -> str:
    """Doclint's own modules below each other, as often as needed."""
    modules = sorted((HERE.parent / "src" / "doclint" / "source").glob("*.py"))
    texts = [path.read_text(encoding="utf-8").replace("from __future__ import annotations\n", "") for path in modules]
    text = "\n".join(texts)
    return text * math.ceil(lines / text.count("\n")) if lines > text.count("\n") else _head(texts, lines)


def _head(texts: Sequence[str], lines: int) -> str:
    """Whole modules until there are enough lines: a module cut short need not be Python."""
    taken = ""
    for text in sorted(texts, key=len):
        if taken.count("\n") < lines:
            taken += text + "\n"
    return taken


def one_function(lines: int) -> str:
    """A function without a blank line, every second one a comment."""
    body = "".join(f"    # step {n}, because the one before left it open\n    call({n})\n" for n in range(lines // 2))
    return f"def f():\n{body}"


def nested(depth: int) -> str:
    """About 2,000 lines of blocks in each other."""
    block = "".join(f"{' ' * n}if a{n}:  # because {n}\n" for n in range(depth)) + f"{' ' * depth}pass\n"
    return block * (2_000 // (depth + 1))


def chart(title: str, series: Mapping[str, Sequence[tuple[int, float]]], left: int) -> str:
    """A chart with logarithmic axes: the same slope everywhere is linear growth."""
    points = [point for values in series.values() for point in values]
    across = _scale([x for x, _ in points], left + _MARGIN, left + _WIDTH - 15)
    up = _scale([y for _, y in points], _HEIGHT - _MARGIN, 30)
    parts = [f'<text x="{left + _MARGIN}" y="18" font-size="13">{title} against lines (or depth), both axes log</text>']
    for tick in (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000):
        parts.append(_label(across(tick), _HEIGHT - _MARGIN + 15, f"{tick:,}", "middle"))
    for tick in (0.1, 1, 10, 100):
        if min(y for _, y in points) / 2 < tick < max(y for _, y in points) * 2:
            parts.append(_label(left + _MARGIN - 6, up(tick), f"{tick:g}", "end"))
    for number, (name, values) in enumerate(series.items()):
        color = _COLORS[number]
        path = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in values)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        # 36 is below the title, or else the first name would be drawn over it; 14 is a line of its type
        parts.append(_label(left + _MARGIN + 8, 36 + 14 * number, name, "start", color))
    return "\n".join(parts)


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    low, high = math.log10(min(values)), math.log10(max(values))
    return lambda value: start + (math.log10(value) - low) / (high - low) * (end - start)


def _label(x: float, y: float, text: str, anchor: str, color: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="10" text-anchor="{anchor}" fill="{color}">{text}</text>'


if __name__ == "__main__":
    main()
