"""Blocks drawn in a Word document, by Word's own styles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from docx.shared import Pt

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
from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.media.docx.layout import BODY
from dilemma.reports.media.docx.styles import QUIET
from dilemma.reports.media.docx.tables import add_bars, add_grid, add_listing, add_signs, add_words
from dilemma.reports.words.characters import xml_line, xml_lines

__all__ = ["Writer"]

SOURCE = "["  # begins the label of a line that is an entry of a numbered list


class Writer:
    """Writer of blocks into a document, one after the other."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.level = 1  # of the headings of blocks

    def add(self, block: Block | Chapter) -> None:
        """Append a block, or a chapter with its blocks."""
        if isinstance(block, Chapter):
            self.heading(block.title, 1)
            self.level = 2
            for inner in block.blocks:
                self.add(inner)
            self.level = 1
        else:
            self._draw(block)

    def _draw(self, block: Block) -> None:
        match block:
            case Heading():
                self.paragraph(block.title, "Title")
                aside = f" ({block.aside})" if block.aside else ""
                self.paragraph(f"{block.question}{aside}", "Subtitle")
            case Closing():
                self.paragraph(block.sentence, "Caption", italic=True)
            case Options() | Sentences() | Commands() | LintBlock():
                self._lines(block)
            case Paragraphs():
                self.heading(block.title)
                for text in block.texts:
                    self.paragraph(text)
            case Grid() | SignGrid() | Table() | Listing() | Bars():
                self._table(block)
            case Strips() | Spreads() | Field() | Verbatim():
                self._picture(block)
            case _:
                assert_never(block)

    def heading(self, title: str, level: int | None = None) -> None:
        """Append a heading; nothing without a title."""
        if title:
            self.paragraph(title, f"Heading {level or self.level}")

    def paragraph(self, text: str, style: str = "Normal", *, italic: bool = False) -> Any:
        """Append a paragraph; nothing without a text."""
        if not text:
            return None
        paragraph = self.document.add_paragraph(style=style)
        paragraph.add_run(xml_line(text)).italic = italic or None
        return paragraph

    def labelled(self, lines: Iterable[Line], *, apart: float = 0) -> None:
        """Append lines as a list, each with its label in bold; `apart` points below what stands before."""
        for place, line in enumerate(lines):
            numbered = line.label.startswith(SOURCE)
            paragraph = self.document.add_paragraph(style="List" if numbered else "List Bullet")
            if apart and not place:
                paragraph.paragraph_format.space_before = Pt(apart)
            colon = ":" if line.text and not numbered else ""
            paragraph.add_run(f"{xml_line(line.label)}{colon}").bold = not numbered
            if line.text:
                paragraph.add_run(("\t" if numbered else " ") + xml_line(line.text))

    def _lines(self, block: Options | Sentences | Commands | LintBlock) -> None:
        match block:
            case Options():
                lines = (Line(f"{one.letter} {one.name}", one.text) for one in block.entries)
                self.labelled(lines, apart=BODY / 2)
            case Sentences() | Commands():
                self.heading(block.title)
                self.labelled(block.lines)
            case LintBlock():
                self.heading(f"{block.title} ({block.code})")
                self.labelled((*block.places, *block.lines))

    def _table(self, block: Grid | SignGrid | Table | Listing | Bars) -> None:
        match block:
            case SignGrid():
                add_signs(self.document, block)
                self.paragraph(block.legend, "Caption")
                self.labelled(block.foot)
            case Table():
                self.heading(block.title)
                add_words(self.document, block)
                self.paragraph(block.rest, "Caption")
            case Grid():
                add_grid(self.document, block)
                self.paragraph(block.legend, "Caption")
            case Bars():
                add_bars(self.document, block)
                self.paragraph(block.legend, "Caption")
            case Listing():
                for section in block.sections:
                    self.heading(section.title)
                    add_listing(self.document, section, block.columns)
                    self.paragraph(section.rest, "Caption")
                self.paragraph(block.legend, "Caption")

    def _picture(self, block: Strips | Spreads | Field | Verbatim) -> None:
        """Append what other media draw as a picture in words or signs."""
        self.heading(block.title)
        match block:
            case Strips():
                for strip in block.strips:
                    title = self.paragraph(f"{strip.title} ({strip.aside}; {strip.address})")
                    title.paragraph_format.keep_with_next = True
                    self.labelled(Line(track.label, track.text) for track in strip.tracks)
                self.paragraph(block.legend, "Caption")
            case Spreads():
                self.labelled(Line(one.title, f"{one.aside}; {one.words}") for one in block.spreads)
            case Field():
                self._fixed("\n".join(block.marked_rows))
                self.paragraph(f"Up: {block.up}. Across: {block.across}. {block.legend}", "Caption")
            case Verbatim():
                self._fixed(block.text)

    def _fixed(self, text: str) -> None:
        """Append a text whose line breaks and blanks are kept."""
        run = self.document.add_paragraph(style="macro").add_run(xml_lines(text))
        run.font.size, run.font.color.rgb = Pt(BODY - 1), QUIET
