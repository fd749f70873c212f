"""A progress bar on standard error for work of over a second, and the message after an interrupt."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from dilemma.cli.output import remark

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["bar", "progress", "report_interrupt"]

T = TypeVar("T")

PATIENCE = 1.0  # seconds before the bar is drawn
OFTEN_ENOUGH = 0.1  # seconds between two updates of the bar
LENGTH = 30


@contextmanager
def bar(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar while the body of `with` runs; give a function that updates it.

    The function takes how many are done, and of how many. The bar is removed at the end. It is not drawn in
    the first second, nor if standard error is not a terminal that can clear a line.
    """
    start = last = monotonic()
    shows, drawing = sys.stderr is not None and sys.stderr.isatty(), ExitStack()
    shown: Progress | None = None

    def done(made: int, of: int) -> None:
        nonlocal shown, last
        now = monotonic()
        if not shows or now - start <= PATIENCE or now - last <= OFTEN_ENOUGH:
            return
        last, left = now, (now - start) * (of / made - 1)
        if shown is None:
            shown = _bar()
            shown.add_task(doing, total=of, completed=made, left=left)
            if shown.console.is_terminal and not shown.console.is_dumb_terminal:
                drawing.enter_context(shown)
        elif shown.live.is_started:
            shown.update(shown.task_ids[0], total=of, completed=made, left=left, refresh=True)

    with drawing:
        yield done


def _bar() -> Progress:
    """Return a bar without a refresh thread, because the work may fork processes."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(LENGTH),
        TextColumn(
            "{task.completed:,.0f} of {task.total:,.0f}, {task.fields[left]:.0f} s left", markup=False
        ),
        console=Console(stderr=True, width=_columns()),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _columns() -> int | None:
    """Return the width of the terminal behind standard error, whatever COLUMNS says; None if it is unknown.

    A line that is wider than the terminal takes two of its rows, of which only one would be cleared.
    """
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or None
    except (OSError, ValueError):
        return None


def progress(items: Iterable[T], count: int, doing: str) -> Iterator[T]:
    """Yield the items, and show a progress bar while they are consumed."""
    with bar(doing) as done:
        for number, item in enumerate(items, start=1):
            done(number, count)
            yield item


def report_interrupt(made: int, asked: int, *, lost_tail: bool) -> None:
    """Write which draws the result is of, after an interrupt.

    `lost_tail`: the result with catastrophes left out is of fewer draws.

    Raises KeyboardInterrupt if there are no draws.
    """
    if not made:
        raise KeyboardInterrupt
    what = f"after {made:,} of {asked:,} draws; what follows is of these"
    if made == asked:
        what = f"after all {made:,} draws"
    also = ", but of fewer, if any, without the catastrophes of low chance" if lost_tail else ""
    remark(f"dilemma: interrupted {what}{also}")
