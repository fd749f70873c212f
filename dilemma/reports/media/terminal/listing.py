"""Listing for any width: one or more lines per item; figures and addresses are never cut."""

from __future__ import annotations

from collections.abc import Iterator

from rich.align import VerticalAlignMethod
from rich.console import Group, RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.blocks import Item, Listing, Section
from dilemma.reports.media.terminal.text import Indented, breakable, unbroken, widest

__all__ = ["render_listing"]

INDENT = 1
GAP = 2
FIGURES = "-0123456789"  # first characters of figures; words need no column name before them
FEWEST_WORDS = 32  # fewest columns for an item's name; with less, its figures go on the next line


def render_listing(listing: Listing, width: int) -> Iterator[RenderableType]:
    """Yield the sections and the legend, with an empty line between them."""
    layout = _Layout(listing, width)
    for place, section in enumerate(listing.sections):
        if place:
            yield Text()
        if layout.narrow or not section.items:
            yield breakable(section.title, "bold")
            for item in section.items:
                yield from _stacked(item, listing.columns)
        else:
            yield from layout.section(section)
        if section.rest:
            yield Indented(breakable(section.rest, "dim"))
    if listing.legend:
        yield from (Text(), Indented(breakable(listing.legend, "dim")))


class _Layout:
    """Widths of the columns for names, for addresses (0 if there is no room) and for figures."""

    def __init__(self, listing: Listing, width: int) -> None:
        items = [item for section in listing.sections for item in section.items]
        self.names = listing.columns
        self.figures = [
            widest(name, *(item.figures[place] for item in items)) for place, name in enumerate(self.names)
        ]
        self.address = widest(*(item.address for item in items))
        self.what = what = INDENT + widest(*(item.what for item in items))
        taken = sum(self.figures) + GAP * len(self.figures)
        if self.what + GAP + self.address + taken > width:
            self.address = 0
            self.what = min(self.what, max(width - taken, 0))
        self.narrow = self.what < min(FEWEST_WORDS, what)

    def section(self, section: Section) -> Iterator[RenderableType]:
        """Yield the header, with the section's title and the names of columns, then the items."""
        room = self.what + GAP + self.address if self.address else self.what
        above = self._table(room, vertical="bottom")
        above.add_row(breakable(section.title, "bold"), *(unbroken(name, "dim") for name in self.names))
        yield above
        table = self._table(self.what, *([self.address] if self.address else []))
        for item in section.items:
            address = _address(item) if not self.address else unbroken(item.address, "dim")
            what, figures = Indented(breakable(item.what), INDENT), map(unbroken, item.figures)
            if self.address:
                table.add_row(what, address, *figures)
            elif address.cell_len <= self.what:
                table.add_row(Group(what, address), *figures)
            else:  # the address continues below the figures
                table.add_row(what, *figures)
                yield from (table, address)
                table = self._table(self.what)
        yield table

    def _table(self, *before: int, vertical: VerticalAlignMethod = "top") -> Table:
        columns = [Column(width=width, vertical=vertical) for width in (*before, *self.figures)]
        return Table.grid(*columns, padding=(0, GAP, 0, 0))


def _address(item: Item) -> Text:
    return unbroken(" " * (INDENT + GAP) + item.address, "dim")


def _stacked(item: Item, names: tuple[str, ...]) -> Iterator[RenderableType]:
    """Yield an item's name, address and figures on lines of their own."""
    named = zip(names, item.figures, strict=True)
    figures = ", ".join(f"{name} {text}" if text[:1] in FIGURES else text for name, text in named)
    yield Indented(breakable(item.what), INDENT)
    yield _address(item)
    yield Indented(breakable(figures), INDENT + GAP)
