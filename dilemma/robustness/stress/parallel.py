"""Work cut into pieces and shared out among processes, one for each processor there is."""

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

MOST: Final = 4  # processes: each keeps a block of its own in memory
WORTH_IT: Final = 4  # pieces for each process: with fewer, starting it takes longer than it spares
PATIENCE: Final = 2.0  # seconds for a process to finish its piece, before it is ended in the midst of it


def shared_out(work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
    """Yield what work makes of each piece, in order; a piece may be worked on before it is asked for.

    Processes are forked, so that work need not be sent to them (compiled programs cannot be pickled, and no
    module of the caller is run again), only its results back. An interrupt is not for them but for this
    process; they end with the iterator. What a process does not deliver is done here: so is everything
    where there is one processor, where forking is not safe, or where there is little to do.
    """
    count = min(processors(), MOST, len(pieces) // WORTH_IT)
    if count < 2 or not _may_fork():
        yield from map(work, pieces)
        return
    with _submitted(count, work, pieces) as futures:
        for place, piece in enumerate(pieces):
            try:
                result = futures[place].result()
            except (IndexError, BrokenProcessPool):  # not to be had, or a process ended before its time
                result = work(piece)
            yield result


@contextmanager
def _submitted(count: int, work: Callable[[Any], Any], pieces: Sequence[Any]) -> Iterator[list[Future[Any]]]:
    """Give the results to come from so many processes, which end with the block.

    Fewer than there are pieces where no processes can be had, or one has ended already.
    """
    others = {*multiprocessing.active_children()}
    stopped = mmap(-1, 1)  # memory shared with the processes; a lock could be held by one that is killed
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
    """Return a pool that forks its processes when it is first given a piece; None if there can be none."""
    context = multiprocessing.get_context("fork")
    try:
        return ProcessPoolExecutor(count, context, initializer=_begin, initargs=(task,))
    except (OSError, NotImplementedError, ImportError):  # no memory to share, or no semaphores
        return None


def _submit_all(executor: ProcessPoolExecutor, pieces: Sequence[Any], futures: list[Future[Any]]) -> None:
    """Hand in the pieces, as far as processes can be had.

    Signals wait meanwhile: a new process would hear them in the ways of this one.
    """
    mine = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        with warnings.catch_warnings():
            # Python warns of any other thread: those there may be are of numpy's algebra, and idle
            warnings.simplefilter("ignore", DeprecationWarning)
            futures.extend(executor.submit(_worked, piece) for piece in pieces)
    except (OSError, BrokenProcessPool):
        return
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mine)


def _end(executor: ProcessPoolExecutor | None, workers: set[BaseProcess]) -> None:
    """Wait for the processes to end, and end those that take too long."""
    timer = threading.Timer(PATIENCE, _terminate, (workers,))
    timer.start()
    if executor is not None:
        executor.shutdown(cancel_futures=True)
    timer.cancel()
    timer.join()
    _terminate(workers)  # where not all could be started, those that could wait for work
    for worker in workers:
        worker.join()


def _terminate(workers: set[BaseProcess]) -> None:
    for worker in workers:
        worker.terminate()


# In a process of the pool.

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class _Task(NamedTuple):
    """The work on a piece, and a flag in shared memory that stops it."""

    work: Callable[[Any], Any]
    stopped: mmap


_tasks: list[_Task] = []


def _begin(task: _Task) -> None:
    """Make a forked process one that works: deaf to an interrupt, ended by SIGTERM or with its parent."""
    _tasks.append(task)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent to end, however it ends, and end this process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _worked(piece: Any) -> Any:
    task = _tasks[-1]
    return None if task.stopped[0] else task.work(piece)


def _may_fork() -> bool:
    """Whether this process may fork and its child go on: on Linux, beside no thread that may hold a lock.

    Nor may it be a helper of somebody's that has no right to helpers of its own.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return not multiprocessing.current_process().daemon


def processors() -> int:
    """Return how many processors this process may use; 1 where that cannot be told."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
