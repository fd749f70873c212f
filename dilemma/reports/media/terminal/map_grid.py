"""Map drawn with half blocks: two rows of signs per line, and a letter if both have the same sign."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dilemma.reports.blocks import Field
from dilemma.reports.media.terminal.text import Indented, breakable

__all__ = ["render_field"]

INDENT = 3
COLORS = ("blue", "yellow", "green", "magenta", "cyan", "red", "white", "black")
HALF = "▀"  # the upper half has the foreground colour, the lower the background colour


def render_field(field: Field, width: int) -> Iterator[RenderableType]:
    """Yield the title, the label of `up`, the rows, the label of `across`, and the legend."""
    signs = dict.fromkeys(sign for row in field.rows for sign in row)
    colors = {sign: COLORS[place % len(COLORS)] for place, sign in enumerate(signs)}
    across = min(len(field.rows[0]), width - INDENT)
    best = min(across - 1, int(field.best[0] * across)), int((1 - field.best[1]) * (len(field.rows) - 1)) // 2
    yield breakable(field.title, "bold")
    yield Indented(breakable(f"↑ {field.up}", "dim"))
    rows = [_fitted(row, across) for row in field.rows]
    for line, (upper, lower) in enumerate(zip(rows[::2], [*rows[1::2], rows[-1]], strict=False)):
        yield _line(upper, lower, best[0] if line == best[1] else None, colors)
    yield Indented(breakable(f"→ {field.across}", "dim"))
    yield Indented(breakable(f"{field.legend}; {HALF} where two meet", "dim"))


def _fitted(row: str, across: int) -> str:
    """Return a row of signs resampled to this many columns."""
    return "".join(row[int(column * len(row) / across)] for column in range(across))


def _line(upper: str, lower: str, mark: int | None, colors: dict[str, str]) -> Text:
    """Return two rows of signs as one line."""
    text = Text(" " * INDENT)
    for column, (above, below) in enumerate(zip(upper, lower, strict=True)):
        if column == mark:
            text.append("●", "bold")
        elif above == below:
            text.append(above, f"bold {colors[above]}")
        else:
            text.append(HALF, f"{colors[above]} on {colors[below]}")
    return text
