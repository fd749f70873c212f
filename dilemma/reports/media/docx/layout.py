"""Widths of columns, and the height that blocks take on a page of a Word document, estimated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from dilemma.reports.blocks import Block, Closing, Heading, Options, Paragraphs, Sentences, SignGrid, Table

__all__ = ["BODY", "MARGIN", "WIDTH", "column_shares", "height", "sign_shares"]

BODY: Final = 9.0  # points of the body's type
MARGIN: Final = 51.0  # points: 1.8 cm at each edge
WIDTH: Final = 595.0 - 2 * MARGIN  # points between the margins of A4, the narrower paper
LETTER: Final = 0.475  # mean width of a letter, as a share of the type's size; measured on Arial
LINE: Final = 1.17  # height of a line, as a share of the type's size; that of Arial
AFTER: Final = 2.0  # points after a paragraph
HEADING: Final = 24.0  # points of a heading with the space around it
TITLE: Final = 54.0  # points of the title and the question, each on one line
ROW: Final = 2.0  # points of a row's edges
INSET: Final = 8.0  # points of a cell's left and right edge
SHORTEST, SHORT, LONGEST = 5, 16, 60  # characters for which a column has room
SIGN: Final = 3.0  # share of a column of signs, against the label's and the remark's
LABEL: Final = 22.0
REMARK: Final = 24.0


def column_shares(rows: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """Return the share of the width that each column takes, by the longest text that it holds.

    Columns of short texts, such as figures, all have the same.
    """
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    same = max((one for one in longest[1:] if one <= SHORT), default=SHORTEST)
    rooms = [max(same if one <= SHORT else min(one, LONGEST), SHORTEST) + 2 for one in longest]
    return tuple(room / sum(rooms) for room in rooms)


def sign_shares(columns: int) -> tuple[float, ...]:
    """Return the shares of a table of signs: of the label, each sign, and the remark."""
    every = (LABEL, *(SIGN for _ in range(columns)), REMARK)
    return tuple(one / sum(every) for one in every)


def lines(text: str, width: float, size: float = BODY) -> int:
    """Return how many lines a text takes in a width, in points."""
    return max(1, ceil(len(text) * size * LETTER / max(width, size)))


def height(block: Block) -> float:
    """Return the height of a block of a memo in points, estimated."""
    match block:
        case Heading():
            return (
                TITLE + (lines(block.title, WIDTH, 17) - 1) * 20 + (lines(block.question, WIDTH, 11) - 1) * 13
            )
        case Options():
            return sum(_paragraph(f"{one.letter} {one.name}: {one.text}") for one in block.entries) + AFTER
        case Sentences():
            texts = (f"{line.label}: {line.text}" for line in block.lines)
            return _title(block.title) + sum(map(_paragraph, texts))
        case Paragraphs():
            return _title(block.title) + sum(map(_paragraph, block.texts))
        case SignGrid():
            return _signs(block)
        case Table():
            head = [("", *block.columns)] if any(block.columns) else []
            rest = _paragraph(block.rest) if block.rest else 0.0
            return _title(block.title) + _rows([*head, *block.rows]) + rest + AFTER
        case Closing():
            return _paragraph(block.sentence) + AFTER
    return 0.0


def _title(title: str) -> float:
    return HEADING if title else 0.0


def _paragraph(text: str) -> float:
    return lines(text, WIDTH - 12) * BODY * LINE + AFTER


def _signs(grid: SignGrid) -> float:
    """Return the height of a table of signs: its head, the names of groups, its rows and its legend."""
    *_, room = sign_shares(len(grid.columns))
    rows = [row for group in grid.groups for row in group.rows]
    told = sum(lines(row.remark, room * WIDTH - INSET, BODY - 1) for row in rows)
    count = 1 + len(grid.groups) + told
    foot = sum(_paragraph(f"{line.label}: {line.text}") for line in grid.foot)
    return count * (BODY * LINE + ROW) + _paragraph(grid.legend) + foot + AFTER


def _rows(rows: Sequence[Sequence[str]]) -> float:
    """Return the height of rows of words."""
    if not rows:
        return 0.0
    widths = [share * WIDTH - INSET for share in column_shares(rows)]
    taken = (max(map(lines, row, widths)) for row in rows)
    return sum(count * BODY * LINE + ROW for count in taken)
