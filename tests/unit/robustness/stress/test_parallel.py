"""Work shared out among processes: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from dilemma.robustness.stress import parallel
from dilemma.robustness.stress import simulation as stressing
from dilemma.robustness.stress.parallel import shared_out
from tests.unit.robustness.small import stressed, two_goods

PIECES = range(40)
HERE = os.getpid()
HANGS = 30  # seconds: whoever takes longer waits for what never comes

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Have so many processors, and may fork."""

    def among(count: int) -> None:
        monkeypatch.setattr(parallel, "processors", lambda: count)
        monkeypatch.setattr(parallel, "_may_fork", lambda: True)

    return among


def squared(number: int) -> int:
    return number * number


def _pids_of_pieces() -> set[int]:
    return set(shared_out(where, PIECES))


def where(_piece: int) -> int:
    return os.getpid()


def asleep(seconds: int) -> int:
    sleep(seconds)
    return seconds


def ways(_piece: int) -> tuple[object, object, bool]:
    """Return how this process takes SIGTERM and SIGINT, and whether either waits."""
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    held = bool(waiting & {signal.SIGTERM, signal.SIGINT})
    return signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT), held


@on_linux
@pytest.mark.parametrize("count", [1, 2, 3, 64])
def test_results_come_in_order(forked: Callable[[int], None], count: int) -> None:
    """What each piece gives is yielded in the order of the pieces, however many processes there are."""
    forked(count)
    assert list(shared_out(squared, PIECES)) == [squared(number) for number in PIECES]


@on_linux
def test_other_processes_work(forked: Callable[[int], None]) -> None:
    """Processes of their own work on all pieces, no more of them than there are processors."""
    forked(2)
    seen = {*shared_out(where, PIECES)}
    assert HERE not in seen
    assert len(seen) <= 2


@on_linux
@pytest.mark.parametrize(("count", "pieces"), [(1, 100), (2, 7), (4, 7), (4, 0)])
def test_little_work_stays_here(forked: Callable[[int], None], count: int, pieces: int) -> None:
    """With one processor, or too little for two, no process is started."""
    forked(count)
    assert set(shared_out(where, range(pieces))) <= {HERE}


def test_where_forking_is_not_safe_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside another thread, which may hold a lock that a child would wait for, nothing is forked."""
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setattr(parallel.threading, "active_count", lambda: 2)
    assert set(shared_out(where, PIECES)) == {HERE}


@on_linux
def test_what_a_process_does_not_deliver_is_done_here(forked: Callable[[int], None]) -> None:
    """A process that is killed loses nothing: what is left of its share is done by the one that asked."""
    forked(2)

    def killed_once(number: int) -> int:
        if number == 10 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return squared(number)

    assert list(shared_out(killed_once, PIECES)) == [squared(number) for number in PIECES]


@on_linux
@pytest.mark.parametrize("had", [0, 1])
def test_with_fewer_processes_than_wanted(
    forked: Callable[[int], None], monkeypatch: pytest.MonkeyPatch, had: int
) -> None:
    """Where no more processes can be had, all is done here, and those that could be had end."""
    forked(3)
    fork, forks = os.fork, []

    def fork_some() -> int:
        if len(forks) == had:
            raise BlockingIOError("no more processes")
        forks.append(had)
        return fork()

    monkeypatch.setattr(os, "fork", fork_some)
    assert list(shared_out(squared, PIECES)) == [squared(number) for number in PIECES]
    assert len(forks) == had
    assert not multiprocessing.active_children()


@on_linux
def test_without_semaphores_all_is_done_here(
    forked: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes can share nothing, as without /dev/shm, there are none."""
    forked(2)

    def none(*_args: object, **_kwargs: object) -> object:
        raise FileNotFoundError("no semaphores")

    monkeypatch.setattr(parallel, "ProcessPoolExecutor", none)
    assert set(shared_out(where, PIECES)) == {HERE}


@on_linux
def test_a_process_has_none_of_its_parents_ways(
    forked: Callable[[int], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A handler of SIGTERM is not run in a process, nor is what waits to be written written by it."""
    forked(2)
    kept = tmp_path / "kept"
    with kept.open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        out.write("once")

        def handled(*_args: object) -> None:
            out.write(f"handled in {os.getpid()}")

        before = signal.signal(signal.SIGTERM, handled)
        try:
            results = shared_out(ways, PIECES)
            assert set(results) == {(signal.SIG_DFL, signal.SIG_IGN, False)}
            assert signal.getsignal(signal.SIGTERM) is handled
        finally:
            signal.signal(signal.SIGTERM, before)
    assert kept.read_text() == "once"


@on_linux
def test_processes_end_with_sigterm_ignored(forked: Callable[[int], None]) -> None:
    """Whoever ignores SIGTERM has no processes that do."""
    forked(2)
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        results = shared_out(asleep, range(0, 200, 5))
        assert next(results) == 0
        start = monotonic()
        results.close()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert monotonic() - start < HANGS
    assert not multiprocessing.active_children()


@on_linux
def test_a_helper_of_others_forks_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that may have no children of its own does all by itself."""
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        pids = pool.apply(_pids_of_pieces)
    assert len(pids) == 1


@on_linux
def test_what_fails_is_told_here(forked: Callable[[int], None], capfd: pytest.CaptureFixture[str]) -> None:
    """An error is raised once, for the one that asked, after all that comes before it; a process is quiet."""
    forked(2)

    def fails(number: int) -> int:
        if number == 10:
            raise ValueError("no such number")
        return number

    results = shared_out(fails, PIECES)
    assert [next(results) for _ in range(10)] == list(range(10))
    with pytest.raises(ValueError, match="no such number"):
        next(results)
    assert capfd.readouterr().err == ""


@on_linux
def test_processes_end_with_the_iterator(forked: Callable[[int], None]) -> None:
    """Whoever stops asking, by an interrupt or otherwise, leaves no process and no thread behind."""
    forked(2)
    before = {*threading.enumerate()}
    results = shared_out(asleep, range(0, 200, 5))
    assert next(results) == 0
    assert multiprocessing.active_children()
    results.close()
    assert not multiprocessing.active_children()
    for thread in {*threading.enumerate()} - before:
        thread.join(HANGS)
    assert {*threading.enumerate()} <= before


@on_linux
def test_the_number_of_processes_changes_no_share(
    forked: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same seed gives the same answer, however many processes make the draws."""
    data, draws = two_goods([0, 2], [1, 2]), 30_000
    monkeypatch.setattr(stressing, "BLOCK", 700)
    forked(1)
    alone = stressed(data, draws=draws).stressed
    for count in (2, 3):
        forked(count)
        assert stressed(data, draws=draws).stressed == alone
