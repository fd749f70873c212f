"""Rendering of blocks on a screen, for tests."""

from __future__ import annotations

from dilemma.reports.blocks import Block
from dilemma.reports.media.terminal.screen import rendered, screen

__all__ = ["PIPE", "lines"]

PIPE = 1_000_000
"""The width of what has none."""


def lines(*blocks: Block, width: int = PIPE, color: bool = False) -> list[str]:
    """Return the lines of rendered blocks."""
    on = screen(width, color=color)
    return [line for block in blocks for line in rendered(on, block).splitlines()]
