"""Renderer of blocks as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    Heading,
    Line,
    LintBlock,
    Listing,
    Options,
    Paragraphs,
    Row,
    Section,
    Sentences,
    SignGrid,
    Spreads,
    Strip,
    Strips,
    Table,
    Verbatim,
)
from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.words.characters import one_line

__all__ = ["markdown"]

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
BEGINS = re.compile(r"([-+=]|\d+(?=[.)]))")  # starts a list or a heading at the beginning of a line
LEAST_FENCE = 4  # backticks
TICKS = re.compile("`+")


def markdown(blocks: Iterable[Block | Chapter]) -> str:
    """Return blocks and chapters as one Markdown text."""
    return "\n\n".join(text for block in blocks for text in _texts(block)) + "\n"


def _texts(block: Block | Chapter) -> Iterator[str]:
    """Yield a block as a text; a chapter as several: its heading, its blocks with headings a level lower."""
    if not isinstance(block, Chapter):
        yield "\n".join(_draw(block))
        return
    yield f"## {_escaped(block.title)}"
    yield from ("\n".join(_deeper(one)) for one in block.blocks)


def _deeper(block: Block) -> Iterator[str]:
    """Yield a block's lines with its headings one level lower; verbatim text is not changed."""
    for line in _draw(block):
        yield f"#{line}" if line.startswith("## ") and not isinstance(block, Verbatim) else line


def _escaped(text: str) -> str:
    """Return text on one line with every sign escaped that Markdown could interpret."""
    return SPECIAL.sub(r"\\\1", one_line(text).strip())


def _paragraph(text: str) -> str:
    """Return text escaped as a paragraph: its start is not read as a list or a heading."""
    escaped = _escaped(text)
    begins = BEGINS.match(escaped)
    if not begins:
        return escaped
    place = begins.end() if begins[1].isdigit() else 0
    return f"{escaped[:place]}\\{escaped[place:]}"


def _code(text: str) -> str:
    """Return text as inline code, between more backticks than it has in sequence."""
    ticks = "`" * (max(map(len, TICKS.findall(text)), default=0) + 1)
    blank = " " if len(ticks) > 1 else ""
    return ticks + blank + one_line(text) + blank + ticks


def _under(title: str) -> Iterator[str]:
    """Yield a heading and an empty line; nothing if there is no title."""
    if title:
        yield from (f"## {_escaped(title)}", "")


