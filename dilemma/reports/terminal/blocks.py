"""Renderer of blocks as renderables of the package `rich`, for any width."""

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
    LintBlock,
    Listing,
    Paragraphs,
    Sentences,
    Strips,
    Verbatim,
)
from dilemma.reports.terminal.bars import render_bars
from dilemma.reports.terminal.grid import render_grid
from dilemma.reports.terminal.listing import render_listing
from dilemma.reports.terminal.map_grid import render_field
from dilemma.reports.terminal.strips import render_strips
from dilemma.reports.terminal.text import Indented, breakable, unbroken, widest
from dilemma.reports.words.characters import printable

__all__ = ["render"]

INDENT = 1
GAP = 2
WIDEST_LABEL = 3  # a label column takes at most one part in three of the width


def render(block: Block, width: int) -> Iterator[RenderableType]:
    """Return the renderables of a block, from top to bottom, for a width in columns."""
    match block:
        case Grid():
            return render_grid(block, width)
        case Listing():
            return render_listing(block, width)
        case Bars():
            return render_bars(block, width)
        case Strips():
            return render_strips(block, width)
        case Field():
            return render_field(block, width)
        case _:
            return _render_text(block, width)


Words = Heading | Sentences | Paragraphs | LintBlock | Verbatim | Closing
"""Blocks that consist of text only."""


def _render_text(block: Words, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading():
            return _heading(block, width)
        case Sentences():
            return _sentences(block, width)
        case Paragraphs():
            return _paragraphs(block)
        case LintBlock():
            return _lint_block(block)
        case Verbatim():
            return _verbatim(block)
        case Closing():
            return iter([breakable(block.sentence, "italic")])
        case _:
            assert_never(block)


def _heading(block: Heading, width: int) -> Iterator[RenderableType]:
    title, aside = breakable(block.title, "bold"), breakable(block.aside, "dim")
    apart = "   " if title.cell_len + aside.cell_len + 3 <= width else "\n"
    yield Text(apart).join([title, aside]) if block.aside else title
    yield breakable(block.question)


def _sentences(block: Sentences, width: int) -> Iterator[RenderableType]:
    """Yield labelled lines: labels in a column, or before their text if the terminal is narrow."""
    if block.title:
        yield breakable(block.title, "bold")
    if widest(*(line.label for line in block.lines)) + GAP > width // WIDEST_LABEL:
        yield from (Indented(breakable(f"{line.label}: {line.text}")) for line in block.lines)
    else:
        yield _labelled(block.lines)


def _labelled(lines: tuple[Line, ...]) -> Table:
    label = INDENT + widest(*(line.label for line in lines))
    table = Table.grid(Column(width=label), Column(), padding=(0, GAP, 0, 0))
    for line in lines:
        table.add_row(unbroken(" " * INDENT + line.label, "dim"), breakable(line.text))
    return table


def _paragraphs(block: Paragraphs) -> Iterator[RenderableType]:
    """Yield a heading and its paragraphs, with an empty line between paragraphs."""
    yield breakable(block.title, "bold")
    for number, text in enumerate(block.texts):
        if number:
            yield Text()
        yield Indented(breakable(text))


def _lint_block(block: LintBlock) -> Iterator[RenderableType]:
    """Yield a lint's claim, its places, each at the start of a line so that editors link it, and details."""
    yield Text(" ").join([breakable(block.title, "bold"), unbroken(f"[{block.code}]", "dim")])
    for place in block.places:
        yield Indented(breakable(f"{place.label}: {place.text}"), INDENT, INDENT + 1)
    yield _labelled(block.lines)


def _verbatim(block: Verbatim) -> Iterator[RenderableType]:
    """Yield the heading, if any, then the text line by line without wrapping."""
    if block.title:
        yield breakable(block.title, "bold")
    for line in printable(block.text).splitlines():
        yield Text(line, no_wrap=True, overflow="ignore")
