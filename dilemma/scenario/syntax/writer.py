"""Plain data written as YAML: in flow notation on one line, or as the blocks of a whole file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from dilemma.scenario.numbers import parse_value

__all__ = ["flow", "number_text", "yaml_text"]

WIDTH = 110  # columns of a file
BREAK = 100  # columns after which a text goes on in the next line; the word that stands there is not broken
INDENT = 2
ENDLESS = 100_000_000  # columns: more than any text has
SIGNS = 4  # a colon, a comma and two blanks, about what an entry in flow notation takes beside its words
EXACT = 1 << 53  # up to here every whole number is a float

DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
MISREAD = re.compile(
    r"[-+]?\.?\d[\w.:,+-]*|[-+]?\.(inf|nan)|y|n|yes|no|on|off|true|false|null|=", re.ASCII | re.IGNORECASE
)
"""Text that other readers of YAML take for a number, a truth or nothing."""


def number_text(number: float) -> str:
    """Return a number as a file writes it, exactly: `5`, `0.3`, `1e-05`."""
    is_whole = abs(number) < EXACT and float(number).is_integer()
    return str(int(number)) if is_whole else repr(number)


def flow(value: Any) -> str:
    """Return plain data on one line: `[0.1, 0.3]`, `{low: 1, best: 2, high: 3}`, `lives * 0.3`, `"2023"`."""
    return emitted(flow_events(value), ENDLESS) if value != "" else '""'


def yaml_text(data: Mapping[str, Any]) -> str:
    """Return a map as the text of a file.

    A map is written on one line where it fits, else as a block; lists are written on one line, except lists
    of maps. A blank line stands before each block at the top.
    """
    parts: list[str] = []
    for key, value in data.items():
        is_block = needs_block(value, len(key))
        start = MappingStartEvent(None, None, implicit=True, flow_style=False)
        events = (start, scalar_event(key), *block_events(value, len(key), INDENT), MappingEndEvent())
        parts.append(("\n" if is_block and parts else "") + emitted(events, BREAK) + "\n")
    return "".join(parts)


def emitted(events: Iterable[Event], width: int) -> str:
    """Return the text of a document with these events inside, without the end of its last line."""
    stream = io.StringIO()
    whole = (StreamStartEvent(), DocumentStartEvent(explicit=False), *events)
    end = (DocumentEndEvent(explicit=False), StreamEndEvent())
    yaml.emit((*whole, *end), stream, width=width, indent=INDENT, allow_unicode=True)
    return stream.getvalue().removesuffix("\n").removesuffix("\n...")


def flow_events(value: Any) -> Iterator[Event]:
    """Yield the events of plain data on one line."""
    if isinstance(value, Mapping):
        yield MappingStartEvent(None, None, implicit=True, flow_style=True)
        for key, item in value.items():
            yield scalar_event(key)
            yield from flow_events(item)
        yield MappingEndEvent()
    elif isinstance(value, list | tuple):
        yield SequenceStartEvent(None, None, implicit=True, flow_style=True)
        for item in value:
            yield from flow_events(item)
        yield SequenceEndEvent()
    elif isinstance(value, str) and "\n" in value:
        yield ScalarEvent(None, None, (False, True), value, style='"')
    else:
        yield scalar_event(value)


def block_events(value: Any, column: int, indent: int) -> Iterator[Event]:
    """Yield the events of plain data after so many columns: in blocks what does not fit on a line.

    `indent` is that of the entries of a map that is a block.
    """
    if not needs_block(value, column):
        yield from flow_events(value)
    elif isinstance(value, Mapping):
        yield MappingStartEvent(None, None, implicit=True, flow_style=False)
        for key, item in value.items():
            yield scalar_event(key)
            yield from block_events(item, indent + len(key), indent + INDENT)
        yield MappingEndEvent()
    elif isinstance(value, list | tuple):
        yield SequenceStartEvent(None, None, implicit=True, flow_style=False)
        for item in value:
            yield from block_events(item, indent, indent)
        yield SequenceEndEvent()
    else:
        yield ScalarEvent(None, None, (False, True), value, style="|")


def needs_block(value: Any, column: int) -> bool:
    """Return whether plain data after so many columns is better written as a block than on one line."""
    if isinstance(value, Mapping):
        return column + length(value) > WIDTH
    if isinstance(value, list | tuple):
        return any(isinstance(item, Mapping) for item in value)
    return isinstance(value, str) and "\n" in value.strip("\n")


def length(value: Any) -> int:
    """Return about how many columns plain data takes on one line; endless ones for several lines."""
    if isinstance(value, Mapping):
        return sum(len(key) + SIGNS + length(item) for key, item in value.items())
    if isinstance(value, list | tuple):
        return sum(SIGNS + length(item) for item in value)
    return ENDLESS if isinstance(value, str) and "\n" in value else len(str(value))


MERGE = "<<"  # read as an order to merge maps unless it is quoted


def scalar_event(value: Any) -> Event:
    """Return the event of a text, number, truth or None; quoted where the text would be read as another."""
    if value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, str):
        is_misread = parse_value(value) != value or (MISREAD.fullmatch(value) and not DAY.fullmatch(value))
        if is_misread or value in ("", MERGE):
            return ScalarEvent(None, None, (False, True), value, style='"')
        text = value
    else:
        text = number_text(value)
    return ScalarEvent(None, None, (True, True), text)
