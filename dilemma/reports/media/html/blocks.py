"""Blocks rendered as HTML; the interactive grid of verdicts is in `page/verdicts.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from dilemma.reports.blocks import (
    SIGNS,
    SIGNS_BESIDE,
    Bar,
    BarRow,
    Bars,
    Block,
    Cell,
    Closing,
    Commands,
    Field,
    Grid,
    Group,
    Heading,
    Line,
    LintBlock,
    Listing,
    Mark,
    Options,
    Paragraphs,
    Row,
    Section,
    Sentences,
    SignGrid,
    SignRow,
    Spreads,
    Strips,
    Table,
    Verbatim,
)
from dilemma.reports.media.html.charts import bar, spreads, strips
from dilemma.reports.media.html.markup import Html, element, joined

__all__ = ["STATUS", "line", "mark", "render"]

STATUS = {
    "chosen": "chosen",
    "among": "one of several",
    "permitted": "permitted",
    "forbidden": "forbidden",
    "plain": "",
    "absent": "",
}
"""The marks in words, for screen readers."""

ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")


def render(blocks: Iterable[Block]) -> Html:
    """Return the HTML of blocks, in order."""
    return joined(*(part for block in blocks for part in _draw(block)))


def mark(status: Mark, words: str, signs: Mapping[Mark, str] = SIGNS_BESIDE) -> Html:
    """Return the status of an option: a sign, labelled for screen readers, and a figure or test."""
    said = {"role": "img", "aria-label": STATUS[status]} if STATUS[status] else {"aria-hidden": "true"}
    return joined(element("span", {"class": "sign"} | said, signs[status]), words)


def _draw(block: Block) -> Iterator[Html]:
    match block:
        case Heading():
            yield element("h2", None, block.title)
        case Options():
            yield _options(block)
        case Grid() | SignGrid() | Bars() | Listing():
            yield from _tables(block)
        case LintBlock():
            yield _lint_block(block)
        case Closing():
            yield element("p", {"class": "closing"}, block.sentence)
        case Sentences() | Paragraphs() | Strips() | Spreads() | Verbatim() | Field() | Table() | Commands():
            if block.title:
                yield element("h3", None, block.title)
            yield from _under_title(block)
        case _:
            assert_never(block)


def _under_title(
    block: Sentences | Paragraphs | Strips | Spreads | Verbatim | Field | Table | Commands,
) -> Iterator[Html]:
    match block:
        case Sentences():
            yield element("dl", None, *map(line, block.lines))
        case Paragraphs():
            yield from (element("p", None, *linked(words)) for words in block.texts)
        case Strips():
            yield strips(block)
            yield element("p", {"class": "legend"}, block.drawn or block.legend)
        case Spreads():
            yield spreads(block)
            yield element("p", {"class": "legend"}, block.legend)
        case Verbatim():
            yield element("pre", None, block.text)
        case Field():
            yield element("pre", None, "\n".join(block.marked_rows))
            told = f"Up: {block.up}. Across: {block.across}. {block.legend}"
            yield element("p", {"class": "legend"}, told)
        case Table():
            yield _table(block.columns, map(_worded, block.rows), "words")
            yield element("p", None, block.rest)
        case Commands():
            yield element("dl", None, *(_command(one) for one in block.lines))
        case _:
            assert_never(block)


def linked(words: str) -> Iterator[Html | str]:
    """Yield the parts of a text, with its web addresses as links."""
    at = 0
    for found in ADDRESS.finditer(words):
        yield words[at : found.start()]
        yield element("a", {"href": found[0], "rel": "noreferrer noopener"}, found[0])
        at = found.end()
    yield words[at:]


def line(one: Line) -> Html:
    """Return a label and its text as an entry of a definition list."""
    return element("div", None, element("dt", None, one.label), element("dd", None, *linked(one.text)))


def _options(block: Options) -> Html:
    entries = (Line(f"{one.letter} {one.name}", one.text) for one in block.entries)
    return element("dl", None, *map(line, entries))


def _tables(block: Grid | SignGrid | Bars | Listing) -> Iterator[Html]:
    """Yield the tables of a block, with its legend."""
    match block:
        case Grid():
            yield _grid(block)
        case SignGrid():
            yield from _signs(block)
        case Bars():
            yield _bars(block)
        case Listing():
            yield from (_section(section, block.columns) for section in block.sections)
            yield element("p", {"class": "legend"}, block.legend)


def _command(one: Line) -> Html:
    """Return a command and what it tells as an entry of a definition list."""
    return element(
        "div", None, element("dt", None, element("code", None, one.label)), element("dd", None, one.text)
    )


def _worded(row: tuple[str, ...]) -> Html:
    """Return a row of words; the first heads it."""
    cells = (element("td", None, word) for word in row[1:])
    return element("tr", None, element("th", {"scope": "row"}, row[0]), *cells)


def _signs(grid: SignGrid) -> Iterator[Html]:
    """Yield the table of signs, under the labels of groups, and its legend."""
    columns = (*grid.columns, "")
    bodies = (_sign_rows(group, len(columns)) for group in grid.groups)
    yield _table(columns, bodies, "verdicts")
    yield element("p", {"class": "legend"}, grid.legend)
    if grid.foot:
        yield element("dl", None, *map(line, grid.foot))


def _sign_rows(group: Group[SignRow], columns: int) -> Html:
    """Return the rows of a group, under its label if it has one."""
    band = [_band(group.label, columns)] if group.label else []
    return element("tbody", None, *band, *map(_sign_row, group.rows))


def _sign_row(row: SignRow) -> Html:
    """Return a theory's row: its name, a sign an option, and its remark."""
    signs = (element("td", {"class": f"mark {status}"}, mark(status, "", SIGNS)) for status in row.marks)
    label = element("th", {"scope": "row"}, row.label)
    return element("tr", None, label, *signs, element("td", None, row.remark))


