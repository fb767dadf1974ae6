"""Several processes: the same result as one, whatever happens to them."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from doclint.edge import pool as pool_module
from doclint.edge.pool import Died, Pool, chunks, processes, without_gc
from doclint.model.config import Config
from doclint.model.effort import Effort
from doclint.run import run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals end processes differently there")


def double(number: int) -> int:
    return 2 * number


def deadly(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def test_every_item_once() -> None:
    with Pool(double, 3, lambda _: None) as pool:
        results = sorted(pool.results(chunks((number, 100) for number in range(100))))
    assert results == [(number, 2 * number) for number in range(100)]


def test_a_dying_worker_costs_only_the_file_that_killed_it() -> None:
    lost: list[list[int]] = []
    with Pool(deadly, 2, lost.append) as pool:
        results = dict(pool.results(chunks((number, 200) for number in range(40))))
    assert isinstance(results.pop(13), Died)
    assert results == {number: 2 * number for number in range(40) if number != 13}
    assert lost == [list(range(10, 20)), [13]]


def who(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    # long enough for a worker that waits to be given something
    time.sleep(0.01)
    return os.getpid()


def test_those_who_wait_share_the_files_of_a_dead_worker() -> None:
    with Pool(who, 2, lambda _: None) as pool:
        results = dict(pool.results([[1], list(range(10, 40))]))
    assert len({pid for number, pid in results.items() if number > 13}) == 2


def test_processes_only_where_they_pay() -> None:
    assert processes(None, 5_000) == 1
    assert processes(8, 9_999) == 1
    assert processes(1, 1_000_000) == 1
    assert processes(3, 1_000_000) == 3
    assert processes(8, 25_000) == 3


def test_chunks_keep_the_order_and_hold_about_two_thousand_lines() -> None:
    lines = [1_500, 600, 3_000, 10, 10, 10]
    assert list(chunks(zip("abcdef", lines, strict=True))) == [["a", "b"], ["c"], ["d", "e", "f"]]


def test_collection_is_as_it_was_afterwards() -> None:
    import gc

    with without_gc():
        assert not gc.isenabled()
    assert gc.isenabled()


def write_project(folder: Path, functions: int) -> None:
    """Ten files; a function is about 10 lines by size."""
    function = "def f(x):\n    try:\n        g(x)\n    except Exception:\n        pass\n    # {}\n\n\n".format(
        "word " * 60
    )
    for number in range(10):
        (folder / f"m{number}.py").write_text(function * functions)


def test_the_same_report_for_any_number_of_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(tmp_path, 10)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool_module, "PAYING_LINES", 200)
    one = run(["."], Config(), effort=Effort(jobs=1))
    assert run(["."], Config(), effort=Effort(jobs=2)) == one
    assert run(["."], Config(), effort=Effort(jobs=5)) == one
    assert sum(len(file.findings) for file in one.files) > 0
