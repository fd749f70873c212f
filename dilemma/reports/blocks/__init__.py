"""Blocks that reports consist of; terminal, Markdown and HTML each render every kind."""

from __future__ import annotations

from dilemma.reports.blocks.pictures import (
    Bar,
    BarRow,
    Bars,
    Field,
    Spread,
    Spreads,
    Strip,
    Strips,
    Track,
)
from dilemma.reports.blocks.tables import (
    SIGNS,
    SIGNS_BESIDE,
    Cell,
    Grid,
    Group,
    Item,
    Listing,
    Mark,
    Row,
    Section,
    SignGrid,
    SignRow,
    Table,
)
from dilemma.reports.blocks.text import (
    Closing,
    Commands,
    Heading,
    Line,
    LintBlock,
    OptionEntry,
    Options,
    Paragraphs,
    Sentences,
    Verbatim,
)

__all__ = [
    "SIGNS",
    "SIGNS_BESIDE",
    "Bar",
    "BarRow",
    "Bars",
    "Block",
    "Cell",
    "Closing",
    "Commands",
    "Field",
    "Grid",
    "Group",
    "Heading",
    "Item",
    "Line",
    "LintBlock",
    "Listing",
    "Mark",
    "OptionEntry",
    "Options",
    "Paragraphs",
    "Row",
    "Section",
    "Sentences",
    "SignGrid",
    "SignRow",
    "Spread",
    "Spreads",
    "Strip",
    "Strips",
    "Table",
    "Track",
    "Verbatim",
]

Block = (
    Heading
    | Options
    | Grid
    | SignGrid
    | Sentences
    | Table
    | Commands
    | Paragraphs
    | Listing
    | Bars
    | Strips
    | Spreads
    | Field
    | LintBlock
    | Verbatim
    | Closing
)
"""Every kind of block; each renderer has a case for each."""
