"""Tables written as a workbook: with drop-downs, notes on the headings, and a first sheet that explains."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from dilemma.errors import CannotWrite
from dilemma.scenario.sheets.headings import OWN, READ_ME
from dilemma.scenario.sheets.kinds import Column, Kind
from dilemma.scenario.sheets.layout import SCENARIO, scalar_columns
from dilemma.scenario.sheets.places import cell_text
from dilemma.scenario.sheets.tables import KEY, VALUE, SheetTable
from dilemma.scenario.sheets.validations import LAST_ROW, LISTS, Targets, id_ranges, validation_of
from dilemma.scenario.syntax.cells import Cell, column_letters
from dilemma.scenario.syntax.characters import on_one_line

__all__ = ["workbook_bytes"]

LONGEST = 32_767  # units of UTF-16 in a cell of a workbook

WIDTHS: Mapping[Kind, int] = {
    Kind.TEXT: 18,
    Kind.YEAR: 12,
    Kind.TRUTH: 12,
    Kind.NUMBER: 12,
    Kind.IDS: 24,
    Kind.ONE_OR_MORE: 20,
    Kind.MAP: 32,
    Kind.ANY: 16,
}
"""Widths of columns, in digits, by what they hold; of text that may be long, PROSE."""
PROSE = 48
LONG = 40  # characters, above which a text is prose
KEY_WIDTH, NAME_WIDTH, VALUE_WIDTH, ABOUT_WIDTH = 24, 32, 60, 70
ABOUT = f"{OWN}what it says"

INK, PAPER, ACCENT, SOFT, LINE = "1F2933", "FFFFFF", "27496D", "5B7083", "D5DCE3"
"""Colours: text, ground, headings that must be filled, other headings, and lines."""

TYPEFACE, MONOSPACED = "Calibri", "Courier New"

READ_ME_WIDTH = 92
LINE_HEIGHT, HIGHEST, TOP_HEIGHT = 15, 400, 30  # points: of a line, of a row at most, of the headings

NOTE_WIDTH, NOTE_HEIGHT = 320, 110  # pixels
STAMP = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time written into a workbook, so that the same scenario gives the same bytes."""

