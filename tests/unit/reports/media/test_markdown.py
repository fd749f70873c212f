"""Markdown says what the blocks say, and no text of a file becomes Markdown of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from markdown_it import MarkdownIt

from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.media.markdown import markdown
from tests.unit.reports.every_block import every_block

LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\x85", "\v", "\f")
FORGED = (
    "# Forged",
    "- forged",
    "1. forged",
    "7) forged",
    "| a | b |",
    "---",
    "===",
    "> forged",
    "````",
    "`code`",
    "<b>forged</b>",
    "&lt;b&gt;",
    "[a](b)",
    "    forged",
    "**forged**",
    "+ forged",
)


def kinds(text: str) -> Counter[str]:
    """Return how many of each kind of token a reader of Markdown finds."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    inner = (child for token in tokens for child in token.children or ())
    return Counter(token.type for token in (*tokens, *inner))


USUAL = kinds(markdown(every_block(lambda name: name)))


def test_every_kind_of_block_is_drawn() -> None:
    """Tables, lists, headings and code are there to be broken."""
    assert USUAL.keys() >= {
        "table_open",
        "bullet_list_open",
        "heading_open",
        "fence",
        "code_inline",
        "em_open",
    }


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("end", ["", *LINE_ENDS])
def test_no_text_is_markdown(forged: str, end: str) -> None:
    """Whatever a text holds, at its start or on a line of its own, the reader finds the same kinds."""
    text = markdown(every_block(lambda name: f"{name if end else ''}{end}{forged} {name}"))
    assert kinds(text) == USUAL


def test_a_text_is_read_as_it_stands() -> None:
    """What the reader of the Markdown sees is the text."""
    text = r"1. <b> *a* | `b` \ _c_ & [d] ~e~ #f"
    page = MarkdownIt("commonmark").parse(markdown(every_block(lambda _: text)))
    inner = [child.content for token in page for child in token.children or () if child.type != "code_inline"]
    words = "".join(inner).replace(" ", "")
    assert words.count(text.replace(" ", "")) > len(every_block(str))


def test_a_chapter_is_a_level_below() -> None:
    """Its title is a heading, and no verbatim line becomes one."""
    assert markdown([Chapter("A # title\n# b", every_block(str))]).startswith(r"## A \# title \# b" + "\n")
