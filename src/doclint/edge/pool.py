"""Files judged in several processes.

Not `concurrent.futures`: when a worker dies there, every file in flight is lost with it and none can be named.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.process import BaseProcess

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# below this a second process takes longer to start and to import LibCST than it saves (measured on two cores)
PAYING_LINES = 10_000

# enough to make the cost of sending vanish, few enough that the last worker does not keep the others waiting
CHUNK_LINES = 2_000

# forking is 20 times quicker than a new interpreter; elsewhere it is missing or, on macOS, unsafe
_CONTEXT: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


class Died(Exception):
    """The process judging an item ended without an answer."""


def processes(jobs: int | None, lines: int) -> int:
    """How many processes to start for so many lines: at most `jobs`, and 1 means none besides this one."""
    limit = jobs or available()
    return max(1, min(limit, lines // PAYING_LINES + 1))


def available() -> int:
    """The cores this process may run on, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def chunks(items: Iterable[tuple[_Item, int]], most: int = CHUNK_LINES) -> Iterator[list[_Item]]:
    """Neighbouring items in groups of about so many lines, each given with its own number of them.

    A group is made when it is asked for, so that what the items come from need not fit into memory.
    """
    group: list[_Item] = []
    filled = 0
    for item, lines in items:
        group.append(item)
        filled += lines
        if filled >= most:
            yield group
            group, filled = [], 0
    if group:
        yield group


@dataclass
class _Worker(Generic[_Item]):
    process: BaseProcess
    pipe: Connection
    chunk: list[_Item] = field(default_factory=list)


class Pool(Generic[_Item, _Result]):
    """Runs one function over chunks of items in `count` processes; `with` ends them all, whatever happens.

    `died` is told the items that a dying worker had.
    """

    def __init__(self, work: Callable[[_Item], _Result], count: int, died: Callable[[list[_Item]], None]) -> None:
        self._work = work
        self._count = count
        self._died = died
        self._workers: list[_Worker[_Item]] = []

    def __enter__(self) -> Pool[_Item, _Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def results(self, work: Iterable[list[_Item]]) -> Iterator[tuple[_Item, _Result | Died]]:
        """Each item with its result, in no particular order. A chunk is drawn when a worker is free for it.

        The chunk of a worker that dies is done again item by item; the item that is alone when its worker dies has
        `Died` for a result.
        """
        again: deque[list[_Item]] = deque()
        waiting = Drawn(again, iter(work))
        # a worker starts with work in hand: for three chunks there are never more than three
        for chunk in islice(waiting, self._count):
            self._workers.append(self._start())
            self._send(self._workers[-1], chunk)
        while any(worker.chunk for worker in self._workers):
            for pipe in wait([worker.pipe for worker in self._workers if worker.chunk]):
                worker = next(worker for worker in self._workers if worker.pipe is pipe)
                chunk = worker.chunk
                try:
                    answers = worker.pipe.recv()
                except (EOFError, OSError):
                    worker = self._replace(worker)
                    self._died(chunk)
                    if len(chunk) == 1:
                        yield chunk[0], Died()
                    again.extendleft([item] for item in reversed(chunk) if len(chunk) > 1)
                    answers = []
                worker.chunk = []
                # all that have nothing to do: the files of a worker that died are many chunks where there was one
                for idle in (each for each in self._workers if not each.chunk):
                    self._send(idle, next(waiting, []))
                yield from zip(chunk, answers, strict=False)

    def _send(self, worker: _Worker[_Item], chunk: list[_Item]) -> None:
        worker.chunk = chunk
        # a worker that died in the meantime is noticed when its answer is read
        if chunk:
            with suppress(OSError):
                worker.pipe.send(chunk)

    def _start(self) -> _Worker[_Item]:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(self._work, theirs, ours), daemon=True)
        with _uninterrupted():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _replace(self, worker: _Worker[_Item]) -> _Worker[_Item]:
        worker.process.join()
        worker.pipe.close()
        fresh = self._start()
        self._workers[self._workers.index(worker)] = fresh
        return fresh


class Drawn(Generic[_Item]):
    """Chunks to do again before those that were never tried; unlike a generator it goes on after it ran out."""

    def __init__(self, again: deque[list[_Item]], fresh: Iterator[list[_Item]]) -> None:
        self._again = again
        self._fresh = fresh

    def __iter__(self) -> Iterator[list[_Item]]:
        return self

    def __next__(self) -> list[_Item]:
        return self._again.popleft() if self._again else next(self._fresh)


def _serve(work: Callable[[_Item], _Result], pipe: Connection, other_end: Connection) -> None:
    """What a worker does until the pipe closes."""
    # the parent is told as well and ends its workers itself
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # a forked copy of the parent's end would keep this worker waiting after the parent is gone
    other_end.close()
    with without_gc(), suppress(EOFError, OSError):
        while True:
            pipe.send([work(item) for item in pipe.recv()])
            gc.collect()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Holds an interrupt back: while forking, Python prints it and goes on, and a worker that is not yet deaf dies."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


class without_gc:  # noqa: N801 - reads as what it is in a `with`
    """No garbage collection inside: trees are large and free of cycles, and collecting costs up to a third."""

    def __enter__(self) -> None:
        self._was = gc.isenabled()
        gc.freeze()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        gc.unfreeze()
        if self._was:
            gc.enable()
