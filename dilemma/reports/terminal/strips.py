"""Strips drawn for any width: a ruler with its marks, and under it a line a theory, in words too."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Strip, Strips, Track
from dilemma.reports.terminal.layout import Runs, padded, width, wrapped

__all__ = ["strip_lines"]

INDENT = 1
GAP = 2
WIDEST, NARROWEST = 40, 12  # columns of a strip: the more the finer, but the words must have room
FEWEST_WORDS = 36  # columns that the words beside a strip need; else they go under it
WIDE = 400  # a pipe has no width: there a strip takes its widest and words run on


def strip_lines(strips: Strips, columns: int) -> Iterator[Runs]:
    """Yield the heading, each strip with its tracks, and the legend."""
    yield [(strips.title, "bold")]
    tracks = [track for strip in strips.strips for track in strip.tracks]
    label = max((width(track.short) for track in tracks), default=0) + GAP
    room = columns - INDENT - label
    across = min(WIDEST, max(NARROWEST, room - GAP - FEWEST_WORDS))
    beside = room - across - GAP >= FEWEST_WORDS
    drawn = _Drawn(columns, label, min(across, room), beside=beside)
    for strip in strips.strips:
        yield []
        yield from drawn.strip(strip)
    yield []
    for line in wrapped(strips.legend, columns - INDENT):
        yield [(" " * INDENT, ""), (line, "dim")]


class _Drawn:
    """Strips with columns of these widths; words beside the tracks, or under them."""

    def __init__(self, columns: int, label: int, across: int, *, beside: bool) -> None:
        self.columns, self.label, self.across, self.beside = columns, label, across, beside

    def strip(self, strip: Strip) -> Iterator[Runs]:
        for text in wrapped(strip.title, self.columns - INDENT):
            yield [(" " * INDENT, ""), (text, "bold")]
        for text in (*wrapped(strip.aside, self.columns - INDENT), strip.address):
            yield [(" " * INDENT, ""), (text, "dim")]
        ends = f"{strip.ends[0]} to {strip.ends[1]}"
        if not self.beside:
            yield [(" " * INDENT, ""), (ends, "dim")]
        ruler, margin = self._ruler(strip), INDENT + self.label - 1
        aside = [(" " * (GAP - 1) + ends, "dim")] if self.beside else []
        shown = ruler if self.beside else ruler.rstrip()[: self.columns - margin]
        yield [(" " * margin, ""), (shown, ""), *aside]
        for track in strip.tracks:
            yield from self._track(track)

    def _column(self, share: float) -> int:
        return min(self.across - 1, max(0, int(share * self.across)))

    def _ruler(self, strip: Strip) -> str:
        """Return the domain as a line: the stated range in brackets, the best estimate marked.

        A column more on either side, since a bracket stands beside an estimate that would hide it.
        """
        line, best = [" ", *["─"] * self.across, " "], self._column(strip.best) + 1
        if strip.plausible:
            first, last = (self._column(share) + 1 for share in strip.plausible)
            line[first : last + 1] = ["━"] * (last + 1 - first)
            line[first - (first == best)], line[last + (last == best)] = "[", "]"
        line[best] = "●"
        return "".join(line)

    def _track(self, track: Track) -> Iterator[Runs]:
        signs = self._signs(track)
        name = padded(track.short, self.label)
        if not self.beside:
            yield [(" " * INDENT + name, ""), (signs, "")]
            for text in wrapped(track.text, self.columns - 2 * INDENT - GAP):
                yield [(" " * (2 * INDENT + GAP), ""), (text, "")]
            return
        room = max(FEWEST_WORDS, self.columns - INDENT - self.label - self.across - GAP)
        for text in wrapped(track.text, room):
            yield [(" " * INDENT + name, ""), (signs, ""), (" " * GAP + text, "")]
            name, signs = " " * self.label, " " * self.across

    def _signs(self, track: Track) -> str:
        """Return the sign of the choice at the middle of each column."""
        line = []
        for column in range(self.across):
            middle = (column + 0.5) / self.across
            line.append(
                next((sign for end, sign in track.stretches if middle <= end), track.stretches[-1][1])
            )
        return "".join(line)
