"""Colour: drawn lines with the escapes that the terminal understands; text is never read as markup."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from dilemma.reports.terminal.blocks import Drawn

__all__ = ["painter"]


def painter(*, always: bool) -> Callable[[Drawn], str]:
    """Return what paints a line; rich honours NO_COLOR, FORCE_COLOR and TERM where not `always`."""
    console = Console(
        force_terminal=True if always else None,
        color_system="standard" if always else "auto",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )

    def painted(line: Drawn) -> str:
        text = Text.assemble(*((piece.text, piece.style) for piece in line))
        text.rstrip()
        with console.capture() as captured:
            console.print(text, end="", soft_wrap=True)
        return captured.get()

    return painted