UNDERSCORE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""An underscore that a workbook would take for the start of an escape."""

RUN = ("=", "+", "-", "@", "\t")

EXPLAINED = f"""\
This workbook is one scenario for the program `dilemma`. Each sheet holds one kind of thing, each row one \
entry. Fill the sheet `scenario` first, then `parties`, `consequences` and `options`, then \
`options.consequences`: what may happen under which option.
Dark headings must be filled; the rest may stay empty. Rest the pointer on a heading to read what it means; \
many cells offer a list.
An id is a short name in small letters, such as front-civilians; other sheets refer to it. Where several \
ids are allowed, put commas between them.
A number may be plain (0.3), a range with its ends in the columns low and high, or a product of quantities \
(lives * 0.3). Formulas are read by their result.
Columns and sheets whose name begins with {OWN} are yours: the program does not read them.
"""


def workbook_bytes(tables: Iterable[SheetTable], name: str, theories: Sequence[str]) -> bytes:
    """Return the workbook of these sheets; `name` is how the file will be called.

    Raises CannotWrite if what writes workbooks is not installed, or for a text that no cell holds.
    """
    try:
        import openpyxl
    except ModuleNotFoundError:
        raise CannotWrite(
            f"cannot write {name}: workbooks need openpyxl: `pip install 'dilemma-weigh[xlsx]'`; "
            "or write a folder of CSV files: --format csv"
        ) from None
    book = openpyxl.Workbook()
    given = tuple(tables)
    write_read_me(book.active, given, name)
    targets = id_ranges(
        {table.name: len(table.rows) for table in given if table.layout and len(table.layout.keys) == 1},
        {"frameworks": theories} if theories else {},
    )
    for table in given:
        write_sheet(book.create_sheet(table.name), table, targets)
    write_lists(book.create_sheet(LISTS), theories)
    book.properties.creator, book.properties.created, book.properties.modified = "dilemma", STAMP, STAMP
    book.active = 1
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write_read_me(sheet: Any, tables: Sequence[SheetTable], name: str) -> None:
    """Write the first sheet: what the sheets are, and what to type next."""
    from openpyxl.styles import Alignment, Font

    sheet.title = READ_ME
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = KEY_WIDTH, READ_ME_WIDTH
    title = next((row[1] for table in tables[:1] for row in table.rows if row[0] == "title"), None)
    sheet["A1"].font = Font(name=TYPEFACE, bold=True, size=16, color=ACCENT)
    put(sheet["A1"], str(title or name))
    name, row = on_one_line(name), 3
    for text in EXPLAINED.splitlines():
        row = write_line(sheet, row, "", text)
    row = write_line(sheet, row + 1, "To type next", f"dilemma check {name}")
    row = write_line(sheet, row, "", "every mistake by its sheet and cell, then questions of fairness")
    row = write_line(sheet, row, "", f"dilemma weigh {name}")
    row = write_line(sheet, row, "", "what each theory says of each option")
    row += 1
    for table in tables:
        row = write_line(sheet, row, table.name, table.about)
        sheet.cell(row - 1, 1).hyperlink = f"#'{table.name}'!A1"
        sheet.cell(row - 1, 1).font = Font(name=TYPEFACE, color=ACCENT, underline="single")
    fit_to_page(sheet)
    for cells in sheet.iter_rows(min_row=3, max_row=row):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def write_line(sheet: Any, row: int, label: str, text: str) -> int:
    """Write a label and a text, and return the number of the next row."""
    from openpyxl.styles import Font

    if text.startswith("dilemma "):
        sheet.cell(row, 2).font = Font(name=MONOSPACED, bold=True, color=INK)
    if label:
        put(sheet.cell(row, 1), label)
        sheet.cell(row, 1).font = Font(name=TYPEFACE, bold=True, color=INK)
    put(sheet.cell(row, 2), text)
    set_height(sheet, row, lines_of_text(text, READ_ME_WIDTH))
    return row + 1


def lines_of_text(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column of this width."""
    return sum(-(-max(len(part), 1) // width) for part in text.split("\n"))


def set_height(sheet: Any, row: int, lines: int) -> None:
    """Make a row as high as so many lines need."""
    if lines > 1:
        sheet.row_dimensions[row].height = min(lines * LINE_HEIGHT, HIGHEST)


def write_sheet(sheet: Any, table: SheetTable, targets: Targets) -> None:
    """Write a sheet: its headings with notes, its rows, and what may stand in each column."""
    write_headings(sheet, table.columns)
    last = len(table.rows) + 1
    for number, row in enumerate(table.rows, 2):
        for place, cell in enumerate(row, 1):
            if cell is not None:
                put(sheet.cell(number, place), cell)
    for place, column in enumerate(table.columns, 1):
        style_column(sheet, place, column, width_of(table, place), last)
        letters = column_letters(place)
        if table.name != SCENARIO:
            add_rule(sheet, column, f"{letters}2:{letters}{LAST_ROW}", targets)
    if table.name == SCENARIO:
        write_scalars(sheet, table, targets)
    for number, row in enumerate(table.rows, 2):
        widths = {place: width_of(table, place) for place, cell in enumerate(row, 1) if isinstance(cell, str)}
        needs = [lines_of_text(str(row[place - 1]), width) for place, width in widths.items()]
        set_height(sheet, number, max(needs, default=1))
    keys = len(table.layout.keys) if table.layout else 1
    sheet.freeze_panes = sheet.cell(2, keys + 1)
    fit_to_page(sheet)
    sheet.print_title_rows = "1:1"


def fit_to_page(sheet: Any) -> None:
    """Have a sheet printed as wide as a page, on its side."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def write_scalars(sheet: Any, table: SheetTable, targets: Targets) -> None:
    """Write what each key of the first sheet means, and what may stand beside it."""
    from openpyxl.styles import Alignment

    about = len(table.columns) + 1
    write_headings(
        sheet, (Column(ABOUT, ABOUT, Kind.TEXT, about="For you to read; the program does not."),), about
    )
    style_column(sheet, about, Column(ABOUT, ABOUT, Kind.TEXT), ABOUT_WIDTH, len(table.rows) + 1)
    for number, row in enumerate(table.rows, 2):
        column = scalar_columns().get(str(row[0]))
        if column is None:
            continue
        put(sheet.cell(number, about), column.about)
        sheet.cell(number, 2).alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        soft(sheet.cell(number, about), strong=False)
        soft(sheet.cell(number, 1), strong=column.required)
        if column.kind is not Kind.NUMBER:
            sheet.cell(number, 2).number_format = "@" if column.kind is not Kind.ANY else "General"
        add_rule(sheet, column, f"B{number}", targets)


def soft(cell: Any, *, strong: bool) -> None:
    """Set the colour of a text: strong for what must be filled, else soft."""
    from openpyxl.styles import Font

    cell.font = Font(name=TYPEFACE, bold=strong, color=ACCENT if strong else SOFT)


def write_headings(sheet: Any, columns: Iterable[Column], first: int = 1) -> None:
    """Write the first row: a heading a column, with a note that says what the column is."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    for place, column in enumerate(columns, first):
        cell = sheet.cell(1, place)
        put(cell, column.heading)
        ground = ACCENT if column.required else SOFT
        cell.font = Font(name=TYPEFACE, bold=column.required, color=PAPER)
        cell.fill = PatternFill("solid", start_color=ground)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.border = Border(right=Side("thin", color=PAPER))
        if note := note_of(column):
            cell.comment = Comment(note, "dilemma", height=NOTE_HEIGHT, width=NOTE_WIDTH)
    sheet.row_dimensions[1].height = TOP_HEIGHT


def note_of(column: Column) -> str:
    """Return the note on a heading: what the field is, what may stand in it, and whether it must."""
    may = ", ".join(column.choices) or (column.bounds.words if column.bounds else column.kind.value)
    due = "Must be filled. " if column.required else ""
    ids = f" From the sheet {column.refers[0]}." if column.refers and column.refers[0] != "frameworks" else ""
    return f"{column.about} {due}Here: {may}.{ids}".strip()


def style_column(sheet: Any, place: int, column: Column, width: int, last: int) -> None:
    """Set the width and the form of a column: wrapped, at the top, text as text."""
    from openpyxl.styles import Alignment, Border, Side

    wrapped = Alignment(wrap_text=True, vertical="top")
    form = "General" if column.kind in (Kind.NUMBER, Kind.ANY, Kind.YEAR) else "@"
    dimension = sheet.column_dimensions[column_letters(place)]
    dimension.width, dimension.alignment, dimension.number_format = width, wrapped, form
    under = Border(bottom=Side("hair", color=LINE))
    for row in range(2, last + 1):
        cell = sheet.cell(row, place)
        cell.alignment, cell.number_format, cell.border = wrapped, form, under


def width_of(table: SheetTable, place: int) -> int:
    """Return the width of a column, by what it holds and by its longest text."""
    column = table.columns[place - 1]
    if table.layout is None:
        return {KEY.heading: KEY_WIDTH, VALUE.heading: VALUE_WIDTH}.get(column.heading, WIDTHS[Kind.NUMBER])
    if column in table.layout.keys:
        return KEY_WIDTH
    if column.field == "name":
        return NAME_WIDTH
    is_free = column.kind is Kind.TEXT and not column.choices and not column.refers
    longest = max((len(cell_text(row[place - 1])) for row in table.rows), default=0)
    is_prose = is_free and (longest > LONG or column.field in ("because", "claim", "title", "note"))
    return PROSE if is_prose else max(WIDTHS[column.kind], len(column.heading) + 2)


def add_rule(sheet: Any, column: Column, cells: str, targets: Targets) -> None:
    """Have the spreadsheet program check these cells, if there is something to check."""
    rule = validation_of(column, cells, targets)
    if rule is not None:
        sheet.add_data_validation(rule)


def write_lists(sheet: Any, theories: Sequence[str]) -> None:
    """Write the hidden sheet of the words that drop-downs offer."""
    for row, word in enumerate(("frameworks", *theories), 1):
        put(sheet.cell(row, 1), word)
    sheet.sheet_state = "hidden"


def put(cell: Any, content: Cell) -> None:
    """Write a content into a cell: text always as text, never as a formula; raise CannotWrite if too long."""
    if not isinstance(content, str):
        cell.value = content
        return
    text = UNDERSCORE.sub("_x005F_", content)
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST:
        raise CannotWrite(
            f"a text on the sheet {cell.parent.title} is longer than a cell may be; use --format csv"
        )
    cell.value = text
    cell.data_type = "s"  # openpyxl takes text that begins with = for a formula
    if text.startswith(RUN):
        cell.quotePrefix = True
