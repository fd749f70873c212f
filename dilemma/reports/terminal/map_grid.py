"""A field of signs drawn with half blocks: two rows of the map a line, a letter where both say the same."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Field
from dilemma.reports.terminal.layout import Runs, wrapped

__all__ = ["field_lines"]

INDENT = 3
COLORS = ("blue", "yellow", "green", "magenta", "cyan", "red", "white", "black")
HALF = "▀"  # its upper half in one colour, its lower in another


def field_lines(field: Field, columns: int) -> Iterator[Runs]:
    """Yield the title, the second number, the rows, the first number under them, and the legend."""
    signs = list(dict.fromkeys(sign for row in field.rows for sign in row))
    colors = {sign: COLORS[place % len(COLORS)] for place, sign in enumerate(signs)}
    across = min(len(field.rows[0]), columns - INDENT)
    yield [(field.title, "bold")]
    yield from ([(" ", ""), (line, "dim")] for line in wrapped(f"↑ {field.up}", columns - 1))
    best = (
        min(across - 1, int(field.best[0] * across)),
        int((1 - field.best[1]) * (len(field.rows) - 1)) // 2,
    )
    for line in range(0, len(field.rows), 2):
        upper = _fitted(field.rows[line], across)
        lower = _fitted(field.rows[line + 1], across) if line + 1 < len(field.rows) else upper
        mark = best[0] if line // 2 == best[1] else None
        yield [(" " * INDENT, ""), *_runs(upper, lower, mark, colors)]
    yield from ([(" ", ""), (line, "dim")] for line in wrapped(f"→ {field.across}", columns - 1))
    yield from ([(" ", ""), (line, "dim")] for line in wrapped(field.legend, columns - 1))


def _fitted(row: str, across: int) -> str:
    """Return a row in so many columns."""
    return "".join(row[int(column * len(row) / across)] for column in range(across))


def _runs(upper: str, lower: str, mark: int | None, colors: dict[str, str]) -> Iterator[tuple[str, str]]:
    for column, (above, below) in enumerate(zip(upper, lower, strict=True)):
        if column == mark:
            yield ("●", "bold")
        elif above == below:
            yield (above, f"bold {colors[above]}")
        else:
            yield (HALF, f"{colors[above]} on {colors[below]}")
