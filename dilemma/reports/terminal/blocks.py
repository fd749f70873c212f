"""Blocks as parts that rich draws, at any width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.blocks import (
    Bars,
    Block,
    Closing,
    Field,
    Grid,
    Heading,
    Line,
    Listing,
    Matter,
    Paragraphs,
    Sentences,
    Strips,
    Verbatim,
)
from dilemma.reports.terminal.bars import bars_drawn
from dilemma.reports.terminal.grid import grid_drawn
from dilemma.reports.terminal.listing import listing_drawn
from dilemma.reports.terminal.map_grid import field_drawn
from dilemma.reports.terminal.strips import strips_drawn
from dilemma.reports.terminal.text import Indented, said, unbroken, widest
from dilemma.reports.words.characters import printable

__all__ = ["drawn"]

INDENT = 1
GAP = 2
WIDEST_LABEL = 3  # a label column takes at most one part in three of the width


def drawn(block: Block, width: int) -> Iterator[RenderableType]:
    """Return what a block consists of, from top to bottom, for so many columns."""
    match block:
        case Grid():
            return grid_drawn(block, width)
        case Listing():
            return listing_drawn(block, width)
        case Bars():
            return bars_drawn(block, width)
        case Strips():
            return strips_drawn(block, width)
        case Field():
            return field_drawn(block, width)
        case _:
            return _in_words(block, width)


Words = Heading | Sentences | Paragraphs | Matter | Verbatim | Closing
"""Blocks that are text and no picture."""


def _in_words(block: Words, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading():
            return _heading(block, width)
        case Sentences():
            return _sentences(block, width)
        case Paragraphs():
            return _paragraphs(block)
        case Matter():
            return _matter(block)
        case Verbatim():
            return _verbatim(block)
        case Closing():
            return iter([said(block.sentence, "italic")])
        case _:
            assert_never(block)


def _heading(block: Heading, width: int) -> Iterator[RenderableType]:
    title, aside = said(block.title, "bold"), said(block.aside, "dim")
    apart = "   " if title.cell_len + aside.cell_len + 3 <= width else "\n"
    yield Text(apart).join([title, aside]) if block.aside else title
    yield said(block.question)


def _sentences(block: Sentences, width: int) -> Iterator[RenderableType]:
    """Yield labelled lines: labels in a column, or before their text where the terminal is narrow."""
    if block.title:
        yield said(block.title, "bold")
    if widest(*(line.label for line in block.lines)) + GAP > width // WIDEST_LABEL:
        yield from (Indented(said(f"{line.label}: {line.text}")) for line in block.lines)
    else:
        yield _labelled(block.lines)


def _labelled(lines: tuple[Line, ...]) -> Table:
    label = INDENT + widest(*(line.label for line in lines))
    table = Table.grid(Column(width=label), Column(), padding=(0, GAP, 0, 0))
    for line in lines:
        table.add_row(unbroken(" " * INDENT + line.label, "dim"), said(line.text))
    return table


def _paragraphs(block: Paragraphs) -> Iterator[RenderableType]:
    """Yield running text under its heading, an empty line between paragraphs."""
    yield said(block.title, "bold")
    for number, text in enumerate(block.texts):
        if number:
            yield Text()
        yield Indented(said(text))


def _matter(block: Matter) -> Iterator[RenderableType]:
    """Yield a claim; its places, which start a line each, so that an editor can follow them; the rest."""
    yield Text(" ").join([said(block.title, "bold"), unbroken(f"[{block.code}]", "dim")])
    for place in block.places:
        yield Indented(said(f"{place.label}: {place.text}"), INDENT, INDENT + 1)
    yield _labelled(block.lines)


def _verbatim(block: Verbatim) -> Iterator[RenderableType]:
    """Yield the heading, if there is one, then the text line by line; nothing is wrapped."""
    if block.title:
        yield said(block.title, "bold")
    for line in printable(block.text).splitlines():
        yield Text(line, no_wrap=True, overflow="ignore")
