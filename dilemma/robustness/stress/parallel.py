"""Work in pieces, distributed to forked processes, at most one per available processor."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from mmap import mmap
from multiprocessing.process import BaseProcess
from typing import Any, Final, NamedTuple, TypeVar

__all__ = ["MOST", "processors", "shared_out"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")

MOST: Final = 4  # processes; each keeps a block in memory
WORTH_IT: Final = 4  # pieces per process; with fewer, starting a process costs more time than it saves
PATIENCE: Final = 2.0  # seconds for a process to finish its piece before it is terminated


def shared_out(work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
    """Yield the result of `work` for each piece, in order; pieces may be computed ahead.

    Processes are forked, so that `work` need not be pickled (compiled programs cannot be) and no module of
    the caller is run again; only results are sent back. Processes ignore an interrupt, which this process
    handles; they end with the iterator. A piece that a process does not deliver is computed here. All are
    computed here if there is one processor, if forking is not safe, or if there are few pieces.
    """
    count = min(processors(), MOST, len(pieces) // WORTH_IT)
    if count < 2 or not _may_fork():
        yield from map(work, pieces)
        return
    with _submitted(count, work, pieces) as futures:
        for place, piece in enumerate(pieces):
            try:
                result = futures[place].result()
            except (IndexError, BrokenProcessPool):  # not submitted, or a process ended early
                result = work(piece)
            yield result


@contextmanager
def _submitted(count: int, work: Callable[[Any], Any], pieces: Sequence[Any]) -> Iterator[list[Future[Any]]]:
    """Enter a context with the futures of pieces given to this many processes, which end with it.

    There are fewer futures than pieces if no process can be started, or one has ended already.
    """
    others = {*multiprocessing.active_children()}
    stopped = mmap(-1, 1)  # memory shared with the processes; no lock, since a killed process could hold it
    futures: list[Future[Any]] = []
    executor = None
    try:
        executor = _executor(count, _Task(work, stopped))
        if executor is not None:
            _submit_all(executor, pieces, futures)
        yield futures
    finally:
        stopped[0] = 1
        _end(executor, {*multiprocessing.active_children()} - others)
        stopped.close()


def _executor(count: int, task: _Task) -> ProcessPoolExecutor | None:
    """Return a pool that forks its processes at the first piece; None if the system allows none."""
    context = multiprocessing.get_context("fork")
    try:
        return ProcessPoolExecutor(count, context, initializer=_begin, initargs=(task,))
    except (OSError, NotImplementedError, ImportError):  # no shared memory, or no semaphores
        return None


def _submit_all(executor: ProcessPoolExecutor, pieces: Sequence[Any], futures: list[Future[Any]]) -> None:
    """Submit the pieces, until one cannot be submitted.

    Signals are blocked meanwhile, since a new process starts with the signal handlers of this one.
    """
    mine = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        with warnings.catch_warnings():
            # Python warns about any other thread; the only ones here are idle threads of numpy's algebra
            warnings.simplefilter("ignore", DeprecationWarning)
            futures.extend(executor.submit(_run_piece, piece) for piece in pieces)
    except (OSError, BrokenProcessPool):
        return
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mine)


def _end(executor: ProcessPoolExecutor | None, workers: set[BaseProcess]) -> None:
    """Wait for the processes to end, and terminate those that take longer than PATIENCE."""
    timer = threading.Timer(PATIENCE, _terminate, (workers,))
    timer.start()
    if executor is not None:
        executor.shutdown(cancel_futures=True)
    timer.cancel()
    timer.join()
    _terminate(workers)  # if not all could be started, the others wait for work
    for worker in workers:
        worker.join()


def _terminate(workers: set[BaseProcess]) -> None:
    for worker in workers:
        worker.terminate()


# The code from here to `_run_piece` runs in a process of the pool.

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class _Task(NamedTuple):
    """The work on a piece, and a flag in shared memory that stops it."""

    work: Callable[[Any], Any]
    stopped: mmap


_tasks: list[_Task] = []


def _begin(task: _Task) -> None:
    """Initialise a forked process: it ignores an interrupt, and ends by SIGTERM or with its parent."""
    _tasks.append(task)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent to end, then end this process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _run_piece(piece: Any) -> Any:
    task = _tasks[-1]
    return None if task.stopped[0] else task.work(piece)


def _may_fork() -> bool:
    """Return whether this process can fork safely: on Linux, with no other thread that may hold a lock.

    A daemonic process of `multiprocessing` may not have children, so it cannot either.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return not multiprocessing.current_process().daemon


def processors() -> int:
    """Return the number of processors this process may use; 1 if it is not known."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
