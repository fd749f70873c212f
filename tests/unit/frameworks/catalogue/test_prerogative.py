"""The agent's prerogative: what may be asked, what may not, and what is beyond duty."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import (
    bindings,
    brings,
    compared,
    failed,
    judged,
    ranks,
    reason_rows,
    scores,
    statuses,
)


def rescue(cost: float, gain: float, **more: Any) -> dict[str, Any]:
    """One option costs the agent and helps another; the other does nothing."""
    return {
        "parties": {"me": {"agent": True}, "child": {}},
        "consequences": {
            "cost": {"party": "me", "value": -cost},
            "gain": {"party": "child", "value": gain},
        },
        "options": brings(help={"cost": 1, "gain": 1}, walk={}),
        **more,
    }


@pytest.mark.parametrize(
    ("cost", "gain", "walk"),
    [
        (1, 10.1, ("too-dear",)),
        (1, 10, ()),
        (1, 10 * (1 + 1e-10), ()),
        (1, 9, ()),
        (0, 0.1, ("too-dear",)),
        (2, 1, ()),
    ],
)
def test_others_gain_must_exceed_ten_times_the_cost(cost: float, gain: float, walk: tuple[str, ...]) -> None:
    """Doing less than the best is wrong only if others would gain more than M = 10 times the cost."""
    assert failed(judged("prerogative", **rescue(cost, gain)))["walk"] == walk


def test_the_weight_of_ones_own_can_be_set() -> None:
    """At M = 1 one's own loss counts once: the best is required."""
    assert judged("prerogative", {"self": 1}, **rescue(1, 1.5)).choice == ("help",)
    assert failed(judged("prerogative", {"self": 1}, **rescue(1, 1.5)))["walk"] == ("too-dear",)
    assert failed(judged("prerogative", {"self": 2}, **rescue(1, 1.5)))["walk"] == ()


def test_the_shallow_pond_requires_and_the_great_sacrifice_does_not() -> None:
    """A ruined coat does not excuse (Singer 1972); one's legs do, and giving them is beyond duty."""
    assert statuses(judged("prerogative", **rescue(0.001, 1))) == {"help": "required", "walk": "forbidden"}
    assert statuses(judged("prerogative", **rescue(0.5, 1))) == {
        "help": "supererogatory",
        "walk": "permitted",
    }


def test_beyond_duty_is_more_good_at_more_cost_than_something_permitted() -> None:
    """More good without more cost is not beyond duty, nor is what only beats the forbidden."""
    found = judged(
        "prerogative",
        parties={"me": {"agent": True}, "child": {}},
        consequences={"cost": {"party": "me", "value": -1}, "gain": {"party": "child", "value": 1}},
        options=brings(
            saint={"cost": 1, "gain": {"count": 9}},
            cheap={"cost": 0.1, "gain": {"count": 0.9}},
            free={"gain": {"count": 0.1}},
            idle={},
        ),
    )
    # saint over free: others gain 8.9 at cost 1; over cheap 8.1 at 0.9; cheap over free 0.8 at 0.1
    assert failed(found) == {"saint": (), "cheap": (), "free": (), "idle": ("too-dear",)}
    assert statuses(found) == {
        "saint": "supererogatory",
        "cheap": "supererogatory",
        "free": "permitted",
        "idle": "forbidden",
    }


def test_who_gives_must_give_where_it_helps_most() -> None:
    """Less good at the same cost is wrong, though giving nothing is permitted (Horton 2017)."""
    found = judged(
        "prerogative",
        parties={"me": {"agent": True}, "child": {}},
        consequences={"cost": {"party": "me", "value": -1}, "gain": {"party": "child", "value": 1}},
        options=brings(
            more={"cost": 1, "gain": {"count": 5}}, less={"cost": 1, "gain": {"count": 4}}, idle={}
        ),
    )
    assert statuses(found) == {"more": "supererogatory", "less": "forbidden", "idle": "permitted"}


def test_less_good_at_more_cost_is_permitted_and_no_more() -> None:
    """A sacrifice that does less good is permitted, not beyond duty."""
    found = judged("prerogative", **rescue(2, 1))
    assert statuses(found) == {"help": "permitted", "walk": "permitted"}
    assert found.choice == ("walk",)


def test_no_more_good_at_more_cost_is_not_beyond_duty() -> None:
    """A sacrifice that on the whole brings exactly as much is permitted, not supererogatory."""
    assert statuses(judged("prerogative", **rescue(1, 1))) == {"help": "permitted", "walk": "permitted"}


def test_the_agents_own_are_weighed_like_the_rest() -> None:
    """A party's weight counts in what befalls the agent's own: half of 1, ten times, is 5."""
    for gain, fails in ((5.1, ("too-dear",)), (4.9, ())):
        fields = rescue(1, gain)
        fields["parties"]["me"]["weight"] = 0.5
        assert failed(judged("prerogative", **fields))["walk"] == fails


def test_what_is_permitted_is_ordered_by_the_total() -> None:
    """The score is U, and the order among the permitted follows it."""
    found = judged("prerogative", **rescue(0.5, 1))
    assert scores(found) == {"help": 0.5, "walk": 0}
    assert ranks(found) == {"help": 1, "walk": 2}
    assert found.margin == 1


def test_a_failure_names_the_better_option_and_both_amounts() -> None:
    """What others would gain is set against ten times what it would cost the agent."""
    found = judged("prerogative", **rescue(0.1, 3)).answer("walk")
    assert bindings(found) == [("rival", "options.help")]
    test = found.reasons[0]
    assert (test.key, test.holds, test.amount, test.against) == ("too-dear", False, 3, 1)


