"""Reader of a file's text into plain data, in one pass over the parser's events.

YAML's own rules for scalars are never used. Aliases, tags, merge keys, repeated keys and a second document
are refused, each with a problem at its position. The walk continues after a problem if it can.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from dilemma.scenario.problem import UNUSABLE, Marks, Path, Problem
from dilemma.scenario.syntax.characters import cleaned, refused_characters
from dilemma.scenario.syntax.errors import syntax_problem
from dilemma.scenario.syntax.escapes import with_stand_ins
from dilemma.scenario.syntax.framing import without_frame
from dilemma.scenario.syntax.positions import Place, Places, span_of
from dilemma.scenario.syntax.scalars import Refused, scalar_of, text_of

__all__ = ["DEEPEST", "LOADER", "MOST_VALUES", "Tree", "tree_of"]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 32
MOST_VALUES = 50_000

COLON = re.compile(r"\s*:")


class Tree(NamedTuple):
    """A file as plain data: dicts with text keys, tuples, text, numbers, truths and None.

    `problems` holds what the walk refused, `spoiled` the paths of values that are not reliable; `broken` is
    true if the walk ended before the text.
    """

    data: Any
    places: Marks
    problems: tuple[Problem, ...]
    spoiled: frozenset[Path]
    broken: bool


def tree_of(text: str) -> Tree:
    """Return the data in a file's text, with the position of each value and all problems."""
    readable = cleaned(text)
    bare, around = without_frame(readable)
    walk = completed_walk(with_stand_ins(bare))
    unseen = () if readable == text else refused_characters(text)
    problems = (*unseen, *((around,) if around else ()), *walk.problems)
    return Tree(walk.data, Places(walk.top), problems, frozenset(walk.spoiled), walk.broken)


def completed_walk(written: str) -> Walk:
    """Return the state of a walk after it has read the whole text.

    YAML's scanner reads up to 1,024 characters ahead of the events it gives, so it may refuse a text before
    it gives an event at which the walk itself would have stopped. The text before the refusal is therefore
    walked again: if that walk stops of itself, its problem comes first and is the one reported.
    """
    walk = Walk(written)
    walk.run()
    if walk.refused_at is not None:
        before = Walk(written[: walk.refused_at])
        before.run()
        if before.stopped:
            return before
    return walk


class Stopped(Exception):
    """Raised when the walk cannot continue."""


