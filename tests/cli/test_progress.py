"""The bar on standard error: only on a terminal, only past a second, and gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from dilemma.cli import progress as barring


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def drawn(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, times: list[float], term: str = "xterm"
) -> str:
    """Return what is written while work is told to be done at these times, in seconds."""
    clock = iter(times)
    monkeypatch.setattr(barring, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", term)
    with barring.bar("drawing") as done:
        for step in range(1, len(times)):
            done(step * 1000, 4000)
    return stream.getvalue()


def test_it_shows_past_a_second_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick end shows nothing; a slow one how far it is and how long it takes yet, then a clear line."""
    assert drawn(monkeypatch, Terminal(), [0.0, 0.3, 0.9]) == ""
    slow = drawn(monkeypatch, Terminal(), [0.0, 0.9, 2.0, 2.01, 4.0])
    pictures = slow.split("\r\033[K")
    assert [picture.partition(" ")[0] for picture in pictures] == ["", "drawing", "drawing", ""]
    assert pictures[1] == f"drawing {'━' * 15}{'─' * 15} 2,000 of 4,000, 2 s left"


def test_it_shows_on_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets nothing, nor does a terminal that cannot clear a line."""
    times = [0.0, 2.0, 4.0]
    assert drawn(monkeypatch, io.StringIO(), times) == ""
    assert drawn(monkeypatch, Terminal(), times, term="dumb") == ""


def test_an_interrupt_is_told_with_what_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said how many draws stand; where all of one round do, what the other lacks."""
    barring.told_of_interrupt(10, 100, lost_tail=False)
    assert "after 10 of 100 draws; what follows is of these" in capsys.readouterr().err
    barring.told_of_interrupt(100, 100, lost_tail=True)
    assert "after all 100 draws, but of fewer, if any, without" in capsys.readouterr().err
    with pytest.raises(KeyboardInterrupt):
        barring.told_of_interrupt(0, 100, lost_tail=False)