def test_what_is_no_better_asks_for_nothing() -> None:
    """Where the totals are Equal there is no better option, and no amounts to tell."""
    for gain in (1, 1 + 1e-10):
        assert compared(judged("prerogative", **rescue(1, gain)).answer("walk")) == {"too-dear": (None, None)}
    assert compared(judged("prerogative", **rescue(1, 3)).answer("help")) == {"too-dear": (None, None)}


def test_a_sacrifice_for_less_good_than_ones_own_brings_is_not_beyond_duty() -> None:
    """Beyond duty is more good on the whole: not more than what befalls the agent alone."""
    found = judged(
        "prerogative",
        parties={"me": {"agent": True}, "child": {}},
        consequences={"own": {"party": "me", "value": 1}, "gain": {"party": "child", "value": 1}},
        options=brings(give={"gain": {"count": 3}}, keep={"own": 1, "gain": {"count": 2.5}}),
    )
    assert scores(found) == {"give": 3, "keep": 3.5}
    assert statuses(found) == {"give": "permitted", "keep": "permitted"}


def test_what_befalls_the_agent_is_expected_counted_and_weighed() -> None:
    """s(o) sums contributions: chance, what it depends on, number and weight multiply."""
    fields = rescue(2, 9, beliefs={"b": {"claim": "b", "probability": 0.5}})
    fields["parties"] = {"me": {"agent": True, "weight": 0.5}, "child": {"weight": 0.5}}
    fields["consequences"]["cost"] |= {"count": 4, "when": "b"}
    fields["consequences"]["gain"] |= {"count": 4}
    fields["options"] = brings(help={"cost": 0.25, "gain": 1}, walk={})
    found = judged("prerogative", **fields)
    assert compared(found.answer("walk")) == {"too-dear": (18, 5)}
    assert reason_rows(found.answer("walk")) == [("rival", "options.help", 18, 5, None)]
    assert reason_rows(found.answer("help")) == [
        ("consequence", "options.help.consequences.cost", -0.5, None, "me"),
        ("consequence", "options.help.consequences.gain", 18, None, "child"),
    ]


def test_what_rounding_leaves_of_a_large_sum_goes_to_no_one() -> None:
    """Where the whole and the agent's own are Equal, others get nothing."""
    assert compared(judged("prerogative", **rescue(-1e6, 1e-4)).answer("walk")) == {"too-dear": (0, 0)}


def test_a_cost_within_rounding_of_what_the_agent_has_is_none() -> None:
    """What befalls the agent is Equal either way: any gain to others may be asked."""
    fields = rescue(-1e6, 5e-3)
    fields["options"] = brings(help={"cost": {"value": 1e6 - 9e-4}, "gain": 1}, walk={"cost": 1})
    found = judged("prerogative", **fields)
    assert failed(found) == {"help": (), "walk": ("too-dear",)}
    assert compared(found.answer("walk"))["too-dear"] == (pytest.approx(5e-3), 0)


@pytest.mark.parametrize(
    ("limit", "worst", "baseline", "walk"),
    [
        (1, 1, "walk", ("too-dear",)),
        (0.5, 1, "walk", ()),
        (0.5, 1.4, "walk", ("too-dear",)),
        (0.7, 1, "walk", ("too-dear",)),
        (0.35, 2, "walk", ("too-dear",)),
        (0, 1, None, ("too-dear",)),
        (0.5, 1, "help", ("too-dear",)),
    ],
)
def test_no_one_need_give_more_than_a_share_of_the_worst(
    limit: float, worst: float, baseline: str | None, walk: tuple[str, ...]
) -> None:
    """With Λ below 1, what costs the agent more than Λ · W against the baseline is not required."""
    fields = rescue(0.7 + 1e-11, 100, worst=worst)
    if baseline:
        fields["baseline"] = baseline
    assert failed(judged("prerogative", {"limit": limit}, **fields))["walk"] == walk


def test_sacrifices_add_up_against_the_baseline() -> None:
    """What was given before counts: each further gift is small, and past a point none is required."""
    found = judged(
        "prerogative",
        {"limit": 0.15},
        worst=1,
        baseline="none",
        parties={"me": {"agent": True}, "child": {}},
        consequences={"cost": {"party": "me", "value": -0.1}, "gain": {"party": "child", "value": 9}},
        options=brings(none={}, one={"cost": 1, "gain": 1}, two={"cost": {"count": 2}, "gain": {"count": 2}}),
    )
    assert statuses(found) == {"none": "forbidden", "one": "permitted", "two": "supererogatory"}


def test_what_is_the_same_whatever_is_done_costs_nothing() -> None:
    """A row that is common to all options is no loss of the agent's, nor anyone's gain."""
    fields = rescue(1, 9)
    fields["consequences"]["age"] = {"party": "me", "value": -1e12}
    fields["options"] = brings(help={"cost": 1, "gain": 1, "age": 1}, walk={"age": 1})
    assert scores(judged("prerogative", **fields)) == {"help": 8, "walk": 0}


def test_it_needs_a_consequence_for_the_agent() -> None:
    """Without a consequence for a party with agent: true it does not apply."""
    options = brings(help={"gain": 1}, walk={})
    found = judged("prerogative", **{**rescue(1, 1), "options": options})
    assert found.missing == ("no option lists a consequence for a party that is the agent",)
