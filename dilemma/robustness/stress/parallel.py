"""Work cut into pieces and shared out among processes, one for each processor there is."""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

__all__ = ["MOST", "processors", "shared_out"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")

MOST: Final = 4  # processes: each keeps a block of its own in memory
WORTH_IT: Final = 4  # pieces for each process: with fewer, starting it takes longer than it spares


def shared_out(work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
    """Yield what work makes of each piece, in order; a piece may be worked on before it is asked for.

    Processes are forked, so that work need not be sent to them, only its results back. An interrupt is not
    for them but for this process; they end with the iterator. What a process does not deliver is done here:
    so is everything where there is one processor, where forking is not safe, or where there is little to do.
    """
    count = min(processors(), MOST, len(pieces) // WORTH_IT)
    if count < 2 or not _may_fork():
        yield from map(work, pieces)
        return
    helpers: list[_Helper] = []
    try:
        with suppress(OSError):  # no more processes to be had
            helpers.extend(_forked(work, pieces[first::count]) for first in range(count))
        for place, piece in enumerate(pieces):
            try:
                result = helpers[place % count].results.recv()
            except (IndexError, EOFError, OSError):  # not started, ended between two results or within one
                result = work(piece)
            yield result
    finally:
        for helper in helpers:
            helper.process.terminate()
            helper.process.join()
            helper.results.close()


class _Helper(NamedTuple):
    """A process, and where its results arrive."""

    process: ForkProcess
    results: Connection[Any, Any]


def _forked(work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> _Helper:
    """Return a process that works on these pieces, one after another; OSError if there can be none."""
    from multiprocessing import get_context

    context = get_context("fork")
    results, sent = context.Pipe(duplex=False)
    process = context.Process(target=_deliver, args=(work, pieces, results, sent), daemon=True)
    mine = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # as it stands for the process, for good
    try:
        with warnings.catch_warnings():
            # Python warns of any other thread: those there may be are of numpy's algebra, and idle
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mine)
        sent.close()  # the process has its own; with that the results end
    return _Helper(process, results)


def _deliver(
    work: Callable[[Piece], Result],
    pieces: Sequence[Piece],
    results: Connection[Any, Any],
    sent: Connection[Any, Any],
) -> None:
    """Send the result of each piece; what fails here fails again for who asked, and is told there."""
    results.close()  # so that with who asked gone nothing can be sent, and this ends
    with suppress(Exception):
        for piece in pieces:
            sent.send(work(piece))


def _may_fork() -> bool:
    """Whether this process may fork and its child go on: on Linux, beside no thread that may hold a lock.

    Nor may it be a helper of somebody's that has no right to helpers of its own.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    from multiprocessing import current_process

    return not current_process().daemon


def processors() -> int:
    """Return how many processors this process may use; 1 where that cannot be told."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
