"""Shipped files with random edits: of bytes, of tokens, or of the tree of maps, lists and values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, Final

from dilemma.scenario.document import source_of
from dilemma.scenario.structure.canonical import canonical
from dilemma.scenario.structure.shapes import scenario_shape
from tests.fuzz.inputs import EDITS, SHIPPED, TOKENS, mutated

__all__ = ["edited_tree", "shipped_case"]

LARGEST: Final = 30_000  # bytes of a file: a larger one takes too long for many cases

EXTREMES: Final[tuple[Any, ...]] = (
    *(0, 1, -1, 1e-300, 5e-324, -5e-324, 1e15, 1e300, 1.7e308, -1.7e308, 2**53 + 1, 10**40, 0.1 + 0.2),
    *("1/3", "33.3%", "1e-320", "9" * 400, "0." + "0" * 330 + "1", ".nan", ".inf", True, None, "", [], {}),
    *([0, 0, 0], [0.1, 0.1, 0.2], [1, 1 + 2**-52, 1 + 2**-51], [5e-324, 1e-300, 1e300], [1e-9, 1], [3, 2, 1]),
    *({"low": 1e-300, "best": 1, "high": 1e300, "scale": "log"}, {"mean": 1, "sd": 1e-300}),
    *({"p5": 1, "p50": 2, "p95": 1e9}, {"value": 1, "because": "So."}, {"values": [1, 2], "chances": [0, 1]}),
)

FACTORS: Final = (0.5, 2, -1, 0.999, 1e3, 1e-9, 1e150, 1e-150, 1e300)


@cache
def shipped_texts() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the texts of the shipped files, and how often each is chosen: the smaller, the more often."""
    paths = sorted(SHIPPED.rglob("*.yaml"))
    texts = tuple(path.read_text(encoding="utf-8") for path in paths if path.stat().st_size < LARGEST)
    return texts, tuple(1 / len(text) for text in texts)


def shipped_case(random: Random) -> bytes:
    """Return a shipped file with a few edits of its bytes and tokens, or of its tree."""
    texts, chances = shipped_texts()
    text = random.choices(texts, chances)[0]
    return mutated((text,), random) if random.random() < 0.5 else edited_tree(text, random)


def edited_tree(text: str, random: Random) -> bytes:
    """Return a file as JSON with a few edits of its tree."""
    tree = json.loads(tree_as_json(text))
    for _ in range(min(EDITS, 1 + int(random.expovariate(1)))):  # most often one: half stay valid
        _edit(tree, random)
    return json.dumps(tree, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")


@cache
def tree_as_json(text: str) -> str:
    """Return what a file says, in canonical form, as JSON."""
    return json.dumps(canonical(source_of(text.encode(), "shipped.yaml").tree.data, scenario_shape()))


def _edit(tree: Any, random: Random) -> None:
    """Change one place of a tree: most often a number, so that much stays valid."""
    places = list(_places(tree))
    if not places:
        return
    holder, key = random.choice(places)
    other, elsewhere = random.choice(places)
    value = holder[key]
    match random.randrange(14):
        case 0:
            del holder[key]
        case 1:
            holder[key] = _copy(other[elsewhere])
        case 2:
            holder[key] = random.choice(TOKENS)
        case 3 if isinstance(holder, dict):
            holder[random.choice((*TOKENS, *map(str, other)))] = holder.pop(key)
        case 4 if isinstance(value, dict | list) and value:
            _repeat(value, random)
        case 5:
            holder[key] = [_copy(value) for _ in range(random.choice((1, 2, 40)))]
        case _:
            numbers = [place for place in places if _is_number(place[0][place[1]])]
            holder, key = random.choice(numbers or places)
            number = holder[key]
            scaled = number * random.choice(FACTORS) if _is_number(number) else number
            holder[key] = scaled if random.random() < 0.5 else _copy(random.choice(EXTREMES))


def _repeat(value: Any, random: Random) -> None:
    """Add copies of an entry of a map or a list to it."""
    times = random.choice((1, 1, 2, 3, 12))
    if isinstance(value, list):
        value.extend(_copy(random.choice(value)) for _ in range(times))
        return
    key = random.choice([*value])
    for number in range(times):
        value[f"{key}-{number}"] = _copy(value[key])


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the holder and key of every value of a tree."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _copy(value: Any) -> Any:
    return json.loads(json.dumps(value))
