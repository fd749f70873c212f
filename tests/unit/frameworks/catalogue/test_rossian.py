"""Ross: duties, goods, and the stringency of not harming."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import judged, reason_rows, scores, terms

PROMISE: dict[str, Any] = {
    "exchange": 1,
    "duties": {"promise": {"weight": 4}},
    "consequences": {"good": {"party": "one", "value": 1}},
}


def options(keep: float, break_: float) -> dict[str, Any]:
    """Return two options: keeping brings so much good, breaking so much."""
    return {
        "keep": {"duties": {"promise": 1}, "consequences": {"good": {"value": keep}}},
        "break": {"duties": {"promise": -1}, "consequences": {"good": {"value": break_}}},
    }


def test_a_slight_gain_does_not_outweigh_a_promise() -> None:
    """1,001 units of good do not justify breaking a promise worth keeping for 1,000 (Ross 1930)."""
    assert judged("rossian", **PROMISE, options=options(1000, 1001)).choice == ("keep",)
    assert judged("rossian", **PROMISE, options=options(1000, 1009)).choice == ("break",)


@pytest.mark.parametrize(("settings", "keep"), [(None, 18), ({"credit": 0.5}, 14), ({"credit": 0}, 10)])
def test_keeping_and_breaking_are_counted_each(settings: Any, keep: float) -> None:
    """Exchange · Σ w · g + U(o): fulfilment φ times, breach in full (Ross, p. 41)."""
    found = judged("rossian", settings, **{**PROMISE, "exchange": 2}, options=options(10, 20))
    assert scores(found) == {"keep": keep, "break": 12}
    assert terms(found.answer("break")) == {
        "options.break.duties.promise": -8,
        "options.break.consequences.good": 20,
    }


@pytest.mark.parametrize(("conduct", "term"), [(-0.5, -4), (0.5, 4), ({"degree": -1, "waived": True}, 0)])
def test_a_duty_counts_by_its_degree(conduct: Any, term: float) -> None:
    """A promise half broken, of weight 4 at exchange 2, counts -4; one released counts nothing."""
    fields = {**PROMISE, "options": options(10, 20), "exchange": 2}
    fields["options"]["break"]["duties"] = {"promise": conduct}
    assert terms(judged("rossian", **fields).answer("break"))["options.break.duties.promise"] == term


def harming(before: Any = None, party: dict[str, Any] | None = None, **effect: Any) -> dict[str, Any]:
    """Return a dilemma of W 2 with an option that harms three, which spares `two` a loss."""
    return {
        "worst": 2,
        "parties": {"one": {"weight": 0.5, **(party or {})}, "two": {}},
        "duties": {"d": {}},
        "consequences": {
            "c": {"party": "one", "value": -2, "count": 3},
            "ill": {"party": "one", "value": -2, "count": 3, "agency": "allows"},
            "loss": {"party": "two", "value": -1, "agency": "allows"},
        },
        "options": {
            "a": {"consequences": {"c": effect}},
            "b": {"consequences": {"loss": 1, **(before or {})}},
        },
        "baseline": "b",
    }


@pytest.mark.parametrize(
    ("effect", "party", "settings", "score"),
    [
        ({}, {}, None, -4.5),
        ({}, {}, {"nonmaleficence": 1}, -3),
        ({}, {}, {"nonmaleficence": 3}, -9),
        ({"chance": 0.5}, {}, None, -2.25),
        ({"agency": "allows"}, {}, None, -3),
        ({"value": 2}, {}, None, 3),
        ({"consented": True}, {}, None, -3),
        ({}, {"kind": "institution"}, None, -4.5),
        ({}, {"liable": True}, None, -3),
        ({}, {"liable": 0.5}, None, -3.75),
        ({}, {"combatant": True}, None, -3),
    ],
)
def test_harm_done_counts_for_more(
    effect: dict[str, Any], party: dict[str, Any], settings: Any, score: float
) -> None:
    """Harm that is done, to those not liable to it who have not agreed, counts ν times, else once."""
    assert scores(judged("rossian", settings, **harming(None, party, **effect)))["a"] == score


@pytest.mark.parametrize(
    ("before", "now", "surcharge"),
    [
        ({"c": {"agency": "allows", "chance": 0.5}}, {}, -0.75),
        ({"c": {"agency": "allows", "chance": 0.5}}, {"chance": 0.25}, 0),
        ({"c": {"agency": "does", "chance": 0.5}}, {}, -1.5),
        ({"c": {"agency": "allows", "value": 2}}, {}, -1.5),
        ({"ill": 1}, {}, 0),
        ({"ill": 0.5}, {}, -0.75),
        ({"ill": {"agency": "does"}}, {}, -1.5),
    ],
)
def test_what_would_have_happened_anyway_is_not_done(
    before: dict[str, Any], now: dict[str, Any], surcharge: float
) -> None:
    """Nor is what is made good by harm that the same people are spared."""
    found = judged("rossian", **harming(before, **now)).answer("a")
    told = [r.amount for r in found.reasons if r.key == "nonmaleficence"]
    assert told == ([surcharge] if surcharge else [])


def test_what_is_common_decides_nothing_in_the_sum() -> None:
    """A row that is the same under every option is left out of U, and its surcharge is not."""
    fields = harming()
    fields["options"]["b"]["consequences"]["c"] = 1
    assert scores(judged("rossian", **fields)) == {"a": -1.5, "b": -2.5}


def test_the_surcharge_is_a_term_of_its_own() -> None:
    """Harm of 6 done to a party of weight 0.5 counts 3 as a consequence, and (ν - 1) · 3 more as done."""
    fields = harming(party={"liable": 0.5}) | {"exchange": 1}
    fields["duties"]["d"] = {"weight": 3}
    fields["options"]["a"]["duties"] = {"d": 0.5}
    where = "options.a.consequences.c"
    assert reason_rows(judged("rossian", {"nonmaleficence": 3}, **fields).answer("a")) == [
        ("duty", "options.a.duties.d", 1.5, None, None),
        ("consequence", where, -3, None, "one"),
        ("nonmaleficence", where, -3, None, "one"),
        ("liability", "parties.one", 3, None, "one"),
    ]


def test_it_needs_a_duty() -> None:
    """Without a duty declared it does not apply."""
    fields = harming()
    del fields["duties"]
    assert judged("rossian", **fields).missing == ("no duty is declared",)
