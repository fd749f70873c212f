"""The quick check of perspectives: it finds what a check of everything finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest

from dilemma import load
from dilemma.frameworks.registry import theories
from dilemma.scenario.problem import Problem
from dilemma.scenario.validation import validate as checking
from dilemma.scenario.validation.perspectives import perspective_problems
from tests.support.samples import EVERY_SCENARIO

ALTERATIONS = 12

VALUES = (
    *(0, 0.3, 1, -0.5, 7, 1e14, 2e15, True, None),
    *((0.1, 0.2), (0.4, 0.2), (1, 2, 3, 4), ()),
    *({"low": 0, "best": 1, "high": 2}, {"low": 0, "best": 1, "high": 2, "scale": "log"}, {"best": 1}, {}),
    *(
        {"value": 0.3, "because": "x"},
        {"value": -2},
        {"value": 1, "because": 3},
        {"best": 0.4, "kind": "fact"},
    ),
    *("Someone says so.", "absolute", "no-such-quantity * 2", "1e15 * 3", "1 / 0"),
)


def problems(data: Mapping[str, Any], *, quick: bool) -> list[Problem]:
    """Return what is wrong with the perspectives of canonical data, found quickly or in full."""
    with pytest.MonkeyPatch.context() as patch:
        if not quick:
            patch.setattr(checking, "leaves_names", lambda *_: False)
        return list(perspective_problems(data, theories(), checking.validate(data, theories())))


def addresses(data: Any, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield every address in data, shallow and deep, but those of ends of ranges and of list items."""
    for key, item in data.items() if isinstance(data, Mapping) and "best" not in data else ():
        yield ".".join((*above, key))
        yield from addresses(item, (*above, key))


def values(data: Mapping[str, Any]) -> list[Any]:
    """Return values to set: of every type, in bounds and out, and products of the file's quantities."""
    forms = ("{}", "{} * 2", "{} / 3", "{} * 1e15")
    return [*VALUES, *(form.format(name) for name in data.get("quantities", ()) for form in forms)]


def altered(data: Mapping[str, Any], by: Random) -> dict[str, Any]:
    """Return the data with one perspective more, that sets a few things, mostly numbers, at random."""
    told = {key: item for key, item in data.items() if key != "perspectives"}
    everywhere = list(addresses(told))
    numbers = (
        "weight",
        "value",
        "count",
        "chance",
        "degree",
        "probability",
        "level",
        "exchange",
        "because",
        "kind",
        "size",
        "liable",
    )
    likely = [address for address in everywhere if address.endswith(numbers)] or everywhere
    chosen = [by.choice(likely if by.random() < 0.8 else everywhere) for _ in range(by.randint(1, 3))]
    settings = {address: by.choice(values(data)) for address in chosen}
    return {**data, "perspectives": {**data.get("perspectives", {}), "altered": {"set": settings}}}


@pytest.mark.parametrize("name", EVERY_SCENARIO)
def test_the_quick_check_finds_what_the_full_one_finds(name: str) -> None:
    """What a perspective leaves as the file has it need not be looked at again, and nothing is missed."""
    data, by = load(EVERY_SCENARIO[name].path).data, Random(name)
    for changed in (data, *(altered(data, by) for _ in range(ALTERATIONS))):
        assert problems(changed, quick=False) == problems(changed, quick=True), changed["perspectives"]


def test_alterations_reach_both_ends() -> None:
    """The law above is not empty: of what it tries, some is wrong, some right, and some checked quickly."""
    data, by, quick = load("cluster").data, Random(0), []
    leaves = checking.leaves_names
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "leaves_names", lambda *given: quick.append(leaves(*given)) or quick[-1])
        found = [bool(problems(altered(data, by), quick=True)) for _ in range(ALTERATIONS)]
    assert {True, False} == set(found) == set(quick)


def test_a_map_overwritten_together_with_what_is_in_it() -> None:
    """A perspective that sets a row, and then something else in place of its map, is told so."""
    data = load("cluster").data
    settings = {"options.limited.omission": True, "options": 7}
    changed = {**data, "perspectives": {"odd": {"set": settings}}}
    codes = {problem.code for problem in problems(changed, quick=True)}
    assert "type" in codes
