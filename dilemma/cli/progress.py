"""A bar on standard error while work takes longer than a second, and what is said when it is cut short."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from dilemma.cli.output import PATIENCE, remark

__all__ = ["bar", "told_of_interrupt"]

LENGTH = 30
OFTEN_ENOUGH = 0.1  # seconds between two pictures of the bar
CLEARED = "\r\033[K"


@contextmanager
def bar(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be told how much is done, of how much; the bar goes when the work ends.

    Nothing is drawn in the first second, nor where standard error is no terminal that can clear a line.
    """
    shows = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    start = last = monotonic()

    def done(made: int, of: int) -> None:
        nonlocal last
        now = monotonic()
        if shows and now - start > PATIENCE and now - last > OFTEN_ENOUGH:
            last = now
            sys.stderr.write(CLEARED + _picture(doing, made, of, (now - start) * (of / made - 1)))
            sys.stderr.flush()

    try:
        yield done
    finally:
        if last > start:
            sys.stderr.write(CLEARED)
            sys.stderr.flush()


def _picture(doing: str, made: int, of: int, left: float) -> str:
    full = LENGTH * made // of
    signs = "━─" if (getattr(sys.stderr, "encoding", "") or "").lower().startswith("utf") else "=-"
    drawn = signs[0] * full + signs[1] * (LENGTH - full)
    return f"{doing} {drawn} {made:,} of {of:,}, {left:.0f} s left"


def told_of_interrupt(made: int, asked: int, *, lost_tail: bool) -> None:
    """Say what stands when the drawing was interrupted; with nothing drawn there is nothing to say."""
    if not made:
        raise KeyboardInterrupt
    what = f"after {made:,} of {asked:,} draws; what follows is of these"
    if made == asked:
        what = f"after all {made:,} draws"
    also = ", but of fewer, if any, without the catastrophes of low chance" if lost_tail else ""
    remark(f"dilemma: interrupted {what}{also}")
