"""Screen of a given width, with or without colours, that renders blocks as text."""

from __future__ import annotations

import re

from rich.console import Console, Group

from dilemma.reports.blocks import Block
from dilemma.reports.media.terminal.blocks import render
from dilemma.reports.media.terminal.text import JOINT

__all__ = ["rendered", "screen"]

HEIGHT = 25  # not used; but without it rich assumes a width of 80 if TERM is dumb
AT_THE_END = re.compile(r"(?: |\x1b\[[\d;]*m)+$", re.MULTILINE)


def screen(width: int, *, color: bool | None) -> Console:
    """Return a screen with or without colours.

    With None, NO_COLOR, FORCE_COLOR, TERM and the terminal decide.
    """
    return Console(
        width=width,
        height=HEIGHT,
        force_terminal=color,
        color_system={None: "auto", True: "standard", False: None}[color],
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        force_jupyter=False,  # in a notebook it would display every block that is rendered
    )


def rendered(on: Console, block: Block) -> str:
    """Return a block as text with colour codes, without blanks at the ends of lines."""
    with on.capture() as captured:
        on.print(Group(*render(block, on.width)), crop=False)
    text = captured.get().replace(JOINT, " ")
    return AT_THE_END.sub(lambda end: end[0].replace(" ", ""), text)
