"""Levels of persons, those who live only under some options, and what is betrayed of what is owed."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.case import Case
from tests.unit.case.small import act, small


def test_levels_are_shared_over_the_members() -> None:
    """L is ℓ plus the stakes h · P · δ · v · n/S; the party's weight plays no part."""
    case = small(
        parties={"one": {"weight": 0.5, "level": 3, "size": 6}, "two": {"level": -1}},
        discount=0.25,
        consequences={
            "c": {"party": "one", "value": -2, "count": 3},
            "d": {"party": "two", "value": 8, "count": 2, "delay": 1},
        },
        options={"a": {"consequences": {"c": 0.5, "d": 1}}, "b": {}},
    )
    assert case.people.levels == {
        ("a", "one"): 2.5,
        ("a", "two"): pytest.approx(5.4),
        ("b", "one"): 3,
        ("b", "two"): -1,
    }
    assert case.people.burdened["a", "two"] == -1  # with losses alone
    assert case.people.burdened["a", "one"] == 2.5


def born(level: float, value: float = 1.0) -> Case:
    """Return a case in which someone lives under `a` and `also`, and not under `b`."""
    return small(
        parties={"child": {"possible": True, "level": level}, "one": {}},
        consequences={
            "life": {"party": "child", "value": value},
            "rule": {"party": "child", "value": 1, "scope": "rule"},
            "joy": {"party": "one", "value": 1},
        },
        options={
            "a": {"consequences": {"life": 1}},
            "b": {"consequences": {"joy": 1, "rule": 1}},
            "also": {"consequences": {"life": {"value": 2 * value}}},
        },
    )


@pytest.mark.parametrize(
    ("level", "value", "one", "other", "pair"),
    [
        (3, 1, "a", "b", (0, 0)),
        (3, 1, "b", "a", (0, 0)),
        (0, -4, "a", "b", (-4, 0)),
        (0, -4, "b", "a", (0, -4)),
        (3, 1, "a", "also", (4, 5)),
        (0, -4, "b", "b", (0, 0)),
    ],
)
def test_a_life_not_lived_is_no_complaint(
    level: float, value: float, one: str, other: str, pair: tuple[float, float]
) -> None:
    """One who lives under one option alone is compared only if that is a life below 0."""
    case = born(level, value)
    assert case.people.pair(act(case, one), act(case, other), case.parties["child"]) == pair


def test_a_possible_person_lives_where_an_act_consequence_is_listed() -> None:
    """A consequence of scope rule gives no life; those not marked live under every option."""
    case = born(1)
    lives = {
        id: case.people.exists(act(case, id), party)
        for id in ("a", "b", "also")
        for party in [case.parties["child"]]
    }
    assert lives == {"a": True, "b": False, "also": True}
    assert case.people.exists(act(case, "a"), case.parties["one"])


def owing(*degrees: float, party: dict[str, Any] | None = None, listed: Any = None, **duty: Any) -> Case:
    """Return a case with W 10 and exchange 2, with duties that `a` breaks to these degrees."""
    return small(
        parties={"one": party or {}, "two": {"size": 1}},
        worst=10,
        exchange=2,
        consequences={"c": {"party": "one", "value": -1}, "d": {"party": "two", "value": -1}},
        duties={f"d{place}": {"owed_to": "one", "weight": 4, **duty} for place in range(len(degrees))},
        options={
            "a": {
                "duties": {f"d{place}": degree for place, degree in enumerate(degrees)},
                "consequences": {"c": 1, "d": 1} if listed is None else listed,
            },
            "b": {},
        },
    )


def betrayed(case: Case, option: str, party: str) -> Any:
    """Return B(o,q)."""
    return case.betrayal(act(case, option), case.parties[party])


@pytest.mark.parametrize(
    ("party", "degrees", "betrayal"),
    [
        ({"size": 1}, (-1,), 8),
        ({"size": 1}, (-0.25,), 2),
        ({"size": 1}, (1,), 0),
        ({"size": 1}, (-0.5, -0.5), 8),
        ({"size": 1}, (-1, -1), 10),
        ({"size": 100}, (-1,), 4),
        ({"size": 100}, (-0.6,), 2.4),
        ({"size": 100}, (-0.5,), 0.04),
        ({"size": 1.6}, (-1,), 5),
        ({"size": 100}, (-1, -0.25), 4.02),
    ],
)
def test_to_cheat_a_thousand_is_no_thousandth_of_cheating_one(
    party: dict[str, Any], degrees: tuple[float, ...], betrayal: float
) -> None:
    """B is Σ t/S, for a violated duty to many at least |g| · w/10 · W each, and at most W in all."""
    case = owing(*degrees, party=party)
    assert betrayed(case, "a", "one") == pytest.approx(betrayal)
    assert betrayed(case, "a", "two") == betrayed(case, "b", "one") == 0


def test_each_of_those_it_is_owed_to_is_betrayed() -> None:
    """A duty owed to several parties is a claim of each member of any, shared over all of them."""
    case = owing(-0.5, party={"size": 4}, owed_to=["one", "two"])
    assert betrayed(case, "a", "one") == betrayed(case, "a", "two") == pytest.approx(4 / 5)


def test_no_betrayal_is_reckoned_of_a_party_of_unknown_number() -> None:
    """Without a stated size or a consequence in use nobody knows over how many to share it."""
    assert betrayed(owing(-1, listed={"d": 1}), "a", "one") == 0
    assert betrayed(owing(-1, listed={"d": 1}, party={"size": 1}), "a", "one") == 8
    assert betrayed(owing(-1), "a", "one") == 8