class Walk:
    """The state of one walk.

    A method that reads a map or list takes its path. The path of a value in it is built only if needed: to
    read a nested map or list, or to report a problem.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.data: Any = None
        self.top: Place | None = None
        self.problems: list[Problem] = []
        self.spoiled: set[Path] = set()
        self.values = 0
        self.stopped = False
        self.refused_at: int | None = None
        self.events = iter(LOADER(text).get_event, None)

    @property
    def broken(self) -> bool:
        """Whether the walk ended before the text."""
        return self.stopped or self.refused_at is not None

    def run(self) -> None:
        """Walk the whole text; record where YAML's parser refuses it, or that the walk stopped."""
        try:
            self.read_documents()
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(error, self.text))
            mark = getattr(error, "problem_mark", None)
            self.refused_at = mark.index if mark else 0
        except Stopped:
            self.stopped = True

    def read_documents(self) -> None:
        """Read the one document that a file may hold; stop at a second one."""
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop("document", "a second document starts here; a file holds one scenario", event)
            elif isinstance(event, NodeEvent):
                self.data = self.document_value(event)

    def document_value(self, event: Any) -> Any:
        """Return the value of the document that an event starts."""
        self.refuse_sharing(event, ())
        if type(event) is AliasEvent:
            return None
        if type(event) is ScalarEvent:
            value = scalar_of(event)
            return self.refuse_value(value, event, ()) if isinstance(value, Refused) else value
        self.top = Place(event)
        return self.contents(event, (), self.top)

    def rows_of(self, path: Path, place: Place, *, in_flow: bool) -> dict[str, Any]:
        """Read the rest of the map that starts at a place, and return it."""
        rows: dict[str, Any] = {}
        for key in self.events:
            if type(key) is MappingEndEvent:
                place.end = key if in_flow else None
                break
            name = self.key_of(key, path, place.keys)
            event = next(self.events)
            value = self.value_of(event, path, name, place)
            if name is not UNUSABLE:
                rows[name] = value
                if value is None and in_flow:
                    self.refuse_bare_key(key, event, (*path, name), is_first=len(rows) == 1)
        return rows

    def items_of(self, path: Path, place: Place, *, in_flow: bool) -> tuple[Any, ...]:
        """Read the rest of the list that starts at a place, and return it."""
        items: list[Any] = []
        for event in self.events:
            if type(event) is SequenceEndEvent:
                place.end = event if in_flow else None
                break
            items.append(self.value_of(event, path, len(items), place))
        return tuple(items)

    def value_of(self, event: Any, above: Path, name: str | int, place: Place) -> Any:
        """Return the value that an event is or starts, and record its place in its map or list."""
        if type(event) is not ScalarEvent:
            return self.branch(event, (*above, name), place)
        place.values[name] = event
        if event.anchor is not None or event.tag is not None:
            self.refuse_sharing(event, (*above, name))
        self.values += 1
        if self.values > MOST_VALUES:
            self.stop_at_limit(event)
        value = scalar_of(event)
        return self.refuse_value(value, event, (*above, name)) if type(value) is Refused else value

    def branch(self, event: Any, path: Path, place: Place) -> Any:
        """Return the map or list that starts here; None for an alias."""
        self.refuse_sharing(event, path)
        if type(event) is not AliasEvent:
            inside = place.values[path[-1]] = Place(event)
            return self.contents(event, path, inside)
        place.values[path[-1]] = event
        self.count(event)
        return None

    def contents(self, start: Any, path: Path, place: Place) -> Any:
        """Return the map or list that starts here; stop if it is nested too deep."""
        self.count(start)
        if len(path) == DEEPEST:
            self.stop("depth", f"nested deeper than {DEEPEST}", start)
        read = self.rows_of if type(start) is MappingStartEvent else self.items_of
        return read(path, place, in_flow=bool(start.flow_style))

    def key_of(self, event: Any, path: Path, keys: dict[str | int, Any]) -> str:
        """Return the key of an event in the map at a path, and record it; UNUSABLE if it is refused."""
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
            name = text_of(event)
            if type(name) is str and name not in keys and name != "<<":
                keys[name] = event
                return name
        return self.odd_key(event, path, keys)

    def odd_key(self, event: Any, path: Path, keys: dict[str | int, Any]) -> str:
        """Return a key that is not a simple new one; UNUSABLE, with a problem, if it is refused."""
        self.refuse_sharing(event, path, is_key=True)
        if type(event) is AliasEvent:
            return UNUSABLE
        if type(event) is not ScalarEvent:
            self.refuse("key", "a key should be plain text, not a list or a map", event, path)
            self.contents(event, (*path, UNUSABLE), Place(event))
            return UNUSABLE
        name = text_of(event)
        if isinstance(name, Refused):
            self.refuse(*name, event, path)
        elif name == "<<" and event.implicit[0]:
            self.refuse("merge-key", "a merge key (<<) is refused: write the fields out", event, path)
        elif name in keys:
            first = keys[name].start_mark.line + 1
            self.refuse("duplicate-key", f"'{name}' is already given on line {first}", event, path)
            self.spoiled.update({(name,)} if not path else ())
        else:
            keys[name] = event
            return name
        return UNUSABLE

    def refuse_bare_key(self, key: Any, value: Any, path: Path, *, is_first: bool) -> None:
        """Refuse a key of a flow map that has no colon: text that a comma cut in two."""
        is_empty = value.start_mark.index == value.end_mark.index
        if is_empty and not COLON.match(self.text, key.end_mark.index):
            name = path[-1]
            remedy = "write decimals with a point" if str(name).isdecimal() else "put the text in quotes"
            after_comma = "" if is_first else f"; a comma ends unquoted text: {remedy}"
            self.refuse("no-value", f"'{name}' has no value{after_comma}", key, path)
            self.spoiled.add(path)

    def refuse_sharing(self, event: Any, path: Path, *, is_key: bool = False) -> None:
        """Refuse an alias, an anchor or a tag, and continue without it."""
        is_alias, tag = type(event) is AliasEvent, getattr(event, "tag", None)
        if is_alias:
            self.refuse("alias", "an alias (*) is refused: write the value out", event, path)
        elif event.anchor is not None:
            anchor = "an anchor (&) is refused: write the value out where it is needed"
            self.refuse("anchor", anchor, event, path)
        if tag is not None:
            self.refuse("tag", "a tag (!) is refused: values are plain", event, path)
        if path and not is_key and (is_alias or tag is not None):
            self.spoiled.add(path)

    def refuse_value(self, why: Refused, event: Any, path: Path) -> None:
        """Refuse a scalar whose value is not allowed; its value is None."""
        self.refuse(*why, event, path)
        if path:
            self.spoiled.add(path)

    def count(self, event: Any) -> None:
        """Count a value; stop if there are too many."""
        self.values += 1
        if self.values > MOST_VALUES:
            self.stop_at_limit(event)

    def stop_at_limit(self, event: Any) -> NoReturn:
        """End the walk because there are too many values."""
        self.stop("values", f"more than {MOST_VALUES:,} values", event)

    def refuse(self, code: str, message: str, event: Any, path: Path) -> None:
        """Record a problem of the value at a path, at the position of an event."""
        spot = span_of(event.start_mark, event.end_mark)
        self.problems.append(Problem(path, code, message, spot=spot))

    def stop(self, code: str, message: str, event: Any) -> NoReturn:
        """Record a problem of the file as a whole, and end the walk."""
        self.refuse(code, message, event, ())
        raise Stopped
