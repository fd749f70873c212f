"""Do no harm: what is done, to whom, and without whose consent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, failed, judged, ranks, reason_rows, scores, terms

FAILS = ("harms-done",)


def cut(
    party: dict[str, Any] | None = None, before: dict[str, Any] | None = None, **effect: Any
) -> dict[str, Any]:
    """Return a dilemma with an option that hurts someone."""
    return {
        "parties": {"one": party or {}, "people": {}},
        "consequences": {
            "hurt": {"party": "one", "value": -2, "count": 2},
            "cure": {"party": "people", "value": 50},
        },
        "options": {
            "cut": {"consequences": {"hurt": effect, "cure": 1}},
            "wait": {"consequences": {"hurt": before} if before else {}},
        },
        "baseline": "wait",
    }


@pytest.mark.parametrize(
    ("party", "effect", "score"),
    [
        ({}, {}, -4),
        ({"weight": 0}, {}, -4),
        ({"liable": True}, {}, -4),
        ({"combatant": True}, {}, -4),
        ({"kind": "institution"}, {}, 0),
        ({"kind": "nature"}, {}, 0),
        ({}, {"consented": True}, 0),
        ({}, {"agency": "allows"}, 0),
        ({}, {"chance": 0}, 0),
        ({}, {"chance": 0.25}, -1),
        ({}, {"value": 0}, 0),
        ({}, {"value": 3}, 0),
        ({}, {"count": 0}, 0),
        ({}, {"role": "means"}, -4),
        ({"agent": True}, {}, 0),
        ({}, {"consented": "presumed"}, -4),
    ],
)
def test_no_one_is_done_harm_without_consent(
    party: dict[str, Any], effect: dict[str, Any], score: float
) -> None:
    """Whatever the good: people of any weight, liable or not, unless they have agreed."""
    found = judged("do-no-harm", **cut(party, **effect))
    assert failed(found) == {"cut": FAILS if score else (), "wait": ()}
    assert scores(found) == {"cut": score, "wait": 0}
    where = "options.cut.consequences.hurt"
    told = [key for key, _ in bindings(found.answer("cut"))]
    assert told == (["harm-done"] if score else ["consent"] if effect.get("consented") else [])
    assert terms(found.answer("cut")) == ({where: score} if score else {})


@pytest.mark.parametrize(
    ("before", "effect", "score"),
    [
        ({"agency": "allows"}, {}, 0),
        ({"agency": "allows", "chance": 0.5}, {}, -2),
        ({"agency": "allows", "chance": 0.5}, {"chance": 0.25}, 0),
        ({"agency": "allows", "chance": 1 - 1e-11}, {}, 0),
        ({"agency": "does"}, {}, -4),
    ],
)
def test_what_would_have_happened_anyway_is_not_done(before: Any, effect: Any, score: float) -> None:
    """Aid that kills fewer than would have died does no harm; what the baseline does is no excuse."""
    assert scores(judged("do-no-harm", **cut(before=before, **effect)))["cut"] == score


def test_harm_done_is_told_with_whom_it_befalls() -> None:
    """As a ground by how much is done, and as a term of the figure; weights do not count."""
    found = judged("do-no-harm", **cut({"weight": 0.5}, {"agency": "allows", "chance": 0.25})).answer("cut")
    where = "options.cut.consequences.hurt"
    assert reason_rows(found) == [("harm-done", where, 3, None, None), ("harm", where, -3, None, "one")]


def test_without_a_baseline_everything_done_counts() -> None:
    """Nothing is discounted where there is nothing to compare with."""
    fields = cut(before={"agency": "allows"})
    del fields["baseline"]
    assert failed(judged("do-no-harm", **fields)) == {"cut": FAILS, "wait": ()}


@pytest.mark.parametrize(
    ("chance", "count", "negligible", "fails"),
    [
        (0.1, 1, 0.1, ()),
        (0.1 + 1e-11, 1, 0.1, ()),
        (0.11, 1, 0.1, FAILS),
        (0.1, 2, 0.2, ()),
        (0.1, 2, 0.1, FAILS),
        (1, 1, 1, ()),
        (1e-8, 1, 0, FAILS),
        (1e-10, 1, 1e-10, ()),
        (2e-10, 1, 1e-10, FAILS),
        (1e-10, 1e9, 1e-6, FAILS),
    ],
)
def test_a_negligible_risk_is_not_held_against_it(
    chance: float, count: float, negligible: float, fails: tuple[str, ...]
) -> None:
    """No more than η are to be expected to be struck, as a ratio; at η = 0 no risk is negligible."""
    found = judged("do-no-harm", {"negligible": negligible}, **cut(chance=chance, count=count))
    assert failed(found)["cut"] == fails
    assert scores(found)["cut"] == round(-2 * chance * count, 9)


def test_harms_are_added_up() -> None:
    """Those whom each row is to be expected to strike, whatever it does to one of them."""
    fields = cut(chance=0.3, count=1)
    fields["consequences"]["sting"] = {"party": "people", "value": -0.001}
    fields["options"]["cut"]["consequences"]["sting"] = 0.3
    assert failed(judged("do-no-harm", {"negligible": 0.5}, **fields))["cut"] == FAILS
    assert failed(judged("do-no-harm", {"negligible": 0.6}, **fields))["cut"] == ()


@pytest.mark.parametrize(
    ("illness", "fails"),
    [
        ({"chance": 1}, ()),
        ({"chance": 0.9}, FAILS),
        ({"agency": "does"}, FAILS),
        ({"count": 1}, FAILS),
        ({"value": 5}, FAILS),
    ],
)
def test_harm_averted_from_the_same_people_makes_good_a_harm(illness: Any, fails: tuple[str, ...]) -> None:
    """What the baseline lets happen to all of them and the option averts; not a benefit (Shiffrin 1999)."""
    fields = cut()
    fields["consequences"]["ill"] = {"party": "one", "value": -2, "count": 2, "agency": "allows"}
    fields["options"]["wait"]["consequences"]["ill"] = illness
    assert failed(judged("do-no-harm", **fields))["cut"] == fails


def test_harm_is_permitted_by_none_where_all_do_some() -> None:
    """It permits, and does not choose; it may permit none."""
    fields = cut(before={"agency": "does"})
    found = judged("do-no-harm", **fields)
    assert found.permits_none
    assert ranks(found) == {"cut": 2, "wait": 2}


def test_it_needs_a_consequence_for_people() -> None:
    """People of weight 0 are people; institutions are not."""
    fields = cut({"kind": "institution"})
    fields["options"]["cut"]["consequences"].pop("cure")
    assert judged("do-no-harm", **fields).missing == ("no option lists a consequence for people",)
    fields["parties"]["one"] = {"weight": 0}
    assert judged("do-no-harm", **fields).applicable
