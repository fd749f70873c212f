"""Strips for any width: a ruler with marks, and below it one line of signs and words per theory."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.blocks import Strip, Strips, Track
from dilemma.reports.media.terminal.text import Indented, breakable, unbroken, widest

__all__ = ["render_strips"]

INDENT = 1
GAP = 2
WIDEST, NARROWEST = 40, 12  # columns of a strip; the words next to it need room too
WIDEST_ALONE = 60  # columns of a strip with no words next to it
DEEPER = 3  # indent of what stands under the name of a number
MANY = 10  # theories that turn in one column, from which on they are marked with +
FEWEST_WORDS = 36  # fewest columns for the words next to a strip; with less, they go below it


def render_strips(strips: Strips, width: int) -> Iterator[RenderableType]:
    """Yield the heading, each strip with its tracks, and the legend."""
    label = INDENT + widest(*(track.short for strip in strips.strips for track in strip.tracks)) + GAP
    room = width - label
    across = min(WIDEST, room, max(NARROWEST, room - GAP - FEWEST_WORDS))
    beside = room - across - GAP >= FEWEST_WORDS
    yield breakable(strips.title, "bold")
    compact = [strip for strip in strips.strips if strip.turns]
    left = widest(*(strip.ends[0] for strip in compact))
    for strip in strips.strips:
        if strip.turns:
            yield from _compact(strip, left, width)
            continue
        yield Text()
        yield Indented(breakable(strip.title, "bold"))
        yield Indented(breakable(strip.aside, "dim"))
        yield unbroken(" " * INDENT + strip.address, "dim")
        yield from _strip(strip, label, across, beside=beside)
    if len(compact) < len(strips.strips):
        yield Text()
    yield Indented(breakable(strips.legend, "dim"))


def _compact(strip: Strip, left: int, width: int) -> Iterator[RenderableType]:
    """Yield a strip with its turns marked on the ruler, its left end in so many columns, and words below."""
    yield Indented(breakable(strip.title, "bold"), INDENT, DEEPER)
    aside, address = breakable(strip.aside, "dim"), unbroken(strip.address, "cyan")
    if DEEPER + aside.cell_len + GAP + address.cell_len <= width:
        yield Text(" " * DEEPER) + aside + " " * GAP + address
    else:
        yield from (Indented(aside, DEEPER), unbroken(" " * DEEPER + strip.address, "cyan"))
    ends = [unbroken(f"{strip.ends[0]:>{left}}"), unbroken(strip.ends[1])]
    across = max(NARROWEST // 2, min(WIDEST_ALONE, width - DEEPER - left - 4 - ends[1].cell_len))
    yield Text(" " * DEEPER) + ends[0] + " " + _marked(strip, across) + " " + ends[1]
    yield Indented(breakable("; ".join(f"{track.short}: {track.text}" for track in strip.tracks)), DEEPER)


def _marked(strip: Strip, across: int) -> Text:
    """Return the ruler with, where theories turn, how many do; they stand beside the best estimate."""
    best = _column(strip.best, across)
    counts: dict[int, int] = {}
    for turn in strip.turns:
        column = _column(turn, across)
        if column == best:
            column += 1 if turn > strip.best else -1
        counts[min(across, max(1, column))] = counts.get(column, 0) + 1
    ruler = Text(_ruler(strip, across))
    for end, outside in ((1, 0), (across, across + 1)):
        if end in counts and ruler.plain[end] in "[]":  # a bracket makes room for a turn at its end
            plain = list(ruler.plain)
            plain[outside] = plain[end]
            ruler = Text("".join(plain))
    for column, count in counts.items():
        if column != best:
            digit = str(count) if count < MANY else "+"
            ruler = ruler[:column] + Text(digit, "bold yellow") + ruler[column + 1 :]
    return ruler


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
    """Return the axis as a line, with the stated range in brackets and the best estimate marked.

    It has one more column on each side, since the bracket of an end that is the best estimate is put
    outside it.
    """
    line, best = [" ", *["─"] * across, " "], _column(strip.best, across)
    if strip.plausible:
        first, last = (_column(end, across) for end in strip.plausible)
        line[first : last + 1] = ["━"] * (last + 1 - first)
        line[first - (first == best)], line[last + (last == best)] = "[", "]"
    line[best] = "●"
    return "".join(line)


def _column(share: float, across: int) -> int:
    """Return the column of a position on a ruler, after its first column, which is for a bracket."""
    return min(across - 1, max(0, int(share * across))) + 1


def _signs(track: Track, across: int) -> str:
    """Return the sign of the choice at the middle of each column."""
    middles = ((column + 0.5) / across for column in range(across))
    last = track.segments[-1][1]
    return "".join(next((sign for end, sign in track.segments if middle <= end), last) for middle in middles)
