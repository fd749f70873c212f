"""A screen of some width, with or without colours, on which blocks are drawn one by one."""

from __future__ import annotations

import re

from rich.console import Console, Group

from dilemma.reports.blocks import Block
from dilemma.reports.terminal.blocks import render
from dilemma.reports.terminal.text import JOINT

__all__ = ["rendered", "screen"]

HEIGHT = 25  # of no importance; but without it a terminal that calls itself dumb is taken to be 80 wide
AT_THE_END = re.compile(r"(?: |\x1b\[[\d;]*m)+$", re.MULTILINE)


def screen(width: int, *, color: bool | None) -> Console:
    """Return a screen with or without colours; None: as NO_COLOR, FORCE_COLOR, TERM and the terminal say."""
    return Console(
        width=width,
        height=HEIGHT,
        force_terminal=color,
        color_system={None: "auto", True: "standard", False: None}[color],
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def rendered(on: Console, block: Block) -> str:
    """Return a block as it is shown: its lines, colours and all, without blanks at their ends."""
    with on.capture() as captured:
        on.print(Group(*render(block, on.width)), crop=False)
    text = captured.get().replace(JOINT, " ")
    return AT_THE_END.sub(lambda end: end[0].replace(" ", ""), text)
