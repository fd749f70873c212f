"""How much of each part a memo tells, so that it has at most two pages."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["EXTENTS", "Extent"]


class Extent(NamedTuple):
    """The most that a memo tells of each part: entries, or characters of a text."""

    numbers: int = 5
    perspectives: int = 3
    sources: int = 10
    parties: int = 16
    rows: int = 24
    argument: int = 200
    background: int = 300
    named: int = 3  # duties and harms that an option would still owe
    option: int = 140


EXTENTS: Final = (
    Extent(),
    Extent(sources=6),
    Extent(sources=5, argument=150),
    Extent(sources=4, argument=130, parties=12),
    Extent(sources=4, argument=130, parties=12, numbers=4),
    Extent(sources=4, argument=130, parties=12, numbers=4, perspectives=2),
    Extent(4, perspectives=2, sources=4, argument=110, parties=12, named=2),
    Extent(4, perspectives=2, sources=4, argument=110, parties=10, named=2, background=160),
    Extent(4, perspectives=1, sources=4, argument=90, parties=8, named=1, background=160, option=90),
    Extent(3, perspectives=0, sources=3, argument=80, parties=6, named=1, background=0, option=60, rows=16),
    Extent(3, perspectives=0, sources=3, argument=60, parties=5, named=1, background=0, option=0, rows=12),
    Extent(3, perspectives=0, sources=0, argument=40, parties=3, named=0, background=0, option=0, rows=8),
)
"""From what is told where there is room, to the least; the first with which all fits is taken.

What goes first is what the rest can be understood without: sources of numbers that do not decide, the ends of
long arguments, further perspectives, parties with less at stake. The answer, the picture and the numbers that
decide stay longest.
"""
