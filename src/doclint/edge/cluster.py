"""Files judged on a Dask cluster: bytes go out, reports come back, and workers need no disk in common.

Dask does again what a lost worker had. What it cannot know is that one file takes down every worker it meets: after a
few of them it gives up on a task, whose files are then tried one by one, as in a pool of processes.
"""

from __future__ import annotations

import gc
import logging
import sys
import threading
import warnings
from collections import deque
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from doclint import __version__
from doclint.edge.executor import SCHEME, NoCluster
from doclint.edge.pool import Died, Drawn, without_gc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# half a second of work: the driver spends 14 ms on as much (docs/scale.md), and a lost worker loses no more than this
CLUSTER_CHUNK_LINES = 10_000

# a scheduler that runs answers within milliseconds, over any network that could carry the files
_CONNECT_SECONDS = 5.0
# a batch system may take a while to start the first worker; a cluster without one at all is a mistake to be told of
_WORKER_SECONDS = 30.0

# the judgement holds the interpreter anyway, and switching collection off and on is not made for two threads at once
_ALONE = threading.Lock()


class Cluster(Generic[_Item, _Result]):
    """Runs one function over chunks of items on the workers of a scheduler, as `Pool` does in processes.

    `died` is told the items that took workers down.

    Raises:
        NoCluster: when Dask is not installed, nothing answers at the address, or its workers have another doclint.
    """

    def __init__(self, address: str, work: Callable[[_Item], _Result], died: Callable[[list[_Item]], None]) -> None:
        self._work = work
        self._died = died
        self._address = address.removeprefix(SCHEME)
        # its own log repeats, over many lines, what is said here in one
        logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
        try:
            import distributed
        except ImportError:
            raise NoCluster("--executor dask://… needs Dask: pip install 'doclint[dask]'") from None
        self._dask: Any = distributed
        self._client = self._connected()
        self._check_workers()

    def __enter__(self) -> Cluster[_Item, _Result]:
        return self

    def __exit__(self, *_: object) -> None:
        # a scheduler that is gone cannot be told goodbye
        with suppress(OSError, TimeoutError):
            self._client.close(timeout=_CONNECT_SECONDS)

    def results(self, work: Iterable[list[_Item]]) -> Iterator[tuple[_Item, _Result | Died]]:
        """Each item with its result, in no particular order; chunks are drawn as the cluster has room for them.

        Raises:
            NoCluster: when the scheduler or the last worker goes away for good.
        """
        again: deque[list[_Item]] = deque()
        waiting = Drawn(again, iter(work))
        pending: dict[Any, list[_Item]] = {}
        try:
            while True:
                self._submit(waiting, pending)
                if not pending:
                    return
                for future in self._finished(pending):
                    chunk = pending.pop(future)
                    yield from self._answers(future, chunk, again)
        except (CancelledError, OSError) as error:
            raise NoCluster(f"lost the scheduler at {self._address}: start it and run again") from error

    def _submit(self, waiting: Drawn[_Item], pending: dict[Any, list[_Item]]) -> None:
        # one chunk in work and one at hand for each thread; more would only fill memory
        room = 2 * max(1, sum(self._client.nthreads().values()))
        while len(pending) < room:
            chunk = next(waiting, None)
            if chunk is None:
                return
            with warnings.catch_warnings():
                # Dask would rather have data in files that all workers see, which is what is not asked of a cluster
                warnings.simplefilter("ignore")
                future = self._client.submit(_each, self._work, chunk, pure=False)
            pending[future] = chunk

    def _finished(self, pending: dict[Any, list[_Item]]) -> list[Any]:
        """The tasks that are done; none where none was for a while and workers are still there."""
        try:
            done = self._dask.wait(list(pending), timeout=_WORKER_SECONDS, return_when="FIRST_COMPLETED").done
        except (TimeoutError, self._dask.TimeoutError):
            if self._client.nthreads():
                return []
            raise NoCluster(f"the last worker of {self._address} is gone: {self._advice()}") from None
        return [future for future in pending if future in done]

    def _answers(
        self, future: Any, chunk: list[_Item], again: deque[list[_Item]]
    ) -> Iterator[tuple[_Item, _Result | Died]]:
        try:
            answers = future.result()
        except self._dask.KilledWorker:
            self._died(chunk)
            if len(chunk) == 1:
                yield chunk[0], Died()
            else:
                again.extend([item] for item in chunk)
        else:
            yield from zip(chunk, answers, strict=True)

    def _connected(self) -> Any:
        try:
            return self._dask.Client(f"tcp://{self._address}", timeout=_CONNECT_SECONDS)
        except (OSError, ValueError, self._dask.TimeoutError):
            raise NoCluster(
                f"no Dask scheduler answers at {self._address}: start one with `dask scheduler`, "
                "and give the address it prints as --executor dask://HOST:PORT"
            ) from None

    def _check_workers(self) -> None:
        """Other versions would give other bytes."""
        try:
            self._client.wait_for_workers(1, timeout=_WORKER_SECONDS)
            versions = self._client.run(_versions)
        except (TimeoutError, self._dask.TimeoutError):
            self.__exit__()
            raise NoCluster(f"the scheduler at {self._address} has no workers: {self._advice()}") from None
        except ImportError as error:
            self.__exit__()
            raise NoCluster(f"a worker cannot load doclint ({error}): install doclint {__version__} there") from None
        for worker, found in sorted(versions.items()):
            if found != _versions():
                self.__exit__()
                wanted = "doclint {} on Python {}".format(*_versions())
                raise NoCluster(
                    f"{worker} runs doclint {found[0]} on Python {found[1]}: install {wanted} there, "
                    "since another version may answer differently"
                )

    def _advice(self) -> str:
        return f"start some with `dask worker {self._address} --nworkers auto --nthreads 1`"


def _versions() -> tuple[str, str]:
    return __version__, "{}.{}".format(*sys.version_info)


def _each(work: Callable[[_Item], _Result], items: list[_Item]) -> list[_Result]:
    with _ALONE, without_gc():
        answers = [work(item) for item in items]
    gc.collect()
    return answers
