"""Renderer of blocks as renderables of the package `rich`, for any width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from rich.console import RenderableType
from rich.table import Column
from rich.table import Table as Columns
from rich.text import Text

from dilemma.reports.blocks import (
    Bars,
    Block,
    Closing,
    Commands,
    Field,
    Grid,
    Heading,
    Line,
    LintBlock,
    Listing,
    Options,
    Paragraphs,
    Sentences,
    SignGrid,
    Spreads,
    Strips,
    Table,
    Verbatim,
)
from dilemma.reports.media.terminal.bars import render_bars
from dilemma.reports.media.terminal.grid import render_grid
from dilemma.reports.media.terminal.listing import render_listing
from dilemma.reports.media.terminal.map_grid import render_field
from dilemma.reports.media.terminal.messages import colored, is_finding
from dilemma.reports.media.terminal.signs import render_signs
from dilemma.reports.media.terminal.spreads import render_spreads
from dilemma.reports.media.terminal.strips import render_strips
from dilemma.reports.media.terminal.table import render_table
from dilemma.reports.media.terminal.text import APART, Indented, breakable, legend, unbroken, widest
from dilemma.reports.words.characters import printable

__all__ = ["render"]

INDENT = 1
GAP = 2
WIDEST_LABEL = 3  # a label column takes at most one part in three of the width
WIDEST_NAME = 2  # the names of options take at most one part in two


def render(block: Block, width: int) -> Iterator[RenderableType]:
    """Return the renderables of a block, from top to bottom, for a width in columns."""
    match block:
        case Grid():
            return render_grid(block, width)
        case SignGrid():
            return render_signs(block, width)
        case Table():
            return render_table(block, width)
        case Listing():
            return render_listing(block, width)
        case Bars():
            return render_bars(block, width)
        case Strips():
            return render_strips(block, width)
        case Spreads():
            return render_spreads(block, width)
        case Field():
            return render_field(block, width)
        case _:
            return _render_text(block, width)


Words = Heading | Options | Sentences | Commands | Paragraphs | LintBlock | Verbatim | Closing
"""Blocks that consist of text only."""


def _render_text(block: Words, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading():
            return _heading(block, width)
        case Sentences():
            return _sentences(block, width)
        case Options():
            return _options(block, width)
        case Commands():
            return _commands(block, width)
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


def _options(block: Options, width: int) -> Iterator[RenderableType]:
    """Yield the options, each on lines of its own: its letter and name, and what it is beside them.

    If nothing says what they are, they stand side by side.
    """
    if not any(one.text for one in block.entries):
        yield Indented(legend(APART.join(f"{one.letter} {one.name}" for one in block.entries), ""))
        return
    named = [(unbroken(f" {one.letter} {one.name}", "bold"), breakable(one.text)) for one in block.entries]
    label = max(name.cell_len for name, _ in named)
    if label + GAP > width // WIDEST_NAME:
        for name, text in named:
            yield from (name, Indented(text, 2 * INDENT + 1)) if text else (name,)
        return
    table = Columns.grid(Column(width=label), Column(), padding=(0, GAP, 0, 0))
    for name, text in named:
        table.add_row(name, text)
    yield table


def _commands(block: Commands, width: int) -> Iterator[RenderableType]:
    """Yield commands, with what each tells beside it, or below it where that would be broken.

    A command is never broken, so that it can be copied whole even where the terminal wraps it.
    """
    if block.title:
        yield breakable(block.title, "bold")
    fitting = _fitting(block.lines, width)
    beside = INDENT + widest(*(line.label for line in fitting)) + GAP
    for line in block.lines:
        label = unbroken(" " * INDENT + line.label, "cyan")
        if line in fitting:
            pair = Columns.grid(Column(width=beside), Column())
            pair.add_row(label, breakable(line.text))
            yield pair
        else:
            yield from (label, Indented(breakable(line.text), 2 * INDENT + GAP))


def _fitting(lines: tuple[Line, ...], width: int) -> list[Line]:
    """Return the lines whose texts have room, unbroken, in one column beside the longest of their labels."""
    fitting = sorted(lines, key=lambda line: widest(line.label))
    while fitting:
        beside = INDENT + widest(fitting[-1].label) + GAP
        if beside + widest(*(line.text for line in fitting)) <= width:
            break
        alone = [line for line in fitting if INDENT + widest(line.label) + GAP + widest(line.text) > width]
        fitting = [line for line in fitting if line not in alone] if alone else fitting[:-1]
    return fitting


def _labelled(lines: tuple[Line, ...]) -> Columns:
    label = INDENT + widest(*(line.label for line in lines))
    table = Columns.grid(Column(width=label), Column(), padding=(0, GAP, 0, 0))
    for line in lines:
        table.add_row(unbroken(" " * INDENT + line.label, "dim"), breakable(line.text))
    return table


def _paragraphs(block: Paragraphs) -> Iterator[RenderableType]:
    """Yield a heading and its paragraphs, with an empty line between paragraphs."""
    if block.title:
        yield breakable(block.title, "bold")
    for number, text in enumerate(block.texts):
        if number:
            yield Text()
        yield Indented(breakable(text), INDENT if block.title else 0)


def _lint_block(block: LintBlock) -> Iterator[RenderableType]:
    """Yield a lint's claim, its places, each at the start of a line so that editors link it, and details."""
    yield Text(" ").join([breakable(block.title, "bold"), unbroken(f"[{block.code}]", "dim")])
    for place in block.places:
        yield Indented(breakable(f"{place.label}: {place.text}"), INDENT, INDENT + 1)
    yield _labelled(block.lines)


def _verbatim(block: Verbatim) -> Iterator[RenderableType]:
    """Yield the heading, if any, then the text line by line without wrapping; findings in their colours."""
    if block.title:
        yield breakable(block.title, "bold")
    text = printable(block.text)
    for line in (colored(text) if is_finding(text) else text).splitlines():
        yield Text.from_ansi(line, no_wrap=True, overflow="ignore")
