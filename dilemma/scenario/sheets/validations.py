"""Drop-downs and bounds for the columns of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dilemma.scenario.numbers import LARGEST
from dilemma.scenario.sheets.kinds import Column, Kind
from dilemma.scenario.syntax.cells import column_letters

__all__ = ["LAST_ROW", "LISTS", "Targets", "id_ranges", "validation_of"]

LISTS = "_lists"
"""The hidden sheet of the words that drop-downs offer, such as the ids of theories."""

LAST_ROW = 500
"""The last row that has drop-downs."""

Targets = Mapping[str, str]
"""Where the ids of each map of the file stand in the workbook, as a range of cells."""

SEVERAL = (Kind.IDS, Kind.ONE_OR_MORE)


def validation_of(column: Column, cells: str, targets: Targets) -> Any:
    """Return what the spreadsheet program checks in these cells; None if that is nothing.

    Where a list or other words are allowed too, the drop-down only offers.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    found = [targets[table] for table in column.refers if table in targets]
    only_listed = True
    if column.choices and column.kind is not Kind.ANY:
        rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.errorTitle, rule.error = column.heading, f"One of: {', '.join(column.choices)}."
    elif found and column.kind is not Kind.MAP:
        rule = DataValidation(type="list", formula1=found[0], allow_blank=True)
        rule.errorTitle, rule.error = column.heading, f"It should be an id from the sheet {column.refers[0]}."
        if column.kind in SEVERAL or len(column.refers) > 1:
            only_listed = False
    elif column.kind is Kind.NUMBER and column.bounds and (formula := bounds_formula(column, cells)):
        rule = DataValidation(type="custom", formula1=formula, allow_blank=True)
        rule.errorTitle, rule.error = column.heading, f"A number here should be {column.bounds.words}."
    else:
        return None
    rule.showErrorMessage = only_listed
    rule.add(cells)
    return rule


def bounds_formula(column: Column, cells: str) -> str:
    """Return the condition that a number in the first of these cells is within its bounds; text may pass."""
    first = cells.partition(":")[0].replace("$", "")
    bounds = column.bounds
    assert bounds is not None
    terms = list(bound_terms(first, bounds.low, bounds.high, above=bounds.above_low))
    return f"OR(NOT(ISNUMBER({first})),AND({','.join(terms)}))" if terms else ""


def bound_terms(cell: str, low: float, high: float, *, above: bool) -> Iterator[str]:
    """Yield the condition for each end that is a bound of the field, not of all numbers."""
    if low > -LARGEST:
        yield f"{cell}{'>' if above else '>='}{low:g}"
    if high < LARGEST:
        yield f"{cell}<={high:g}"


def range_of(sheet: str, column: int, last: int) -> str:
    """Return the cells of a column below its heading, as a formula names them."""
    letters = column_letters(column)
    return f"'{sheet}'!${letters}$2:${letters}${last}"


def id_ranges(rows: Mapping[str, int], words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return where ids stand: in the first column of each sheet, by how many rows it has, and in lists."""
    found = {name: range_of(name, 1, LAST_ROW + count) for name, count in rows.items()}
    for number, (name, listed) in enumerate(words.items(), 1):
        found[name] = range_of(LISTS, number, len(listed) + 1)
    return found
