"""The page on the sheets of a scenario: every sheet and column."""

from __future__ import annotations

from collections.abc import Iterable

from dilemma.scenario.sheets.kinds import Column
from dilemma.scenario.sheets.layout import SCENARIO, layouts, scalar_columns

from .markdown import code, page, section, table

__all__ = ["sheets_page"]

FIRST = (
    "A scenario as a workbook has these sheets, and as a folder these files (`scenario.csv` and so on). "
    "Sheets and columns may be left out where nothing stands in them. A number has further columns for its "
    "ends where these are used, such as `count low` and `count high`. [Write a scenario in a spreadsheet]"
    "(../how-to/use-spreadsheets.md) explains how to fill them."
)
HEADS = ("column", "must", "what may stand there", "what it is")


def sheets_page() -> str:
    """Return the page: a section for each sheet, with a table of its columns."""
    scalars = "In each row a key and its value; in `value low` and `value high` the ends of a range."
    return page(
        "Sheets of a workbook",
        FIRST,
        section(code(SCENARIO), scalars, rows(scalar_columns().values())),
        *(
            section(code(layout.name), layout.about, rows((*layout.keys, *layout.columns)))
            for layout in layouts()
        ),
    )


def rows(columns: Iterable[Column]) -> str:
    """Return the table of some columns."""
    return table(
        HEADS,
        ((code(one.heading), "yes" if one.required else "", allowed(one), one.about) for one in columns),
    )


def allowed(column: Column) -> str:
    """Return what may stand in the cells of a column."""
    if column.choices:
        return ", ".join(map(code, column.choices))
    if column.bounds:
        return column.bounds.words
    ids = " or ".join(code(name) for name in column.refers)
    return f"{column.kind.value}; ids of {ids}" if ids else column.kind.value
