"""A listing drawn for any width: a line an item, or two, or a few; no figure and no address is cut."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Item, Listing, Section
from dilemma.reports.terminal.layout import Runs, padded, width, wrapped

__all__ = ["listing_lines"]

INDENT = 1
GAP = 2
FIGURES = "-0123456789"  # how a figure begins: words say themselves what they are
FEWEST_WORDS = 32  # columns left for what an item is, before its figures go under it


def listing_lines(listing: Listing, columns: int) -> Iterator[Runs]:
    """Yield the sections, an empty line after each, then the legend."""
    items = [item for section in listing.sections for item in section.items]
    figures = [
        max(width(name), *(width(item.figures[place]) for item in items), 0)
        for place, name in enumerate(listing.columns)
    ]
    taken = sum(figures) + GAP * len(figures)
    address = max((width(item.address) for item in items), default=0) + GAP
    what = max((width(item.what) for item in items), default=0)
    if INDENT + what + address + taken > columns:
        address = 0
        what = min(what, columns - INDENT - taken)
    drawn = _Drawn(columns, what, address, tuple(figures))
    for section in listing.sections:
        yield from drawn.section(section, listing.columns)
        yield []
    for line in wrapped(listing.legend, columns - INDENT):
        yield [(" " * INDENT, ""), (line, "dim")]


class _Drawn:
    """Items drawn with columns of these widths; an address without a column goes under its item."""

    def __init__(self, columns: int, what: int, address: int, figures: tuple[int, ...]) -> None:
        self.columns, self.what, self.address, self.figures = columns, what, address, figures

    def section(self, section: Section, names: tuple[str, ...]) -> Iterator[Runs]:
        room = INDENT + self.what + self.address
        if section.items and self.what >= FEWEST_WORDS:
            *above, last = wrapped(section.title, room)
            header = ((text, "dim") for text in self._cells(names))
            yield from ([(line, "bold")] for line in above)
            yield [(padded(last, room), "bold"), *header]
        else:
            yield from ([(line, "bold")] for line in wrapped(section.title, self.columns))
        for item in section.items:
            yield from self._item(item) if self.what >= FEWEST_WORDS else self._stacked(item, names)
        if section.rest:
            for line in wrapped(section.rest, self.columns - INDENT):
                yield [(" " * INDENT, ""), (line, "dim")]

    def _cells(self, texts: tuple[str, ...]) -> list[str]:
        cells = zip(texts, self.figures, strict=True)
        return [" " * GAP + padded(text, wide) for text, wide in cells]

    def _item(self, item: Item) -> Iterator[Runs]:
        first, *more = wrapped(item.what, self.what)
        line: Runs = [(" " * INDENT + padded(first, self.what), "")]
        if self.address:
            line.append((" " * GAP + padded(item.address, self.address - GAP), "dim"))
        yield [*line, *((text, "") for text in self._cells(item.figures))]
        yield from ([(" " * INDENT + text, "")] for text in more)
        if not self.address:
            yield [(" " * (INDENT + GAP) + item.address, "dim")]

    def _stacked(self, item: Item, names: tuple[str, ...]) -> Iterator[Runs]:
        for text in wrapped(item.what, self.columns - INDENT):
            yield [(" " * INDENT + text, "")]
        yield [(" " * (INDENT + GAP) + item.address, "dim")]
        named = zip(names, item.figures, strict=True)
        figures = ", ".join(f"{name} {text}" if text[:1] in FIGURES else text for name, text in named)
        for text in wrapped(figures, self.columns - INDENT - GAP):
            yield [(" " * (INDENT + GAP) + text, "")]
