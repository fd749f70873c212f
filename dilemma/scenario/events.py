"""From a file's text to plain data, in one walk over the parser's events.

Nothing is ever loaded by YAML's own rules: only `true`, `false`, `null`, `~` and numbers are special, and
what could surprise (aliases, tags, merges, repeated keys) is refused where it stands.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from dilemma.scenario.characters import cleaned, lines_of, refused_character, refused_characters
from dilemma.scenario.escapes import STAND_IN, hidden, revealed
from dilemma.scenario.numbers import LARGEST, parse_value
from dilemma.scenario.places import Place, Places, spanned
from dilemma.scenario.problem import UNUSABLE, Path, Problem, Spot
from dilemma.scenario.saying import figure
from dilemma.scenario.syntax import syntax_problem

__all__ = ["DEEPEST", "MOST_VALUES", "Tree", "tree_of"]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 32
MOST_VALUES = 50_000

COLON = re.compile(r"\s*:")
WHOLE = re.compile(r"[-+]?[0-9]+", re.ASCII)


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
    walk = Walk(hidden(cleaned(text)))
    walk.problems.extend(refused_characters(text))
    broken = walk.run()
    return Tree(walk.root, Places(walk.places), tuple(walk.problems), frozenset(walk.spoiled), broken)


class Open:
    """A map or list being read."""

    __slots__ = ("key", "named", "path", "rows", "start")

    def __init__(self, path: Path, start: Any, *, named: bool) -> None:
        self.path = path
        self.start = start
        self.named = named
        self.rows: Any = {} if named else []
        self.key: tuple[str, Any] | None = None  # the key that waits for its value, and its event


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

    def run(self) -> bool:
        """Walk the whole text; return whether the walk had to stop."""
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
            return True
        except Stopped:
            return True
        return False

    def document(self, event: Any) -> None:
        """Take the start of a document; only one is read."""
        self.documents += 1
        if self.documents > 1:
            self.refuse("document", "a second document starts here; a file holds one scenario", event)
            raise Stopped

    def scalar(self, event: Any) -> None:
        """Take a scalar, as a key or as a value."""
        top = self.stack[-1] if self.stack else None
        if event.anchor is not None or event.tag is not None:
            self.refuse_sharing(event)
        if top is not None and top.named and top.key is None:
            self.take_key(top, event)
        else:
            self.count(event)
            self.attach(self.value_of(event), event)

    def start(self, event: Any) -> None:
        """Take the start of a map or list."""
        top = self.stack[-1] if self.stack else None
        if event.anchor is not None or event.tag is not None:
            self.refuse_sharing(event)
        if top is not None and top.named and top.key is None:
            self.refuse("key", "a key should be plain text, not a list or a map", event)
            top.key = (UNUSABLE, event)
            path = (*top.path, UNUSABLE)
        else:
            path = self.next_path()
        self.count(event)
        if len(self.stack) == DEEPEST:
            self.refuse("depth", f"nested deeper than {DEEPEST}", event)
            raise Stopped
        self.stack.append(Open(path, event, named=isinstance(event, yaml.MappingStartEvent)))

    def end(self, event: Any) -> None:
        """Take the end of a map or list, and put it where it belongs."""
        done = self.stack.pop()
        top = self.stack[-1] if self.stack else None
        if top is not None and top.named and top.key is not None and top.key[1] is done.start:
            return  # it stood as a key, and was refused as one
        value = done.rows if done.named else tuple(done.rows)
        self.attach(value, done.start, event if done.start.flow_style else None)

    def alias(self, event: Any) -> None:
        """Refuse an alias, and read on as if nothing stood there."""
        self.refuse("alias", "an alias (*) is refused: write the value out", event)
        top = self.stack[-1] if self.stack else None
        if top is not None and top.named and top.key is None:
            top.key = (UNUSABLE, event)
        else:
            self.spoil()
            self.count(event)
            self.attach(None, event)

    def take_key(self, top: Open, event: Any) -> None:
        """Take a scalar as the next key of the map `top`."""
        text = self.text_of(event)
        if text == "<<" and event.implicit[0]:
            self.refuse("merge-key", "a merge key (<<) is refused: write the fields out", event)
            text = UNUSABLE
        elif text in top.rows:
            first = self.places[*top.path, text].key.start_mark.line + 1
            self.refuse("duplicate-key", f"'{text}' is already given on line {first}", event)
            self.spoiled.update({(text,)} if not top.path else ())
            text = UNUSABLE
        top.key = (text, event)

    def next_path(self) -> Path:
        """Return the path of the value that comes next."""
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.path, top.key[0] if top.key else len(top.rows))

    def attach(self, value: Any, start: Any, end: Any = None) -> None:
        """Put a finished value where it belongs, and note its place."""
        path = self.next_path()
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if top.key is None:
            self.places[path] = Place(None, start, end)
            top.rows.append(value)
            return
        (name, key), top.key = top.key, None
        if name == UNUSABLE:
            return
        self.places[path] = Place(key, start, end)
        if self.ends_at_comma(key, start, value):
            self.spoiled.add(path)
            message = f"'{name}' has no value; a comma ends unquoted text: put the text in quotes"
            self.problems.append(Problem(path, "comma", message, "key"))
        top.rows[name] = value

    def ends_at_comma(self, key: Any, start: Any, value: Any) -> bool:
        """Return whether a key of a flow map stands without its colon."""
        return (
            value is None
            and start.start_mark.index == start.end_mark.index
            and not COLON.match(self.text, key.end_mark.index)
        )

    def value_of(self, event: Any) -> Any:
        """Return what a scalar means: only unquoted ones may be more than text."""
        if not event.implicit[0]:
            return self.text_of(event)
        text = event.value
        if not text:
            return None
        value = parse_value(text)
        if isinstance(value, str):
            return self.text_of(event)
        if isinstance(value, float) and not abs(value) <= LARGEST:
            self.refuse("out-of-range", f"numbers beyond {figure(LARGEST)} are refused", event)
            self.spoil()
            return 0
        return int(value) if isinstance(value, float) and WHOLE.fullmatch(text) else value

    def text_of(self, event: Any) -> str:
        """Return a scalar's text; refuse what its escapes hide."""
        text = revealed(event.value, quoted=event.style == '"')
        if event.style == '"' or STAND_IN in text:
            self.check_escapes(text, event)
        return text

    def check_escapes(self, text: str, event: Any) -> None:
        """Refuse characters that came in by an escape."""
        if STAND_IN in text:
            self.refuse("character", "half of a surrogate pair; write the character itself", event)
        elif refused := refused_character(text):
            self.refuse("character", f"the character {refused} is refused: it cannot be seen", event)
        else:
            return
        self.spoil()

    def refuse_sharing(self, event: Any) -> None:
        """Refuse an anchor or a tag, and read on without it."""
        if event.anchor is not None:
            self.refuse("anchor", "an anchor (&) is refused: write the value out where it is needed", event)
        if event.tag is not None:
            self.refuse("tag", "a tag (!) is refused: values are plain", event)
            self.spoil()

    def spoil(self) -> None:
        """Mark the value that comes next as not to be judged further."""
        if self.stack:
            self.spoiled.add(self.next_path())

    def count(self, event: Any) -> None:
        """Count a value; stop where there are too many."""
        self.values += 1
        if self.values > MOST_VALUES:
            self.refuse("values", f"more than {MOST_VALUES:,} values", event)
            raise Stopped

    def refuse(self, code: str, message: str, event: Any) -> None:
        """Note a problem at an event."""
        spot: Spot = spanned(event.start_mark, event.end_mark)
        self.problems.append(Problem(self.next_path(), code, message, spot=spot))
