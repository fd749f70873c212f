"""A chapter of a long report: blocks under a title, whose own headings are one level lower."""

from __future__ import annotations

from typing import NamedTuple

from dilemma.reports.blocks import Block

__all__ = ["Chapter"]


class Chapter(NamedTuple):
    """Blocks under a title."""

    title: str
    blocks: tuple[Block, ...]
