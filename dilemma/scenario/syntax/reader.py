"""From a file's text to plain data, in one walk over the parser's events.

YAML's own rules for values are never used, and what could surprise (aliases, tags, merges, repeated keys,
a second document) is refused where it stands. The walk goes on past whatever it can.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, NoReturn

import yaml

from dilemma.scenario.problem import UNUSABLE, Path, Problem
from dilemma.scenario.syntax.characters import cleaned, lines_of, refused_characters
from dilemma.scenario.syntax.clean import DEEPEST, LOADER, MOST_VALUES, clean_data
from dilemma.scenario.syntax.errors import syntax_problem
from dilemma.scenario.syntax.escapes import hidden
from dilemma.scenario.syntax.positions import Place, Places, spanned
from dilemma.scenario.syntax.scalars import Refused, text_of, value_of

__all__ = ["Tree", "tree_of", "walked"]

COLON = re.compile(r"\s*:")


class Tree(NamedTuple):
    """A file as plain data: dicts with text keys, tuples, text, numbers, truths and None.

    `problems` holds what the walk refused, `spoiled` the paths whose values are not to be trusted;
    `broken` is true where the walk had to stop.
    """

    data: Any
    places: Places
    problems: tuple[Problem, ...]
    spoiled: frozenset[Path]
    broken: bool


def tree_of(text: str) -> Tree:
    """Return the data a file's text writes, with the place of each value and all that is refused."""
    written = hidden(cleaned(text))
    data = clean_data(text) if written == text else None
    if data is not None:
        return Tree(data, Places(lambda: walked(text).places), (), frozenset(), broken=False)
    walk = walked(written)
    problems = (*refused_characters(text), *walk.problems)
    return Tree(walk.root, Places(lambda: walk.places), problems, frozenset(walk.spoiled), walk.broken)


