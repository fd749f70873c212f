"""A file in which nothing has to be refused, read without a note of where each value stands.

Almost every file is one, and to keep the parser's events takes as long as all the rest of reading. What
this does not take for clean, `events` walks again, and says why.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from dilemma.scenario.syntax.scalars import Refused, text_of, value_of

__all__ = ["DEEPEST", "LOADER", "MOST_VALUES", "clean_data"]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 32
MOST_VALUES = 50_000

Following = Callable[[], Any]
"""Returns the parser's next event."""


class Unclear(Exception):
    """Something stands here that may have to be refused."""


def clean_data(text: str) -> dict[str, Any] | None:
    """Return the map a file's text writes, or None where anything in it may have to be refused."""
    try:
        following = islice(iter(LOADER(text).get_event, None), MOST_VALUES).__next__
        expect(yaml.StreamStartEvent, following())
        expect(yaml.DocumentStartEvent, following())
        data = rows_of(expect(MappingStartEvent, following()), following, 1)
        expect(yaml.DocumentEndEvent, following())
        expect(yaml.StreamEndEvent, following())
    except (yaml.YAMLError, Unclear, StopIteration):
        return None
    return data


def expect(kind: type[Any], event: Any) -> Any:
    """Return the event; raise Unclear unless it is of the kind."""
    if type(event) is not kind:
        raise Unclear
    return event


def rows_of(start: Any, following: Following, depth: int) -> dict[str, Any]:
    """Return the map that starts here."""
    if start.anchor is not None or start.tag is not None or depth > DEEPEST:
        raise Unclear
    rows: dict[str, Any] = {}
    while type(key := following()) is ScalarEvent:
        name = text_of(key)
        if isinstance(name, Refused):
            raise Unclear
        if key.anchor is not None or key.tag is not None or name in rows or name == "<<":
            raise Unclear
        value = rows[name] = value_at(following(), following, depth)
        if value is None and start.flow_style:  # perhaps text that a comma cut in two
            raise Unclear
    expect(MappingEndEvent, key)
    return rows


def items_of(start: Any, following: Following, depth: int) -> tuple[Any, ...]:
    """Return the list that starts here."""
    if start.anchor is not None or start.tag is not None or depth > DEEPEST:
        raise Unclear
    items: list[Any] = []
    while type(event := following()) is not SequenceEndEvent:
        items.append(value_at(event, following, depth))
    return tuple(items)


def value_at(event: Any, following: Following, depth: int) -> Any:
    """Return the value that an event is, or starts."""
    kind = type(event)
    if kind is ScalarEvent:
        value = value_of(event)
        if event.anchor is not None or event.tag is not None or type(value) is Refused:
            raise Unclear
        return value
    if kind is MappingStartEvent:
        return rows_of(event, following, depth + 1)
    return items_of(expect(SequenceStartEvent, event), following, depth + 1)
