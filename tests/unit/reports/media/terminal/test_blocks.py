"""Every kind of block on a terminal, with any text and at any width."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from dilemma.reports.blocks import Cell, Grid, Group, Item, Listing, Row, Section
from tests.unit.reports.every_block import every_block
from tests.unit.reports.media.terminal.drawing import PIPE, lines

WIDTHS = (20, 40, 60, 100, 200, PIPE)
ENDS = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\x85", "\v", "\f", "\t", "\x1c")
USUAL = lines(*every_block(lambda name: f"{name} forged"))


@pytest.mark.parametrize("end", ENDS)
def test_no_text_makes_a_line(end: str) -> None:
    """A line end within a text is a blank: no text can forge a heading or a row."""
    assert lines(*every_block(lambda name: f"{name}{end}forged")) == USUAL


@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_steers(width: int, color: bool) -> None:
    """Escape sequences, bells, and marks of direction are not drawn; only our own colours are."""
    drawn = lines(*every_block(lambda name: f"{name}\x1b[2J\x07\x9b1m\u202e"), width=width, color=color)
    text = re.sub(r"\x1b\[[\d;]*m", "", "".join(drawn))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", text)


@pytest.mark.parametrize("of", [str, lambda name: f"{name} 漢字 e\u0301"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits(width: int, of: Callable[[str], str]) -> None:
    """No line is wider than the screen, but for verbatim ones, and none ends in blanks."""
    drawn = [line for line in lines(*every_block(of), width=width) if "stands ````" not in line]
    assert [line for line in drawn if cell_len(line) > width or line.endswith(" ")] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_figure_vanishes(width: int) -> None:
    """No figure, mark or address is cut, in a table or in the stacked layout."""
    cells = tuple(Cell("chosen", f"-{place}.2345", f"-{place}.2") for place in range(4))
    row = Row("A theory with a long name", "Short", cells)
    columns = tuple(f"Option number {place}" for place in range(4))
    grid = " ".join(lines(Grid(columns, (Group("Family", (row,)),), ""), width=width))
    assert [place for place in range(4) if f"-{place}.2" not in grid] == []
    item = Item("What it is", "an.address.that-is-longer-than.the-narrowest-screen.by-far", ("0.25", "9"))
    listing = lines(Listing(("best", "high"), (Section("Kind", (item,)),)), width=width)
    words = [word.strip(",") for word in " ".join(listing).split()]
    assert [part for part in (item.address, *item.figures) if part not in words] == []


def test_columns_line_up() -> None:
    """Figures stand under the names of their options, wide characters or not."""
    rows = tuple(
        Row(name, name, (Cell("plain", "1.5"), Cell("chosen", "2.5"))) for name in ("漢字漢字", "Theory")
    )
    drawn = lines(Grid(("Left", "Right"), (Group("Family", rows),), ""))
    assert {cell_len(line.partition("●")[0]) for line in drawn if "●" in line} == {16}


def test_a_remark_stands_beside_its_name_or_under_its_row() -> None:
    """The name is on the first line of what is said of it; names of options end on the header's last line."""
    rows = (
        Row("Theory", "Theory", (Cell("plain", "1.5"), Cell("plain", "2.5")), "but this is said of it"),
        Row("Other", "Other", (), "it does not apply here"),
    )
    assert lines(Grid(("One", "The other"), (Group("Family", rows),), ""), width=22)[:8] == [
        "              The",
        "        One   other",
        "Family",
        " Theory   1.5   2.5",
        "        but this is",
        "        said of it",
        " Other  · it does not",
        "        apply here",
    ]
