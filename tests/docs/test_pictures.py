"""The README's picture of the terminal shows what the program prints."""

from __future__ import annotations

from tests.support.pictures import PAGE, TERMINAL, printed, written_in

LARGEST = 200_000  # bytes of a picture


def test_the_picture_shows_what_is_printed() -> None:
    """Line by line; `python -m tests.support.pictures` makes it anew."""
    shown = written_in(TERMINAL.read_text("utf-8"))
    assert [line for line in printed().splitlines() if line] == [line for line in shown if line]


def test_pictures_are_small() -> None:
    """A clone is not made heavy by them."""
    assert [path.name for path in (TERMINAL, PAGE) if path.stat().st_size > LARGEST] == []
