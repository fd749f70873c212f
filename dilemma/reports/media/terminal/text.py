"""Text for a terminal: without line ends, never read as markup, broken only at permitted blanks."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from dilemma.reports.words.characters import one_line

__all__ = ["APART", "JOINT", "Indented", "breakable", "legend", "unbroken", "widest"]

JOINT = "\ue000"
"""Placeholder for a non-breaking blank until the layout is done; private use, one column wide."""

LONG_ENTRY = 52  # columns; a longer entry of a legend may be broken between its words
APART = "   "
"""The blanks between two entries of a legend."""


def breakable(text: str, style: str = "") -> Text:
    """Return text that may be broken between words, but not between a figure and its percent sign."""
    return Text(one_line(text).replace(" %", f"{JOINT}%"), style, overflow="fold")


def unbroken(text: str, style: str = "") -> Text:
    """Return text that is never broken or cut, even if it is wider than the terminal."""
    return Text(one_line(text).replace(" ", JOINT), style, no_wrap=True, overflow="ignore")


def legend(text: str, style: str = "dim") -> Text:
    """Return a legend, broken between its entries, which end at three blanks; only a long one is broken."""
    entries = text.split(APART)
    joined = (entry.replace(" ", JOINT) if len(entry) <= LONG_ENTRY else entry for entry in entries)
    return breakable(APART.join(joined), style)


def widest(*texts: str) -> int:
    """Return the width of the widest text in columns, 0 if there is none."""
    return max(map(cell_len, map(one_line, texts)), default=0)


class Indented:
    """Text indented by `first` blanks on its first line and `further` ones on the others."""

    def __init__(self, text: Text, first: int = 1, further: int | None = None) -> None:
        self.text, self.first, self.further = text, first, first if further is None else further

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, line in enumerate(self.text.wrap(console, max(1, options.max_width - self.further))):
            yield Text(" " * (self.further if number else self.first)) + line
