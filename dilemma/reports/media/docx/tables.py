"""Tables of a Word document: signs, words, figures, shares and listings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from dilemma.reports.blocks import SIGNS, SIGNS_BESIDE, Bars, Grid, Mark, Section, SignGrid, Table
from dilemma.reports.media.docx.layout import BODY, WIDTH, column_shares, sign_shares
from dilemma.reports.media.docx.markup import TABLE_STYLE, shaded, unbroken
from dilemma.reports.media.docx.styles import ACCENT, AGAINST, QUIET
from dilemma.reports.words.characters import xml_line

__all__ = ["add_bars", "add_grid", "add_listing", "add_signs", "add_words"]

BAND: Final = "EEF1F3"
COLOURS: Final = {"chosen": ACCENT, "among": ACCENT, "forbidden": AGAINST}
NARROW: Final = 24  # characters; columns whose cells are all shorter are centred or set right

Row = Sequence[str]


def add_words(document: Any, block: Table) -> None:
    """Append a table of words; columns of figures are set to the right."""
    if not block.rows:
        return
    head = [("", *block.columns)] if any(block.columns) else []
    rows = [*head, *block.rows]
    table = _table(document, len(rows), column_shares(rows), headed=bool(head))
    right = [_figures(column) for column in zip(*block.rows, strict=True)]
    for place, row in enumerate(rows):
        cells = table.rows[place].cells
        for column, text in enumerate(row):
            _write(cells[column], text, right=right[column] and column > 0, bold=bool(head) and not place)


def _figures(column: Sequence[str]) -> bool:
    """Return whether a column holds figures: short cells, most of which begin with one or with a sign."""
    return all(len(cell) < NARROW for cell in column) and any(
        cell.lstrip("-+")[:1].isdigit() for cell in column
    )


def add_signs(document: Any, grid: SignGrid) -> None:
    """Append the table of signs: theories under their families by options, with remarks."""
    columns = len(grid.columns)
    count = 1 + sum(bool(group.label) + len(group.rows) for group in grid.groups)
    table = _table(document, count, sign_shares(columns), headed=True)
    every = iter(table.rows)
    for cell, letter in zip(next(every).cells[1:-1], grid.columns, strict=True):
        _write(cell, letter, centred=True, bold=True)
    for group in grid.groups:
        if group.label:
            _band(next(every).cells, group.label)
        for row in group.rows:
            first, *signs, last = next(every).cells
            _write(first, row.label)
            for cell, mark in zip(signs, row.marks, strict=True):
                _write(cell, SIGNS[mark], centred=True, mark=mark)
            _write(last, row.remark, small=True)


def add_grid(document: Any, grid: Grid) -> None:
    """Append a table of verdicts with figures."""
    rows = [
        (
            group.label,
            [(row.label, [(cell.mark, cell.text) for cell in row.cells], row.remark) for row in group.rows],
        )
        for group in grid.groups
    ]
    _marked(document, grid.columns, rows)


def add_bars(document: Any, bars: Bars) -> None:
    """Append a table of shares: their figures, with the mark of the option chosen."""
    rows = [
        (
            group.label,
            [(row.label, [(bar.mark, bar.text) for bar in row.bars], row.remark) for row in group.rows],
        )
        for group in bars.groups
    ]
    _marked(document, bars.columns, rows)


Marked = tuple[str, list[tuple[Mark, str]], str]


def _marked(document: Any, columns: Row, groups: Sequence[tuple[str, list[Marked]]]) -> None:
    """Append a table of cells with marks, under the labels of groups."""
    count = 1 + sum(bool(label) + len(rows) for label, rows in groups)
    shares = (2.0, *(1.0 for _ in columns))
    table = _table(document, count, [one / sum(shares) for one in shares], headed=True)
    every = iter(table.rows)
    for cell, name in zip(next(every).cells[1:], columns, strict=True):
        _write(cell, name, bold=True, centred=True)
    for label, rows in groups:
        if label:
            _band(next(every).cells, label)
        for name, marks, remark in rows:
            first, *cells = next(every).cells
            _write(first, f"{name} ({remark})" if remark and marks else name)
            if not marks:
                _write(cells[0].merge(cells[-1]), remark, small=True)
            for cell, (mark, text) in zip(cells, marks, strict=False):
                _write(cell, f"{SIGNS_BESIDE[mark]} {text}".strip(), centred=True, mark=mark)


def add_listing(document: Any, section: Section, columns: Row) -> None:
    """Append a table of items: what each is, its address below in small type, and its figures."""
    if not section.items:
        return
    rows = [("", *columns), *((item.what, *item.figures) for item in section.items)]
    table = _table(document, len(rows), column_shares(rows), headed=True)
    for place, row in enumerate(rows):
        for cell, text in zip(table.rows[place].cells, row, strict=True):
            _write(cell, text, bold=not place)
        if place:
            address = table.rows[place].cells[0].add_paragraph()
            _run(address, section.items[place - 1].address, small=True)


def _table(document: Any, rows: int, shares: Sequence[float], *, headed: bool) -> Any:
    """Append an empty table with columns of these shares of the width."""
    table = document.add_table(rows, len(shares), style=TABLE_STYLE)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    unbroken(table, headed=headed)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Pt(share * WIDTH)
        for cell in column.cells:
            cell.width = Pt(share * WIDTH)
    return table


def _band(cells: Sequence[Any], label: str) -> None:
    """Write the name of a group across a row."""
    band = cells[0].merge(cells[-1])
    _write(band, label, small=True)
    band.paragraphs[0].runs[0].bold = True
    band.paragraphs[0].paragraph_format.keep_with_next = True
    shaded(band, BAND)


def _write(
    cell: Any,
    text: str,
    *,
    centred: bool = False,
    right: bool = False,
    small: bool = False,
    bold: bool = False,
    mark: Mark = "plain",
) -> None:
    """Write a text into an empty cell."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
    paragraph = cell.paragraphs[0]
    if centred or right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.space_after = Pt(0)
    run = _run(paragraph, text, small=small)
    run.font.bold = bold or None
    if mark in COLOURS:
        run.font.color.rgb = COLOURS[mark]


def _run(paragraph: Any, text: str, *, small: bool = False) -> Any:
    run = paragraph.add_run(xml_line(text))
    if small:
        run.font.size, run.font.color.rgb = Pt(BODY - 1), QUIET
        paragraph.paragraph_format.space_after = Pt(0)
    return run
