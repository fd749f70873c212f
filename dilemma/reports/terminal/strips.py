"""Strips for any width: a ruler with marks, and below it one line of signs and words per theory."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.blocks import Strip, Strips, Track
from dilemma.reports.terminal.text import Indented, breakable, unbroken, widest

__all__ = ["render_strips"]

INDENT = 1
GAP = 2
WIDEST, NARROWEST = 40, 12  # columns of a strip; the words next to it need room too
FEWEST_WORDS = 36  # fewest columns for the words next to a strip; with less, they go below it


def render_strips(strips: Strips, width: int) -> Iterator[RenderableType]:
    """Yield the heading, each strip with its tracks, and the legend."""
    label = INDENT + widest(*(track.short for strip in strips.strips for track in strip.tracks)) + GAP
    room = width - label
    across = min(WIDEST, room, max(NARROWEST, room - GAP - FEWEST_WORDS))
    beside = room - across - GAP >= FEWEST_WORDS
    yield breakable(strips.title, "bold")
    for strip in strips.strips:
        yield Text()
        yield Indented(breakable(strip.title, "bold"))
        yield Indented(breakable(strip.aside, "dim"))
        yield unbroken(" " * INDENT + strip.address, "dim")
        yield from _strip(strip, label, across, beside=beside)
    yield Text()
    yield Indented(breakable(strips.legend, "dim"))


def _strip(strip: Strip, label: int, across: int, *, beside: bool) -> Iterator[RenderableType]:
    """Yield the ruler and the tracks, with words to the right of the tracks or below them."""
    ends = f"{strip.ends[0]} to {strip.ends[1]}"
    ruler = Text(" " * (label - 1) + _ruler(strip, across))
    if beside:
        yield ruler.append(" " * (GAP - 1)).append_text(breakable(ends, "dim"))
        table = Table.grid(*(Column(width=width) for width in (label, across + GAP)), Column())
        for track in strip.tracks:
            table.add_row(unbroken(" " * INDENT + track.short), _signs(track, across), breakable(track.text))
        yield table
        return
    yield Indented(breakable(ends, "dim"))
    yield ruler
    for track in strip.tracks:
        table = Table.grid(Column(width=label), Column(width=across))
        table.add_row(unbroken(" " * INDENT + track.short), _signs(track, across))
        yield table
        yield Indented(breakable(track.text), 2 * INDENT + GAP)


def _ruler(strip: Strip, across: int) -> str:
    """Return the domain as a line, with the stated range in brackets and the best estimate marked.

    It has one more column on each side, since the bracket of an end that is the best estimate is put
    outside it.
    """

    def column(share: float) -> int:
        return min(across - 1, max(0, int(share * across))) + 1

    line, best = [" ", *["─"] * across, " "], column(strip.best)
    if strip.plausible:
        first, last = map(column, strip.plausible)
        line[first : last + 1] = ["━"] * (last + 1 - first)
        line[first - (first == best)], line[last + (last == best)] = "[", "]"
    line[best] = "●"
    return "".join(line)


def _signs(track: Track, across: int) -> str:
    """Return the sign of the choice at the middle of each column."""
    middles = ((column + 0.5) / across for column in range(across))
    last = track.segments[-1][1]
    return "".join(next((sign for end, sign in track.segments if middle <= end), last) for middle in middles)