def walked(written: str) -> Walk:
    """Return the state in which a walk over the whole text ends.

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


class Open:
    """A map or list being read; `key` waits for its value, `key_event` is where it stands."""

    __slots__ = ("is_map", "key", "key_event", "path", "rows", "start")

    def __init__(self, path: Path, start: Any) -> None:
        self.path = path
        self.start = start
        self.is_map = isinstance(start, yaml.MappingStartEvent)
        self.rows: Any = {} if self.is_map else []
        self.key: str | None = None
        self.key_event: Any = None


class Stopped(Exception):
    """The walk met something it will not read past."""


class Walk:
    """The state of one walk."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = None
        self.stack: list[Open] = []
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.spoiled: set[Path] = set()
        self.values = 0
        self.documents = 0
        self.stopped = False
        self.refused_at: int | None = None

    @property
    def broken(self) -> bool:
        """Whether the walk ended before the text did."""
        return self.stopped or self.refused_at is not None

    def run(self) -> None:
        """Walk the whole text; note where YAML's parser refuses it, or that the walk stopped of itself."""
        steps = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.start,
            yaml.SequenceStartEvent: self.start,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        try:
            for event in yaml.parse(self.text, LOADER):
                step = steps.get(type(event))
                if step:
                    step(event)
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(error, lines_of(self.text)))
            mark = getattr(error, "problem_mark", None)
            self.refused_at = mark.index if mark else 0
        except Stopped:
            self.stopped = True

    def document(self, event: Any) -> None:
        """Take the start of a document; only one is read."""
        self.documents += 1
        if self.documents > 1:
            self.stop("document", "a second document starts here; a file holds one scenario", event)

    def scalar(self, event: Any) -> None:
        """Take a scalar, as a key or as a value."""
        if event.anchor is not None or event.tag is not None:
            self.refuse_sharing(event)
        if self.wants_key():
            self.take_key(event)
            return
        self.count(event)
        value = value_of(event)
        if isinstance(value, Refused):
            self.refuse(*value, event)
            self.spoil()
            value = None
        self.attach(value, event)

    def start(self, event: Any) -> None:
        """Take the start of a map or list."""
        if event.anchor is not None or event.tag is not None:
            self.refuse_sharing(event)
        if self.wants_key():
            self.refuse("key", "a key should be plain text, not a list or a map", event)
            self.stack[-1].key, self.stack[-1].key_event = UNUSABLE, event
        self.count(event)
        if len(self.stack) == DEEPEST:
            self.stop("depth", f"nested deeper than {DEEPEST}", event)
        self.stack.append(Open(self.next_path(), event))

    def end(self, event: Any) -> None:
        """Take the end of a map or list, and put it where it belongs."""
        done = self.stack.pop()
        if self.stack and self.stack[-1].key_event is done.start:
            return  # it stood as a key, and was refused as one
        self.attach(
            done.rows if done.is_map else tuple(done.rows),
            done.start,
            event if done.start.flow_style else None,
        )

    def alias(self, event: Any) -> None:
        """Refuse an alias, and read on as if nothing stood there."""
        self.refuse("alias", "an alias (*) is refused: write the value out", event)
        if self.wants_key():
            self.stack[-1].key, self.stack[-1].key_event = UNUSABLE, event
        else:
            self.count(event)
            self.spoil()
            self.attach(None, event)

    def wants_key(self) -> bool:
        """Return whether a key comes next."""
        return bool(self.stack) and self.stack[-1].is_map and self.stack[-1].key is None

    def take_key(self, event: Any) -> None:
        """Take a scalar as the next key of the map being read."""
        top = self.stack[-1]
        text = text_of(event)
        if isinstance(text, Refused):
            self.refuse(*text, event)
            text = UNUSABLE
        elif text == "<<" and event.implicit[0]:
            self.refuse("merge-key", "a merge key (<<) is refused: write the fields out", event)
            text = UNUSABLE
        elif text in top.rows:
            first = self.places[*top.path, text].key.start_mark.line + 1
            self.refuse("duplicate-key", f"'{text}' is already given on line {first}", event)
            self.spoiled.update({(text,)} if not top.path else ())
            text = UNUSABLE
        top.key, top.key_event = text, event

    def attach(self, value: Any, start: Any, end: Any = None) -> None:
        """Put a finished value where it belongs, and note its place."""
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        name = top.key
        if name is None:
            self.places[*top.path, len(top.rows)] = Place(None, start, end)
            top.rows.append(value)
            return
        if name != UNUSABLE:
            path = (*top.path, name)
            self.places[path] = Place(top.key_event, start, end)
            top.rows[name] = value
            if value is None and top.start.flow_style:
                self.refuse_bare_key(path, top.key_event, start)
        top.key = top.key_event = None

    def refuse_bare_key(self, path: Path, key: Any, value: Any) -> None:
        """Refuse a key of a flow map that stands without a colon: text that a comma cut in two."""
        is_empty = value.start_mark.index == value.end_mark.index
        if is_empty and not COLON.match(self.text, key.end_mark.index):
            after_comma = "; a comma ends unquoted text: put the text in quotes"
            message = f"'{path[-1]}' has no value" + (after_comma if len(self.stack[-1].rows) > 1 else "")
            spot = spanned(key.start_mark, key.end_mark)  # known, even if the map around it is never closed
            self.problems.append(Problem(path, "no-value", message, spot=spot))
            self.spoiled.add(path)

    def refuse_sharing(self, event: Any) -> None:
        """Refuse an anchor or a tag, and read on without it."""
        if event.anchor is not None:
            self.refuse("anchor", "an anchor (&) is refused: write the value out where it is needed", event)
        if event.tag is not None:
            self.refuse("tag", "a tag (!) is refused: values are plain", event)
            self.spoil()

    def next_path(self) -> Path:
        """Return the path of the value that comes next."""
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.path, len(top.rows) if top.key is None else top.key)

    def spoil(self) -> None:
        """Mark the value that comes next as not to be judged further."""
        if self.stack and not self.wants_key():
            self.spoiled.add(self.next_path())

    def count(self, event: Any) -> None:
        """Count a value; stop where there are too many."""
        self.values += 1
        if self.values > MOST_VALUES:
            self.stop("values", f"more than {MOST_VALUES:,} values", event)

    def refuse(self, code: str, message: str, event: Any) -> None:
        """Note a problem at an event."""
        spot = spanned(event.start_mark, event.end_mark)
        path = self.stack[-1].path if self.wants_key() else self.next_path()
        self.problems.append(Problem(path, code, message, spot=spot))

    def stop(self, code: str, message: str, event: Any) -> NoReturn:
        """Note a problem of the file as a whole, and end the walk."""
        self.problems.append(Problem((), code, message, spot=spanned(event.start_mark, event.end_mark)))
        raise Stopped