def _draw(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"# {_escaped(block.title)}"
            yield ""
            yield f"*{_escaped(block.question)}*" + (f" ({_escaped(block.aside)})" if block.aside else "")
        case Grid():
            yield from _grid(block)
        case Options() | Sentences() | Commands():
            yield from _listed(block)
        case Paragraphs():
            yield from _paragraphs(block)
        case Listing() | Bars() | Strips() | Spreads() | Field() | SignGrid() | Table():
            yield from _picture(block)
        case LintBlock():
            yield from _lint_block(block)
        case Verbatim():
            yield from _verbatim(block)
        case Closing():
            yield f"*{_escaped(block.sentence)}*"
        case _:
            assert_never(block)


def _listed(block: Options | Sentences | Commands) -> Iterator[str]:
    """Yield the entries of a block as a list."""
    match block:
        case Options():
            entries = (Line(f"{one.letter} {one.name}", one.text) for one in block.entries)
            yield from (_line(entry) for entry in entries)
        case Sentences():
            yield from _under(block.title)
            yield from (_line(line) for line in block.lines)
        case Commands():
            yield from _under(block.title)
            yield from (f"- {_code(line.label)}: {_escaped(line.text)}" for line in block.lines)


def _paragraphs(block: Paragraphs) -> Iterator[str]:
    yield from _under(block.title)
    for number, text in enumerate(block.texts):
        yield from ("", _paragraph(text)) if number else (_paragraph(text),)


def _lint_block(block: LintBlock) -> Iterator[str]:
    yield f"## {_escaped(block.title)} ({_code(block.code)})"
    yield ""
    yield from (_line(line) for line in (*block.places, *block.lines))


def _verbatim(block: Verbatim) -> Iterator[str]:
    yield from _under(block.title)
    fence = "`" * max(LEAST_FENCE, *(len(ticks) + 1 for ticks in TICKS.findall(block.text)), 0)
    yield from (fence, block.text, fence)


def _strip(strip: Strip) -> Iterator[str]:
    """Yield a strip in words: its title and the turns of each track."""
    yield ""
    yield f"**{_escaped(strip.title)}** ({_escaped(strip.aside)}; {_code(strip.address)})"
    yield ""
    yield from (f"- {_paragraph(track.label)}: {_escaped(track.text)}" for track in strip.tracks)


def _picture(block: Listing | Bars | Strips | Spreads | Field | SignGrid | Table) -> Iterator[str]:
    """Yield the words or signs of a block that other media draw as a picture."""
    match block:
        case SignGrid():
            yield from _signs(block)
        case Table():
            yield from _words(block)
        case Listing():
            for section in block.sections:
                yield from _section(section, block.columns)
            yield _paragraph(block.legend)
        case Bars():
            yield from _bars(block)
        case Strips():
            yield f"## {_escaped(block.title)}"
            for strip in block.strips:
                yield from _strip(strip)
        case Spreads():
            yield from _under(block.title)
            yield from (
                f"- **{_escaped(one.title)}** ({_code(one.address)}): {_escaped(f'{one.aside}; {one.words}')}"
                for one in block.spreads
            )
        case Field():
            yield from _under(block.title)
            yield from (f"    {row}" for row in block.marked_rows)
            yield ""
            yield _escaped(f"Up: {block.up}. Across: {block.across}. {block.legend}")


def _signs(grid: SignGrid) -> Iterator[str]:
    """Yield signs as a table, with a last column for remarks if any row has one."""
    remarks = any(row.remark for group in grid.groups for row in group.rows)
    columns = (*grid.columns, "") if remarks else grid.columns
    groups = (
        (
            group.label,
            [
                f"| {_escaped(row.label)} |"
                + "".join(f" {SIGNS[mark]} |" for mark in row.marks)
                + (f" {_escaped(row.remark)} |" if remarks else "")
                for row in group.rows
            ],
        )
        for group in grid.groups
    )
    yield from _grouped(columns, "---|", groups, grid.legend)
    if grid.foot:
        yield ""
    yield from (_line(line) for line in grid.foot)


def _words(table: Table) -> Iterator[str]:
    yield from _under(table.title)
    if table.rows:
        yield f"| |{'|'.join(f' {_escaped(name)} ' for name in table.columns)}|"
        yield "|---|" + "---|" * len(table.columns)
    yield from (f"| {' | '.join(_escaped(word) for word in row)} |" for row in table.rows)
    if table.rest:
        yield from ("", _paragraph(table.rest)) if table.rows else (_paragraph(table.rest),)


def _line(line: Line) -> str:
    return f"- **{_escaped(line.label)}**" + (f": {_escaped(line.text)}" if line.text else "")


def _section(section: Section, columns: tuple[str, ...]) -> Iterator[str]:
    yield from _under(section.title)
    if section.items:
        yield f"| | address | {' | '.join(_escaped(name) for name in columns)} |"
        yield "|---|---|" + "---|" * len(columns)
    for item in section.items:
        figures = " | ".join(_escaped(text) for text in item.figures)
        address = _code(item.address).replace("|", r"\|")  # a cell ends at an unescaped |, even in code
        yield f"| {_escaped(item.what)} | {address} | {figures} |"
    if section.rest:
        yield from (("", _paragraph(section.rest)) if section.items else (_paragraph(section.rest),))
    yield ""


def _grid(grid: Grid) -> Iterator[str]:
    columns = len(grid.columns)
    groups = ((group.label, [_row(row, columns) for row in group.rows]) for group in grid.groups)
    yield from _grouped(grid.columns, "---|", groups, grid.legend)


def _bars(block: Bars) -> Iterator[str]:
    columns = len(block.columns)
    groups = ((group.label, [_bar_row(row, columns) for row in group.rows]) for group in block.groups)
    yield from _grouped(block.columns, "---:|", groups, block.legend)


def _grouped(
    columns: tuple[str, ...], rule: str, groups: Iterable[tuple[str, list[str]]], legend: str
) -> Iterator[str]:
    """Yield a table of rows under the labels of their groups, and its legend."""
    yield "| |" + "|".join(f" {_escaped(name)} " for name in columns) + "|"
    yield "|---|" + rule * len(columns)
    for label, rows in groups:
        if label:
            yield f"| **{_escaped(label)}** |" + " |" * len(columns)
        yield from rows
    yield ""
    yield _paragraph(legend)


def _row(row: Row, columns: int) -> str:
    return _labelled(row.label, [_cell(cell) for cell in row.cells], row.remark, columns)


def _bar_row(row: BarRow, columns: int) -> str:
    return _labelled(row.label, [_bar(bar) for bar in row.bars], row.remark, columns)


def _labelled(label: str, cells: list[str], remark: str, columns: int) -> str:
    """Return one row of a table: its cells, or its remark if it has none."""
    if not cells:
        return f"| {_escaped(label)} | · {_escaped(remark)} |" + " |" * (columns - 1)
    told = f"{label} ({remark})" if remark else label
    return f"| {_escaped(told)} |" + "|".join(cells) + "|"


def _bar(bar: Bar) -> str:
    return f" {SIGNS_BESIDE[bar.mark]} {_escaped(bar.text)} "


def _cell(cell: Cell) -> str:
    return f" {SIGNS_BESIDE[cell.mark]} {_escaped(cell.text)}".rstrip() + " "
