"""Blocks as a fragment of HTML for a notebook: its styles touch nothing else, and it has no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dilemma.reports.blocks import Block, Heading
from dilemma.reports.media.html.blocks import render
from dilemma.reports.media.html.document import asset, compact
from dilemma.reports.media.html.markup import Html, element

__all__ = ["fragment"]

CLASS = "dilemma-result"
"""The class of the fragment, which every selector of its styles begins with."""


def fragment(blocks: Iterable[Block]) -> str:
    """Return the markup of blocks in one element, with the styles they need.

    It takes its colours from the text around it, so it suits a light and a dark notebook. Where styles are
    removed, as by a forge that shows a notebook, plain tables and lists are left.
    """
    style = element("style", None, Html(compact(asset(__package__, "fragment.css"))))
    return element("div", {"class": CLASS}, style, *_parts(blocks)).markup


def _parts(blocks: Iterable[Block]) -> Iterator[Html]:
    """Yield each block; a heading with the question below it, smaller than a notebook's own headings."""
    for block in blocks:
        if isinstance(block, Heading):
            yield element("p", {"class": "title"}, element("strong", None, block.title), _aside(block.aside))
            yield element("p", {"class": "question"}, block.question)
        else:
            yield render((block,))


def _aside(words: str) -> Html | str:
    return element("small", None, f" {words}") if words else ""
