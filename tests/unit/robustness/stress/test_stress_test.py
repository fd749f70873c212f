"""Stress test: ranges and spread weights are drawn, tails are left out."""

from __future__ import annotations

import pytest

from dilemma import load, stress
from dilemma.errors import BadSetting
from dilemma.frameworks.registry import frameworks_named
from dilemma.robustness.stress.stress_test import MOST_DRAWS, stress_view
from dilemma.robustness.stress.uncertain import uncertain_numbers
from dilemma.scenario import view
from tests.unit.robustness.small import two_goods

DATA = two_goods(
    [0, 2],
    1,
    parties={"a": {"weight": 2}, "b": {"weight": 0}, "c": {"weight": [1, 2]}},
    duties={"d": {"weight": 10}},
    virtues={"v": {}},
)
DATA["options"]["one"] |= {"duties": {"d": -1}, "virtues": {"v": 1}}


def test_what_has_a_range_is_drawn() -> None:
    """By itself only what the file gives a range is drawn, and no weight is spread."""
    found = uncertain_numbers(load(DATA).scenario, ())
    assert [(doubt.dial.address, doubt.spread) for doubt in found] == [
        ("parties.c.weight", False),
        ("consequences.x.value", False),
    ]


def test_spread_draws_every_certain_weight() -> None:
    """A certain weight is drawn evenly around itself, within what it may be; 0 stays 0; ranges stay."""
    found = {doubt.dial.address: doubt for doubt in uncertain_numbers(load(DATA).scenario, (), 0.2)}
    spread = {address: doubt.range[:3] for address, doubt in found.items() if doubt.spread}
    assert spread == {
        "parties.a.weight": pytest.approx((1.6, 2, 2.4)),
        "duties.d.weight": pytest.approx((8, 10, 10)),
        "virtues.v.weight": pytest.approx((4, 5, 6)),
    }
    assert all(doubt.range.uniform for doubt in found.values() if doubt.spread)
    assert found["parties.c.weight"].range[:3] == (1, 1.5, 2)


def test_what_is_set_is_certain() -> None:
    """A perspective or flag that sets a number makes it certain, or gives it a range."""
    document = load(DATA)
    seen = view(document, None, {"consequences.x.value": 3.0, "duties.d.weight": [1.0, 9.0]})
    assert [doubt.dial.address for doubt in uncertain_numbers(seen.scenario, ())] == [
        "parties.c.weight",
        "duties.d.weight",
    ]


def test_tails_are_left_out_of_a_second_round() -> None:
    """Where the file marks tails, the same draws are made without them; nothing else changes."""
    data = two_goods([0, 2], [0, 1])
    data["consequences"]["war"] = {"party": "a", "value": -1000, "tags": ["tail"]}
    data["options"]["one"] = {"consequences": {"x": 1, "war": 0.01}}
    test = stress(load(data), frameworks=["utilitarian"], draws=1000)
    plain = stress(load(two_goods([0, 2], [0, 1])), frameworks=["utilitarian"], draws=1000)
    assert test.tails == ("war",)
    assert test.stressed.theories[0].shares[0].chosen == 0
    assert test.without_tail is not None
    assert test.without_tail.theories[0].shares == plain.stressed.theories[0].shares
    assert (plain.tails, plain.without_tail) == ((), None)


@pytest.mark.parametrize("after", [1, 2])
def test_an_interrupt_while_tails_are_left_out_keeps_the_whole(after: int) -> None:
    """An interrupt in the second round leaves the first round's shares as they are."""
    data = two_goods([0, 2], [0, 1])
    data["consequences"]["x"]["tags"] = ["tail"]
    calls: list[int] = []

    def stop(made: int, _asked: int) -> None:
        calls.append(made)
        if len(calls) == after:
            raise KeyboardInterrupt

    test = stress_view(view(load(data)), frameworks_named(["utilitarian"]), 100, done=stop)
    assert test.stressed.draws == 100
    assert (test.without_tail is None) is (after == 1)
    assert test.interrupted


@pytest.mark.parametrize(
    "wrong", [{"draws": 0}, {"draws": MOST_DRAWS + 1}, {"seed": -1}, {"spread": 0.0}, {"spread": 1.5}]
)
def test_what_cannot_be_drawn_is_refused(wrong: dict[str, float]) -> None:
    """An invalid number of draws, seed or spread raises BadSetting."""
    with pytest.raises(BadSetting, match=next(iter(wrong))):
        stress(load(DATA), **wrong)  # type: ignore[arg-type]
