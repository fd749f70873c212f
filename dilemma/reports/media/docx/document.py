"""A Word document of a report: its paper, its styles, its properties, and its blocks in order."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from dilemma import __version__
from dilemma.errors import CannotWrite, Named
from dilemma.reports.blocks import Block
from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.media.docx.layout import MARGIN
from dilemma.reports.words.characters import xml_line

__all__ = ["MISSING", "PAPERS", "About", "docx_document"]

PAPERS: Final[Mapping[str, tuple[float, float]]] = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
"""Width and height of each paper, in points."""

MISSING: Final = (
    "a Word document needs python-docx: `pip install 'dilemma-weigh[docx]'`; or use ",
    Named("format"),
    " md",
)


LONGEST: Final = 255  # characters of a property


class About(NamedTuple):
    """What a document says of itself: its title, its subject, and the language of its text."""

    title: str
    subject: str
    language: str


def docx_document(blocks: Iterable[Block | Chapter], about: About, paper: str = "a4") -> bytes:
    """Return the blocks as a Word document; raise CannotWrite if python-docx is not installed."""
    try:
        import docx
    except ModuleNotFoundError:
        raise CannotWrite(*MISSING) from None
    from dilemma.reports.media.docx.blocks import Writer
    from dilemma.reports.media.docx.markup import head_of, spoken
    from dilemma.reports.media.docx.styles import set_styles

    document = docx.Document()
    set_styles(document)
    spoken(document, about.language)
    _set_paper(document, paper)
    _describe(document, about)
    _number_pages(document)
    writer = Writer(document)
    for block in blocks:
        writer.add(block)
    head_of(document)
    page = io.BytesIO()
    document.save(page)
    return page.getvalue()


def _set_paper(document: Any, paper: str) -> None:
    from docx.shared import Pt

    section = document.sections[0]
    section.page_width, section.page_height = map(Pt, PAPERS[paper])
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin, section.bottom_margin = Pt(40), Pt(44)
    section.header_distance, section.footer_distance = Pt(20), Pt(20)


def _describe(document: Any, about: About) -> None:
    """Set the properties: no author, since the program cannot know who wrote the file."""
    properties, now = document.core_properties, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    told = (xml_line(text)[:LONGEST] for text in about)
    properties.title, properties.subject, properties.language = told
    properties.author = properties.last_modified_by = properties.keywords = ""
    properties.comments = f"Made by dilemma {__version__}"
    properties.created = properties.modified = now
    properties.revision = 1


def _number_pages(document: Any) -> None:
    from dilemma.reports.media.docx.markup import page_number

    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run(f"Made by dilemma {__version__}. Page ")
    page_number(footer, "PAGE")
    footer.add_run(" of ")
    page_number(footer, "NUMPAGES")
