"""What a check raises, and text kept as it is written, drawn for any width."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Matter, Verbatim
from dilemma.reports.terminal.layout import Runs, padded, width, wrapped

__all__ = ["matter_lines", "verbatim_lines"]

INDENT = 1
GAP = 2


def matter_lines(matter: Matter, columns: int) -> Iterator[Runs]:
    """Yield the lines of a matter; a place starts its line, so that an editor can follow it there."""
    yield from _title(matter, columns)
    for place in matter.places:
        first, *more = wrapped(f"{place.label}: {place.text}", columns - GAP)
        yield [(" " * INDENT, ""), (first, "")]
        yield from ([(" " * GAP, ""), (line, "")] for line in more)
    label = max((width(line.label) for line in matter.lines), default=0) + GAP
    for line in matter.lines:
        shown = line.label
        for text in wrapped(line.text, columns - INDENT - label):
            yield [(" " * INDENT, ""), (padded(shown, label), "dim"), (text, "")]
            shown = ""


def _title(matter: Matter, columns: int) -> Iterator[Runs]:
    """Yield the claim, its code after it, or on a line of its own where it does not fit."""
    code = f"[{matter.code}]"
    *lines, last = wrapped(matter.title, columns)
    fits = width(f"{last} {code}") <= columns
    yield from ([(line, "bold")] for line in lines)
    yield [(last, "bold"), (f" {code}" if fits else "", "dim")]
    if not fits:
        yield [(code, "dim")]


def verbatim_lines(block: Verbatim, columns: int) -> Iterator[Runs]:
    """Yield the heading, if there is one, then the text line by line; nothing is wrapped."""
    yield from ([(line, "bold")] for line in wrapped(block.title, columns) if block.title)
    yield from ([(line, "")] for line in block.text.splitlines())
