"""Work shared out among processes: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from time import sleep

import pytest

from dilemma.robustness.stress import parallel as processes
from dilemma.robustness.stress import simulation as stressing
from dilemma.robustness.stress.parallel import shared_out
from tests.robustness.small import stressed, two_goods

PIECES = range(40)
HERE = os.getpid()

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Have so many processors, and may fork."""

    def among(count: int) -> None:
        monkeypatch.setattr(processes, "processors", lambda: count)
        monkeypatch.setattr(processes, "_may_fork", lambda: True)

    return among


def squared(number: int) -> int:
    return number * number


def _pids_of_pieces() -> set[int]:
    return set(shared_out(where, PIECES))


def where(_piece: int) -> int:
    return os.getpid()


@on_linux
@pytest.mark.parametrize("count", [1, 2, 3, 64])
def test_results_come_in_order(forked: Callable[[int], None], count: int) -> None:
    """What each piece gives is yielded in the order of the pieces, however many processes there are."""
    forked(count)
    assert list(shared_out(squared, PIECES)) == [squared(number) for number in PIECES]


@on_linux
def test_every_processor_has_its_share(forked: Callable[[int], None]) -> None:
    """Each process works on as many pieces as another, and this one only waits."""
    forked(2)
    seen = list(shared_out(where, PIECES))
    assert HERE not in seen
    assert {pid: seen.count(pid) for pid in seen} == dict.fromkeys(seen, len(PIECES) // 2)


@on_linux
@pytest.mark.parametrize(("count", "pieces"), [(1, 100), (2, 7), (4, 7), (4, 0)])
def test_little_work_stays_here(forked: Callable[[int], None], count: int, pieces: int) -> None:
    """With one processor, or too little for two, no process is started."""
    forked(count)
    assert set(shared_out(where, range(pieces))) <= {HERE}


def test_where_forking_is_not_safe_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside another thread, which may hold a lock that a child would wait for, nothing is forked."""
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes.threading, "active_count", lambda: 2)
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
def test_a_result_cut_short_is_made_here(forked: Callable[[int], None]) -> None:
    """A process that is killed while it sends loses nothing either."""
    forked(2)

    def longer_than_a_pipe(number: int) -> bytes:
        return bytes([number]) * 2**20

    results = shared_out(longer_than_a_pipe, PIECES)
    first = next(results)
    sleep(0.2)  # by then every process is in the middle of sending
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    assert [first, *results] == [longer_than_a_pipe(number) for number in PIECES]


@on_linux
@pytest.mark.parametrize("had", [0, 1])
def test_with_fewer_processes_than_wanted(
    forked: Callable[[int], None], monkeypatch: pytest.MonkeyPatch, had: int
) -> None:
    """Where no more processes can be had, the rest is done here."""
    forked(3)
    fork, forks = processes._forked, []

    def fork_some(*given: object) -> object:
        if len(forks) == had:
            raise BlockingIOError("no more processes")
        forks.append(given)
        return fork(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(processes, "_forked", fork_some)
    assert list(shared_out(squared, PIECES)) == [squared(number) for number in PIECES]
    assert len(forks) == had


@on_linux
def test_a_helper_of_others_forks_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that may have no children of its own does all by itself."""
    monkeypatch.setattr(processes, "processors", lambda: 2)
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
    """Whoever stops asking, by an interrupt or otherwise, leaves no process behind."""
    forked(2)

    def long(number: int) -> int:
        sleep(number)
        return number

    results = shared_out(long, range(0, 2 * len(PIECES), 2))
    assert next(results) == 0
    assert multiprocessing.active_children()
    results.close()
    assert not multiprocessing.active_children()


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
