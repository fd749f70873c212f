"""Spreads for any width: a histogram of everyone's values over a ruler with the file's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dilemma.reports.blocks import Spread, Spreads
from dilemma.reports.media.terminal.text import Indented, breakable, legend, unbroken, widest

__all__ = ["render_spreads"]

INDENT = 3
GAP = 2
WIDEST, NARROWEST = 60, 6  # columns of a ruler
HEIGHTS = " ▁▂▃▄▅▆▇█"
MANY = 10  # theories that turn in one column, from which on they are marked with +


def render_spreads(block: Spreads, width: int) -> Iterator[RenderableType]:
    """Yield the heading, each spread, and the legend."""
    if block.title:
        yield breakable(block.title, "bold")
    left = widest(*(one.ends[0] for one in block.spreads))
    right = widest(*(one.ends[1] for one in block.spreads))
    across = max(NARROWEST, min(WIDEST, width - INDENT - left - right - 4))
    for one in block.spreads:
        yield from _spread(one, left, across, width)
    yield Indented(legend(block.legend))


def _spread(one: Spread, left: int, across: int, width: int) -> Iterator[RenderableType]:
    """Yield the name of a number and what is told of it, its picture on two lines, and the words below."""
    title, aside = breakable(one.title, "bold"), breakable(one.aside, "dim")
    if 1 + title.cell_len + GAP + aside.cell_len <= width:
        yield Text(" ") + title + " " * GAP + aside
    else:
        yield from (Indented(title, 1, INDENT), Indented(aside, INDENT))
    yield Text(" " * (INDENT + left + 2)) + unbroken(histogram(one.values, across), "cyan")
    ends = unbroken(f"{one.ends[0]:>{left}}"), unbroken(one.ends[1])
    yield Text(" " * INDENT) + ends[0] + " " + _ruler(one, across) + " " + ends[1]
    yield Indented(breakable(one.words), INDENT)


def histogram(values: tuple[float, ...], across: int) -> str:
    """Return the number of values in each of so many columns, as blocks that are as high as the most."""
    counts = Counter(_column(value, across) for value in values)
    most = max(counts.values(), default=1)
    levels = len(HEIGHTS) - 1
    return "".join(
        HEIGHTS[-(-counts[column] * levels // most) if counts[column] else 0] for column in range(across)
    )


def _ruler(one: Spread, across: int) -> Text:
    """Return the axis: the file's range in brackets, its best estimate, and how many theories turn where."""
    line = [" ", *["─"] * across, " "]
    best = -1 if one.best is None else _column(one.best, across) + 1
    if one.plausible:
        first, last = (_column(end, across) + 1 for end in one.plausible)
        line[first : last + 1] = ["━"] * (last + 1 - first)
        line[first - (first == best)], line[last + (last == best)] = "[", "]"
    counts = Counter(_column(turn, across) + 1 for turn in one.turns)
    ruler = Text()
    for place, sign in enumerate(line):
        if place == best:
            ruler.append("●")
        elif place in counts:
            ruler.append(str(counts[place]) if counts[place] < MANY else "+", "bold yellow")
        else:
            ruler.append(sign)
    return ruler


def _column(share: float, across: int) -> int:
    """Return the column of a position, from 0."""
    return min(across - 1, max(0, int(share * across)))