def _lint_block(matter: LintBlock) -> Html:
    lines = element("dl", None, *map(line, (*matter.places, *matter.lines)))
    summary = element("summary", None, matter.title, " ", element("small", None, matter.code))
    return element("details", None, summary, lines)


def _table(head: Iterable[str], rows: Iterable[Html], kind: str) -> Html:
    cells = (element("th", {"scope": "col"}, name) if name else element("td") for name in head)
    top = element("thead", None, element("tr", None, element("td", None), *cells))
    table = element("table", {"class": kind}, top, *rows)
    return element("div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Table"}, table)


def _section(section: Section, columns: tuple[str, ...]) -> Html:
    rows = (
        element(
            "tr",
            {"id": item.address},
            element("th", {"scope": "row"}, item.what),
            *(element("td", None, words) for words in item.figures),
        )
        for item in section.items
    )
    title = (element("h3", None, section.title),) if section.title else ()
    rest = (element("p", None, section.rest),) if section.rest else ()
    table = (_table(columns, [element("tbody", None, *rows)], "listing"),) if section.items else ()
    return joined(*title, *table, *rest)


def _grid(grid: Grid) -> Html:
    columns = len(grid.columns)
    groups = ((group.label, [_row(row, columns) for row in group.rows]) for group in grid.groups)
    return _grouped(grid.columns, groups, "grid", grid.legend)


def _grouped(
    columns: tuple[str, ...], groups: Iterable[tuple[str, list[Html]]], kind: str, legend: str
) -> Html:
    """Return a table of rows under the labels of their groups, and its legend."""
    bodies = (
        element("tbody", None, *([_band(label, len(columns))] if label else []), *rows)
        for label, rows in groups
    )
    return joined(_table(columns, bodies, kind), element("p", {"class": "legend"}, legend))


def _band(label: str, columns: int) -> Html:
    return element(
        "tr", {"class": "band"}, element("th", {"colspan": str(columns + 1), "scope": "rowgroup"}, label)
    )


def _row(row: Row, columns: int) -> Html:
    return _labelled(row.label, list(map(_cell, row.cells)), row.remark, columns)


def _labelled(label: str, cells: list[Html], remark: str, columns: int) -> Html:
    """Return one row: its cells or, if it has none, the remark in their place."""
    instead = element("td", {"colspan": str(columns), "class": "remark"}, remark)
    return element("tr", None, element("th", {"scope": "row"}, label), *(cells or [instead]))


def _cell(cell: Cell) -> Html:
    return element("td", {"class": cell.mark}, mark(cell.mark, cell.text))


def _bars(block: Bars) -> Html:
    columns = len(block.columns)
    groups = ((group.label, [_bar_row(row, columns) for row in group.rows]) for group in block.groups)
    return _grouped(block.columns, groups, "bars", block.legend)


def _bar_row(row: BarRow, columns: int) -> Html:
    cells = [element("td", {"class": one.mark}, *_bar(one)) for one in row.bars]
    return _labelled(row.label, cells, row.remark, columns)


def _bar(one: Bar) -> Iterator[Html]:
    yield bar(one)
    yield joined(one.text)
