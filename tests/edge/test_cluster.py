"""A Dask cluster in place of processes: the same bytes, whatever happens to workers, and plain words where it fails."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from doclint import batch
from doclint.cli import cli
from doclint.edge import cluster as cluster_module
from doclint.edge.cluster import Cluster
from doclint.edge.executor import NoCluster, checked_executor
from doclint.edge.pool import Died
from doclint.model.config import Config
from doclint.model.effort import Effort
from doclint.model.input import Input
from doclint.model.report import Report
from doclint.render.report_json import render
from doclint.run import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCE = "def f(x):\n    try:\n        g(x)\n    except Exception:\n        pass\n\n\n"
OURS = ("0.1.0", "3.11")


class KilledWorker(Exception):
    """What Dask raises for a task that took several workers down."""


class Future:
    """A task; like Dask's own it can be a key."""

    def __init__(self, result: Callable[[], list[int]]) -> None:
        self.result = result


def fake_dask(versions: dict[str, Any], calls: Callable[..., Any]) -> Any:
    """As much of `distributed` as is used: tasks run when they are submitted."""

    class Client:
        def __init__(self, address: str, **_: object) -> None:
            if ":1" in address:
                raise OSError("refused")

        def nthreads(self) -> dict[str, int]:
            return dict.fromkeys(versions, 1)

        def wait_for_workers(self, _: int, timeout: float) -> None:
            if not versions:
                raise TimeoutError

        def run(self, _: object) -> dict[str, Any]:
            if "broken" in versions.values():
                raise ModuleNotFoundError("No module named 'doclint'")
            return versions

        def submit(self, _: object, work: Any, chunk: list[int], pure: bool) -> Any:
            return Future(lambda: calls(work, chunk))

        def close(self, timeout: float) -> None:
            pass

    fake = SimpleNamespace(Client=Client, KilledWorker=KilledWorker, TimeoutError=TimeoutError)
    fake.wait = lambda pending, **_: SimpleNamespace(done=set(pending[:1]))
    return fake


def double(number: int) -> int:
    return 2 * number


def deadly(work: Callable[[int], int], chunk: list[int]) -> list[int]:
    if 13 in chunk:
        raise KilledWorker
    return [work(number) for number in chunk]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def install(versions: dict[str, Any], calls: Callable[..., Any] = deadly) -> None:
        monkeypatch.setitem(sys.modules, "distributed", fake_dask(versions, calls))

    monkeypatch.setattr(cluster_module, "_versions", lambda: OURS)
    return install


def cluster(died: Callable[[list[int]], None] = lambda _: None, address: str = "dask://here:8786") -> Cluster[int, int]:
    return Cluster(address, double, died)


def test_a_file_that_takes_workers_down_costs_only_itself(use: Callable[..., None]) -> None:
    use({"a": OURS, "b": OURS})
    lost: list[list[int]] = []
    with cluster(lost.append) as there:
        results = dict(there.results([list(range(start, start + 10)) for start in range(0, 40, 10)]))
    assert isinstance(results.pop(13), Died)
    assert results == {number: 2 * number for number in range(40) if number != 13}
    assert lost == [list(range(10, 20)), [13]]


def test_chunks_are_drawn_as_there_is_room(use: Callable[..., None]) -> None:
    use({"a": OURS})
    drawn: list[int] = []

    def endless() -> Iterator[list[int]]:
        for number in range(100, 1_000_000):
            drawn.append(number)
            yield [number]

    with cluster() as there:
        next(iter(there.results(endless())))
    assert len(drawn) == 2


def test_a_scheduler_that_goes_away_is_named(use: Callable[..., None]) -> None:
    def gone(_: object, __: object) -> list[int]:
        raise CancelledError("four lines of futures")

    use({"a": OURS}, gone)
    with (
        cluster() as there,
        pytest.raises(NoCluster, match=r"^lost the scheduler at here:8786: start it and run again$"),
    ):
        list(there.results([[1]]))


@pytest.mark.parametrize(
    ("versions", "address", "words"),
    [
        ({}, "here:8786", "dask worker here:8786"),
        ({"a": OURS}, "here:1", "`dask scheduler`"),
        ({"a": OURS, "b": ("0.0.9", "3.11")}, "here:8786", "b runs doclint 0.0.9"),
        ({"a": ("0.1.0", "3.9")}, "here:8786", "doclint 0.1.0 on Python 3.11"),
        ({"a": "broken"}, "here:8786", "install doclint"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    use: Callable[..., None], versions: dict[str, Any], address: str, words: str
) -> None:
    use(versions)
    with pytest.raises(NoCluster, match=words):
        cluster(address=address)


def test_without_the_extra_it_exits_2_with_the_command_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = CliRunner().invoke(cli, ["check", ".", "--executor", "dask://127.0.0.1:8786"])
    assert (result.exit_code, "pip install 'doclint[dask]'" in result.output) == (2, True)


@pytest.mark.parametrize(
    "text", ["", "dask", "dask://", "dask://host", "tcp://host:1", "dask://host:1/x", "dask://h:x"]
)
def test_an_executor_is_local_or_an_address(text: str) -> None:
    with pytest.raises(ValueError, match=r"neither|[Pp]ort"):
        checked_executor(text)
    assert checked_executor("dask://host:8786") == "dask://host:8786"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def processes(*commands: list[str]) -> Iterator[list[subprocess.Popen[bytes]]]:
    source = str(Path(__file__).parents[2] / "src")
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
            env={**os.environ, "PYTHONPATH": source},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for command in commands
    ]
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_real_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three processes on the loopback address; the workers see neither the project nor its folder."""
    pytest.importorskip("distributed")
    monkeypatch.chdir(tmp_path)
    for number in range(60):
        (tmp_path / f"m{number}.py").write_text(SOURCE * (number + 1))
    local = run(["."], Config())
    monkeypatch.setattr(cluster_module, "CLUSTER_CHUNK_LINES", 50)
    address = f"127.0.0.1:{free_port()}"
    scheduler = ["dask_scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard"]
    worker = ["dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory"]
    workers = [[*worker, str(tmp_path / name)] for name in ("one", "two")]
    with processes(scheduler, *workers) as (_, victim, _):
        time.sleep(5)
        inputs = [Input(file.path, Config()) for file in local.files]
        reports = {}
        for number, report in batch.judged(inputs, Effort(executor=f"dask://{address}")):
            reports[number] = report
            if len(reports) == 5:
                victim.send_signal(signal.SIGKILL)
        pytest.importorskip("pyarrow")
        Path("list.txt").write_text(f"{tmp_path}\nnowhere\n")
        for name, executor in (("here", "local"), ("there", f"dask://{address}")):
            arguments = ["survey", "list.txt", "-o", f"{name}.parquet", "--executor", executor]
            assert CliRunner().invoke(cli, arguments).exit_code == 0
    for kind in ("parquet", "findings.parquet"):
        assert Path(f"here.{kind}").read_bytes() == Path(f"there.{kind}").read_bytes()
    assert render(Report(tuple(reports[number] for number in sorted(reports)))) == render(local)
    assert sum(len(file.findings) for file in local.files) > 0
