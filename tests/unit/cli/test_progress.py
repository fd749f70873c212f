"""The bar on standard error: only on a terminal, only past a second, and gone at the end."""

from __future__ import annotations

import io
import itertools
import re
import sys

import pytest

from dilemma.cli import progress as barring
from tests.unit.cli.pseudo_terminal import screen_of, typed


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set what rich asks about the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def bar_output(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, times: list[float]) -> str:
    """Return what is written while work is told to be done at these times, in seconds."""
    clock = iter(times)
    monkeypatch.setattr(barring, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", stream)
    with barring.bar("drawing") as done:
        for step in range(1, len(times)):
            done(step * 1000, 4000)
    return stream.getvalue()


def test_it_shows_past_a_second_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick end shows nothing; a slow one how far it is and how long it takes yet, then a clear line."""
    assert bar_output(monkeypatch, Terminal(), [0.0, 0.3, 0.9]) == ""
    slow = bar_output(monkeypatch, Terminal(), [0.0, 0.9, 2.0, 2.01, 4.0])
    text = re.sub(r"\x1b\[[\d;]*m", "", slow)
    pictures = re.findall(r"drawing (━+)[ ╺╸━]* ([\d,]+ of [\d,]+, \d+ s left)", text)
    assert [told for _, told in dict.fromkeys(pictures)] == [
        "2,000 of 4,000, 2 s left",
        "4,000 of 4,000, 0 s left",
    ]
    assert text.endswith("\x1b[2K")  # the line is clear
    assert text.count("\x1b[?25l") == text.count("\x1b[?25h") == 1  # and the cursor back


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_it_shows_on_terminals_only(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets nothing, nor does a terminal that cannot clear a line."""
    times = [0.0, 2.0, 4.0]
    assert bar_output(monkeypatch, io.StringIO(), times) == ""
    monkeypatch.setenv("TERM", term)
    assert bar_output(monkeypatch, Terminal(), times) == ""


def test_items_come_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted is handed on, and the bar goes when the work fails."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(barring, "monotonic", itertools.count(0, 2).__next__)
    assert list(barring.progress(iter("abc"), 3, "reading")) == ["a", "b", "c"]
    with pytest.raises(ZeroDivisionError):
        list(barring.progress((1 / number for number in (2, 1, 0)), 3, "dividing"))
    text = stream.getvalue()
    assert "reading" in text
    assert "dividing" in text
    assert text.endswith("\x1b[2K")


def test_an_interrupt_is_told_with_what_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said how many draws stand; where all of one round do, what the other lacks."""
    barring.report_interrupt(10, 100, lost_tail=False)
    assert "after 10 of 100 draws; what follows is of these" in capsys.readouterr().err
    barring.report_interrupt(100, 100, lost_tail=True)
    assert "after all 100 draws, but of fewer, if any, without" in capsys.readouterr().err
    with pytest.raises(KeyboardInterrupt):
        barring.report_interrupt(0, 100, lost_tail=False)


BARS = """
import time
from dilemma.cli import progress
progress.PATIENCE = progress.OFTEN_ENOUGH = 0.0
print("before")
with progress.bar("drawing numbers") as done:
    for step in range(1, 6):
        done(step * 300_000, 1_500_000)
        time.sleep(0.01)
print("Title")
"""


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("told", ["", "40", "200"])
def test_nothing_of_a_bar_stays_on_the_screen(width: int, told: str) -> None:
    """At the end a terminal shows what was written before and after the bar, whatever COLUMNS says."""
    written = typed(program=BARS, width=width, **({"COLUMNS": told} if told else {}))
    assert "1,500,000" in written or width < 40
    assert screen_of(written, width) == ["before", "Title", ""]


def test_a_command_leaves_no_bar_above_its_title() -> None:
    """On a terminal the title of a result that took over a second is the first line of the screen."""
    written = typed("stress", "cluster", "-n", "250000", COLUMNS="150")
    assert "drawing" in written
    assert screen_of(written)[0].startswith("Cluster munitions for Ukraine")
