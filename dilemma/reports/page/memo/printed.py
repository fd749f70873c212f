"""The memo as an HTML page to be printed: in the same type and order as the Word document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dilemma.reports.blocks import Block, Heading, Sentences, Table
from dilemma.reports.media.html.blocks import render
from dilemma.reports.media.html.document import asset, compact, document
from dilemma.reports.media.html.markup import Html, element

__all__ = ["memo_page"]

LONG = 24  # characters of a cell that is no figure


def memo_page(blocks: Iterable[Block], title: str, language: str, paper: str) -> str:
    """Return the page of a memo for this paper: `a4` or `letter`."""
    style = compact(asset("dilemma.reports.page.memo.assets", "memo.css")).replace(
        "size: A4", f"size: {paper}"
    )
    return document(language, title, style, "", _parts(blocks))


def _parts(blocks: Iterable[Block]) -> Iterator[Html]:
    for block in blocks:
        if isinstance(block, Heading):
            yield element("h1", None, block.title)
            aside = f" ({block.aside})" if block.aside else ""
            yield element("p", {"class": "question"}, f"{block.question}{aside}")
        else:
            yield element("section", {"class": _kind(block)}, render([block]))


def _kind(block: Block) -> str:
    """Return the class of a block: what its table or list holds."""
    if isinstance(block, Table):
        return "prose" if any(len(cell) > LONG for row in block.rows for cell in row[1:]) else "figures"
    if isinstance(block, Sentences) and all(line.label.startswith("[") for line in block.lines):
        return "sources"
    return type(block).__name__.lower()
