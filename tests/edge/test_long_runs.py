"""Long runs as a user sees them: how far they are, what Ctrl-C does, and what becomes of workers that are killed.

Each in a process of its own, with a judge that is slow or deadly instead of a project that is large.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals are others there")

SWALLOW = "try:\n    f()\nexcept Exception:\n    pass\n"
FILES = 24

# as the program, but with one file a chunk, and processes for any two files
RUN = """
import os, signal, sys, time
from doclint import lint
from doclint.__main__ import main
from doclint.edge import pool
judged, parent = lint.lint_source, os.getpid()
pool.CHUNK_LINES, pool.PAYING_LINES = {chunk}, {paying}
def judge(data, path, config, details=False):
    {act}
    return judged(data, path, config, details=details)
lint.lint_source = judge
sys.argv[0] = "doclint"
main()
"""
SLOW = "time.sleep(0.1)"
# the kernel kills a process that takes too much memory without a word, as this does
DEADLY = "if path == 'm07.py' and os.getpid() != parent: os.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(FILES):
        # 37 bytes are a line for the pool
        Path(f"m{number:02}.py").write_text(SWALLOW + "# " + 40 * "-" + "\n")


def start(
    act: str, *arguments: str, chunk: int = 1, paying: int = 1, stderr: int = subprocess.PIPE
) -> subprocess.Popen[bytes]:
    source = str(Path(__file__).parents[2] / "src")
    command = [sys.executable, "-c", RUN.format(act=act, chunk=chunk, paying=paying), *arguments]
    # a group of its own, as a terminal has
    return subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": source},
        stdout=subprocess.PIPE,
        stderr=stderr,
        start_new_session=True,
    )


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells who started whom")
@pytest.mark.parametrize("whom", ["everyone", "the parent alone", "the parent twice"])
def test_an_interrupt_ends_parent_and_workers_with_130_and_no_word(whom: str) -> None:
    running = start("time.sleep(30)", "check", ".", "--no-cache", "--jobs", "2")
    deadline = time.monotonic() + 60
    while len(children(running.pid)) < 2 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    workers = children(running.pid)
    begun = time.monotonic()
    if whom == "everyone":
        os.killpg(running.pid, signal.SIGINT)
    else:
        for _ in whom.split("twice"):
            running.send_signal(signal.SIGINT)
    out, said = running.communicate(timeout=60)
    assert (running.returncode, out, said) == (130, b"", b"")
    # far less than a worker's next word, on any machine
    assert time.monotonic() - begun < 25
    assert len(workers) == 2
    assert not any(is_running(worker) for worker in workers)


def test_an_interrupt_while_loading_has_no_traceback_either(tmp_path: Path) -> None:
    shims = tmp_path / "shims"
    shims.mkdir()
    (shims / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(shims), source])}
    done = subprocess.run(
        [sys.executable, "-m", "doclint", "check"], env=environment, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_killed_worker_is_told_with_its_files_which_are_tried_one_by_one() -> None:
    out, said = start(DEADLY, "check", ".", "--no-cache", "--jobs", "2", "--format", "concise", chunk=10).communicate()
    lines = said.decode().splitlines()
    group, alone = (line for line in lines if "died" in line)
    assert "files (m0" in group
    assert "tried one by one" in group
    assert alone == "doclint: a worker process died on m07.py"
    found = out.decode()
    assert "m07.py" in found
    assert "for want of memory" in found
    for number in set(range(FILES)) - {7}:
        assert f"m{number:02}.py:3:1: WHY1" in found


def test_any_number_of_jobs_gives_the_same_bytes() -> None:
    outputs = {
        start("pass", "check", ".", "--no-cache", "--format", "json", "--jobs", str(jobs)).communicate()[0]
        for jobs in (1, 2, 7)
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b'"path"') == FILES


def test_what_is_kept_pays_for_no_process() -> None:
    tell = "open('who', 'a').write('parent ' if os.getpid() == parent else 'worker ')"
    # the files have 2 lines each by their size
    start(tell, "check", ".", "--jobs", "2", paying=20).communicate()
    assert Path("who").read_text().split() == ["worker"] * FILES
    Path("who").unlink()
    Path("m03.py").write_text(SWALLOW)
    start(tell, "check", ".", "--jobs", "2", paying=20).communicate()
    assert Path("who").read_text().split() == ["parent"]


def on_terminal(*arguments: str, act: str = SLOW) -> str:
    """What a run says to a terminal."""
    ours, theirs = os.openpty()
    running = start(act, *arguments, stderr=theirs)
    os.close(theirs)
    said = b""
    try:
        while block := os.read(ours, 4096):
            said += block
    except OSError:
        # how Linux tells that no one holds the other end any more
        pass
    os.close(ours)
    running.communicate()
    return said.decode()


def test_a_long_run_tells_how_far_it_is_and_leaves_the_line_clean() -> None:
    said = on_terminal("check", ".", "--no-cache", "--jobs", "1")
    assert f"/{FILES} files" in said
    assert "lines/s" in said
    assert "questions so far" in said
    assert said.endswith("\r" + " " * 78 + "\r")


def test_several_processes_tell_it_as_well() -> None:
    assert f"/{FILES} files" in on_terminal("check", ".", "--no-cache", "--jobs", "2", act="time.sleep(0.2)")


@pytest.mark.parametrize(("arguments", "act"), [(["--quiet"], SLOW), ([], "pass")], ids=["quiet", "short"])
def test_no_one_is_told_who_asked_for_quiet_or_need_not_wait(arguments: list[str], act: str) -> None:
    assert on_terminal("check", ".", "--no-cache", "--jobs", "1", *arguments, act=act) == ""


def test_a_log_gets_no_progress() -> None:
    _, said = start(SLOW, "check", ".", "--no-cache", "--jobs", "1").communicate()
    assert said == b""
