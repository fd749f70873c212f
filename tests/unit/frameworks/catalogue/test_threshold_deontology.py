"""Threshold deontology: what a breach costs, and when it is paid for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, compared, failed, judged, ranks, reason_rows, scores

FAILS = ("threshold",)


def torture(saved: float, degree: Any = -1, **fields: Any) -> dict[str, Any]:
    """Breaching an absolute duty of weight 10 saves so much."""
    return {
        "exchange": 1,
        "duties": {"d": {"kind": "absolute", "weight": 10}},
        "consequences": {"saved": {"party": "one", "value": 1}},
        "options": {
            "breach": {"duties": {"d": degree}, "consequences": {"saved": {"value": saved}}},
            "keep": {},
        },
        **fields,
    }


@pytest.mark.parametrize(
    ("saved", "degree", "fails"),
    [
        (19.9, -1, FAILS),
        (20, -1, ()),
        (20 * (1 - 1e-10), -1, ()),
        (21, -1, ()),
        (9.9, -0.5, FAILS),
        (10, -0.5, ()),
        (-1, 1, ()),
        (-1, 0, ()),
    ],
)
def test_a_breach_must_be_paid_for(saved: float, degree: float, fails: tuple[str, ...]) -> None:
    """The good gained must reach τ · exchange · w · |g|, here 2 · 10 · |g|."""
    assert failed(judged("threshold-deontology", **torture(saved, degree))) == {"breach": fails, "keep": ()}


def test_the_bar_can_be_set() -> None:
    """`multiple` and `exchange` move the bar; at multiple 0 everything is permitted."""
    assert failed(judged("threshold-deontology", {"multiple": 3}, **torture(29)))["breach"] == FAILS
    assert failed(judged("threshold-deontology", {"multiple": 3}, **torture(30)))["breach"] == ()
    assert failed(judged("threshold-deontology", **torture(30, exchange=2)))["breach"] == FAILS
    assert failed(judged("threshold-deontology", **torture(40, exchange=2)))["breach"] == ()
    free = judged("threshold-deontology", {"multiple": 0}, **torture(-5))
    assert (failed(free)["breach"], free.choice) == ((), ("keep",))


def test_duties_that_may_be_outweighed_raise_no_bar() -> None:
    """Only absolute duties infringed count; kept ones buy nothing back."""
    fields = torture(5)
    fields["duties"] = {"d": {"kind": "pro-tanto", "weight": 10}, "e": {"kind": "absolute"}}
    assert failed(judged("threshold-deontology", **fields))["breach"] == ()
    fields["options"]["breach"]["duties"]["e"] = -1
    fields["duties"]["f"] = {"kind": "absolute", "weight": 10}
    fields["options"]["breach"]["duties"]["f"] = 1
    assert failed(judged("threshold-deontology", **fields))["breach"] == FAILS


def test_every_further_breach_must_itself_be_paid_for() -> None:
    """A second breach that adds little is wrong though both together bring enough (Alexander 2000)."""
    found = judged(
        "threshold-deontology",
        exchange=1,
        duties={"d": {"kind": "absolute", "weight": 5}, "e": {"kind": "absolute", "weight": 5}},
        consequences={"saved": {"party": "one", "value": 1}},
        options={
            "two": {"duties": {"d": -1, "e": -1}, "consequences": {"saved": {"value": 25}}},
            "one": {"duties": {"d": -1}, "consequences": {"saved": {"value": 20}}},
            "none": {},
        },
    )
    assert failed(found) == {"two": FAILS, "one": (), "none": ()}
    assert found.choice == ("one",)
    assert ranks(found) == {"two": 3, "one": 1, "none": 2}
    assert bindings(found.answer("two")) == [
        ("breach", "options.two.duties.d"),
        ("breach", "options.two.duties.e"),
        ("rival", "options.one"),
    ]
    test = found.answer("two").reasons[0]
    assert (test.amount, test.against) == (20, 25) or (test.amount, test.against) == (10, 5)


def itches(value: float, harm: float = 1, chance: float = 1, **party: Any) -> dict[str, Any]:
    """Return a dilemma in which a breach spares a million a slight loss and costs one a greater."""
    return {
        "exchange": 1,
        "parties": {"many": {}, "one": party},
        "duties": {"d": {"kind": "absolute", "weight": 10}},
        "consequences": {
            "itch": {"party": "many", "value": -value, "count": 1000000},
            "pain": {"party": "one", "value": -harm},
        },
        "options": {
            "breach": {"duties": {"d": -1}, "consequences": {"pain": chance}},
            "keep": {"consequences": {"itch": 1}},
        },
    }


@pytest.mark.parametrize(
    ("fields", "relevance", "fails"),
    [
        (itches(0.049), 0.05, FAILS),
        (itches(0.05), 0.05, ()),
        (itches(0.05 * (1 - 1e-10)), 0.05, ()),
        (itches(0.01), 0, ()),
        (itches(0.5), 1, FAILS),
        (itches(0.01, chance=0.1), 0.05, ()),
        (itches(0.01, kind="institution"), 0.05, ()),
        (itches(0.01, weight=0), 0.05, ()),
        (itches(0.1, harm=3), 0.05, FAILS),
    ],
)
def test_no_one_is_tortured_for_a_million_itches(
    fields: dict[str, Any], relevance: float, fails: tuple[str, ...]
) -> None:
    """A gain below ρ times the greatest expected loss of one person does not count towards the bar."""
    found = failed(judged("threshold-deontology", {"relevance": relevance}, **fields))
    assert found["breach"] == fails


def test_a_gain_is_as_large_as_the_greater_of_its_two_values() -> None:
    """Where the options write different values, the greater tells whether the gain is a trifle."""
    fields = itches(0.04)
    fields["options"]["breach"]["consequences"]["itch"] = {"value": -0.06, "chance": 0.1}
    assert failed(judged("threshold-deontology", **fields))["breach"] == ()


def test_a_loss_is_no_trifle() -> None:
    """Only gains are left out: what is lost counts however slight it is to each."""
    fields = itches(0.01)
    fields["consequences"]["grief"] = {"party": "many", "value": -0.001, "count": 100000}
    fields["consequences"]["peace"] = {"party": "many", "value": 50}
    fields["options"]["breach"]["consequences"] |= {"grief": 1, "peace": 1}
    # 50 gained, 1 and 100 lost: the itches do not count
    assert compared(judged("threshold-deontology", **fields).answer("breach")) == {"threshold": (20, -51)}


def test_what_is_gained_is_not_drowned_by_what_cancels() -> None:
    """G adds up differences row by row: neither trifles nor great amounts that cancel hide a gain."""
    fields = torture(20)
    fields["parties"] = {"one": {}, "many": {"kind": "nature"}}
    fields["consequences"] |= {
        "pain": {"party": "one", "value": -1},
        "trifle": {"party": "many", "value": 0.001, "count": 1e14},
        "here": {"party": "many", "value": 1, "count": 1e13},
        "there": {"party": "many", "value": 1, "count": 1e13},
    }
    fields["consequences"]["saved"]["value"] = 21
    fields["options"]["breach"]["consequences"] = {"saved": 1, "pain": 1, "trifle": 1, "here": 1}
    fields["options"]["keep"] = {"consequences": {"there": 1}}
    assert compared(judged("threshold-deontology", **fields).answer("breach")) == {"threshold": (20, 20)}


def test_where_nothing_is_breached_it_is_silent() -> None:
    """With every bar at 0 the choice is every option; released duties are not breached."""
    waived = torture(25, {"degree": -1, "waived": True})
    for fields in (waived, torture(25, 1)):
        found = judged("threshold-deontology", **fields)
        assert found.silent
        assert found.margin is None
        assert scores(found) == {"breach": 25, "keep": 0}


def test_among_what_passes_the_best_total_is_right() -> None:
    """The score is U."""
    found = judged("threshold-deontology", **torture(25))
    assert scores(found) == {"breach": 25, "keep": 0}
    assert found.choice == ("breach",)
    assert found.margin == 1


def test_the_reasons_tell_what_must_be_paid_and_what_is_gained() -> None:
    """A breach is told by its degree, where it is not paid for; its cost is set against the gain."""
    where = "options.breach.consequences.saved"
    fields = torture(8, -0.5)
    fields["duties"]["kept"] = {"kind": "absolute"}
    fields["options"]["breach"]["duties"]["kept"] = 1
    found = judged("threshold-deontology", **fields).answer("breach")
    assert reason_rows(found) == [
        ("breach", "options.breach.duties.d", -0.5, None, None),
        ("rival", "options.keep", 10, 8, None),
        ("consequence", where, 8, None, "one"),
    ]
    assert compared(found) == {"threshold": (10, 8)}
    paid = judged("threshold-deontology", **torture(25)).answer("breach")
    assert reason_rows(paid) == [("consequence", where, 25, None, "one")]
    assert compared(paid) == {"threshold": (20, 25)}


def test_what_is_as_bad_within_rounding_is_no_worse() -> None:
    """A difference of amounts that are Equal is 0."""
    fields = torture(5)
    fields["consequences"]["loss"] = {"party": "one", "value": -100}
    fields["options"]["breach"]["consequences"] |= {"loss": 0.3}
    fields["options"]["keep"]["consequences"] = {"loss": 0.3 * (1 + 1e-11)}
    # left by rounding, so that no one is worse off beside whom 5 would be a trifle
    assert compared(judged("threshold-deontology", {"relevance": 1}, **fields).answer("breach")) == {
        "threshold": (20, 5)
    }


def test_what_breaches_no_further_compares_nothing() -> None:
    """With no rival of a lower bar there are no amounts to tell."""
    test = judged("threshold-deontology", **torture(25)).answer("keep").reasons[0]
    assert (test.amount, test.against) == (None, None)


def test_bars_equal_within_rounding_are_no_further_breach() -> None:
    """One breach as grave as the other needs no paying for beside it."""
    found = judged(
        "threshold-deontology",
        duties={
            "d": {"kind": "absolute", "weight": 1},
            "e": {"kind": "absolute", "weight": 1 + 1e-10},
        },
        options={"a": {"duties": {"d": -1}}, "b": {"duties": {"e": -1}}},
    )
    assert failed(found) == {"a": (), "b": ()}
    assert compared(found.answer("b")) == {"threshold": (None, None)}


def test_it_needs_an_absolute_duty() -> None:
    """Without a duty declared absolute it does not apply."""
    fields = torture(5)
    fields["duties"]["d"]["kind"] = "pro-tanto"
    assert judged("threshold-deontology", **fields).missing == ("no duty is declared absolute",)
