"""From plain Python data to what a file would have given: text keys, tuples, and nothing strange."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.scenario.characters import refused_character
from dilemma.scenario.events import DEEPEST, MOST_VALUES
from dilemma.scenario.numbers import LARGEST
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.saying import called, figure

__all__ = ["frozen", "strange"]


def strange(value: Any, path: Path = ()) -> Iterator[Problem]:
    """Yield what no file could have given: keys that are not text, numbers too large, other types."""
    if len(path) > DEEPEST:
        yield Problem(path, "depth", f"nested deeper than {DEEPEST}")
        return
    match value:
        case Mapping():
            for key, item in value.items():
                if not isinstance(key, str):
                    yield Problem((*path, str(key)), "key", f"a key should be text, not {called(key)}", "key")
                else:
                    yield from strange(item, (*path, key))
        case tuple() | list():
            for position, item in enumerate(value):
                yield from strange(item, (*path, position))
        case str():
            if refused := refused_character(value):
                yield Problem(path, "character", f"the character {refused} is refused: it cannot be seen")
        case None | bool():
            return
        case int() | float():
            if not abs(value) <= LARGEST:
                yield Problem(path, "out-of-range", f"numbers beyond {figure(LARGEST)} are refused")
        case _:
            yield Problem(path, "type", f"should be plain data, not {called(value)}")


def frozen(value: Any) -> Any:
    """Return plain data with every map a dict of its own and every list a tuple."""
    if isinstance(value, Mapping):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(frozen(item) for item in value) if isinstance(value, tuple | list) else value
