"""What a file leaves out: sizes, the worst that can befall one person, the exchange, liability."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.case.small import small

UNUSED = {"party": "one", "value": -70, "count": 70}
RULE = {**UNUSED, "scope": "rule"}


def struck(*listed: dict[str, Any], party: dict[str, Any] | None = None, **fields: Any) -> Any:
    """Return a case in which `a` lists these consequences for one party, and others are not in use."""
    consequences = {f"c{place}": {"party": "one", **row} for place, row in enumerate(listed)}
    listed_by_a = dict.fromkeys([*consequences, "rule"], 1)
    return small(
        parties={"one": party or {}},
        consequences={**consequences, "unused": UNUSED, "rule": RULE},
        options={"a": {"consequences": listed_by_a}, "b": {}},
        **fields,
    )


@pytest.mark.parametrize(
    ("party", "counts", "size"),
    [
        ({}, (3, 5), 5),
        ({}, (5, 3), 5),
        ({"size": 90}, (3, 5), 90),
        ({}, (0,), 1),
        ({}, (0.5, 0), 0.5),
        ({}, (), 1),
    ],
)
def test_a_size_is_stated_or_the_largest_count_in_use(
    party: dict[str, Any], counts: tuple[float, ...], size: float
) -> None:
    """Only act consequences that an option lists are in use; without a count above 0 it is 1."""
    found = struck(*[{"value": -1, "count": count} for count in counts], party=party).parties["one"]
    assert (found.size, found.states_size) == (size, "size" in party)


def test_an_options_own_count_is_in_use() -> None:
    """The largest count is looked for at the settings in force, in every option and part."""
    case = small(
        parties={"one": {}, "two": {}},
        consequences={
            "c": {"party": "one", "value": -1, "count": 9},
            "d": {"falls_on": {"one": 1, "two": 4}, "value": -1},
        },
        options={
            "a": {"consequences": {"c": {"count": 2}, "d": {"falls_on": {"two": 7}}}},
            "b": {"consequences": {"d": 1}},
        },
    )
    assert {id: party.size for id, party in case.parties.items()} == {"one": 2, "two": 7}


@pytest.mark.parametrize(
    ("row", "party", "fields", "worst", "exchange"),
    [
        ({"value": -3}, {}, {}, 3, 0.3),
        ({"value": 2}, {"level": -5}, {}, 5, 0.5),
        ({"value": 2}, {"level": 5}, {}, 7, 0.7),
        ({"value": -8}, {"level": 2}, {}, 8, 0.8),
        ({"value": -3, "chance": 0}, {}, {}, 3, 0.3),
        ({"value": 0}, {}, {}, 10, 1),
        ({"value": 0}, {}, {"exchange": 4}, 40, 4),
        ({"value": -3}, {"kind": "nature"}, {}, 10, 1),
        ({"value": -3}, {"weight": 0}, {}, 3, 0.3),
        ({"value": -3}, {}, {"worst": 6}, 6, 0.6),
        ({"value": -3}, {}, {"exchange": 4}, 3, 4),
        ({"value": -3}, {}, {"worst": 6, "exchange": 4}, 6, 4),
    ],
)
def test_worst_and_exchange_are_taken_each_from_the_other(
    row: dict[str, Any], party: dict[str, Any], fields: dict[str, Any], worst: float, exchange: float
) -> None:
    """W is the largest of |v|, |ℓ| and |ℓ + v| in use for people; a weight-10 duty is worth W."""
    case = struck(row, party=party, **fields)
    assert case.worst == worst
    assert case.exchange == pytest.approx(exchange)


@pytest.mark.parametrize(
    ("party", "liable"),
    [
        ({}, 0),
        ({"combatant": True}, 1),
        ({"combatant": 0.9}, 1),
        ({"combatant": 0.89}, 0),
        ({"combatant": False}, 0),
        ({"combatant": True, "represented": True}, 0),
        ({"combatant": True, "represented": True, "liable": True}, 1),
        ({"combatant": True, "liable": False}, 0),
        ({"combatant": False, "liable": 0.3}, 0.3),
    ],
)
def test_fighters_are_liable_unless_one_answers_for_them(party: dict[str, Any], liable: float) -> None:
    """From 0.9 who fights is liable to any harm, one's own soldiers are not; what is stated stands."""
    assert struck({"value": -1}, party=party).parties["one"].liable == liable


@pytest.mark.parametrize(
    ("party", "civilian"),
    [
        ({}, 1),
        ({"kind": "institution"}, 0),
        ({"combatant": 0.25}, 0.75),
        ({"combatant": True}, 0),
        ({"kind": "institution", "combatant": False}, 1),
    ],
)
def test_people_of_unknown_status_are_civilians(party: dict[str, Any], civilian: float) -> None:
    """χ is 1 less the chance of fighting; of those not marked, people are civilians and nothing else is."""
    assert struck({"value": -1}, party=party).parties["one"].civilian == civilian


def test_what_is_the_same_under_every_option_decides_nothing() -> None:
    """A row whose e is one number under all options is left out of U, whatever makes it that number."""
    case = small(
        consequences={
            "same": {"party": "one", "value": -9},
            "differs": {"party": "one", "value": -2},
            "made-equal": {"party": "one", "value": -1},
            "not-by-all": {"party": "one", "value": 4},
        },
        options={
            "a": {"consequences": {"same": 1, "differs": 1, "made-equal": {"chance": 0.5, "count": 4}}},
            "b": {"consequences": {"same": 1, "differs": 0.5, "made-equal": {"count": 2}, "not-by-all": 1}},
        },
    )
    assert case.totals == {"a": -2, "b": 3}
    assert [reason.amount for reason in case.terms["b"]] == [-1, 4]


def test_a_row_that_is_common_stays_in_levels() -> None:
    """Who is already badly off is so whatever is done."""
    case = small(
        consequences={"same": {"party": "one", "value": -9}},
        options={"a": {"consequences": {"same": 1}}, "b": {"consequences": {"same": 1}}},
    )
    assert case.totals == {"a": 0, "b": 0}
    assert case.people.levels == {("a", "one"): -9, ("b", "one"): -9}
