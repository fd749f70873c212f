"""Ross: duties, goods, and the stringency of not harming."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import judged, reason_rows, scores, terms

PROMISE: dict[str, Any] = {
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


def test_the_score() -> None:
    """Exchange · Σ w · g + U(o)."""
    found = judged("rossian", **PROMISE, options=options(10, 20), exchange=2)
    assert scores(found) == {"keep": 18, "break": 12}
    assert terms(found.answer("break")) == {
        "options.break.duties.promise": -8,
        "options.break.consequences.good": 20,
    }


def test_a_duty_counts_by_its_degree() -> None:
    """A promise half broken, of weight 4 at exchange 2, counts -4; terms are told as they count."""
    fields = {**PROMISE, "options": options(10, 20), "exchange": 2}
    fields["options"]["break"]["duties"] = {"promise": -0.5}
    found = judged("rossian", **fields)
    assert scores(found) == {"keep": 18, "break": 16}
    assert terms(found.answer("break"))["options.break.duties.promise"] == -4


def harming(**effect: Any) -> dict[str, Any]:
    """Return a dilemma with an option that harms."""
    return {
        "parties": {"one": {"weight": 0.5}},
        "duties": {"d": {}},
        "consequences": {"c": {"party": "one", "value": -2, "count": 3}},
        "options": {"a": {"consequences": {"c": effect}}, "b": {}},
    }


@pytest.mark.parametrize(
    ("effect", "settings", "score"),
    [
        ({}, None, -4.5),
        ({}, {"nonmaleficence": 1}, -3),
        ({}, {"nonmaleficence": 3}, -9),
        ({"chance": 0.5}, None, -2.25),
        ({"agency": "allows"}, None, -3),
        ({"value": 2}, None, 3),
        ({"consented": True}, None, -4.5),
    ],
)
def test_harm_done_counts_for_more(effect: dict[str, Any], settings: Any, score: float) -> None:
    """Harm the act does counts ν times, harm it allows once; the party's weight counts."""
    assert scores(judged("rossian", settings, **harming(**effect)))["a"] == score


@pytest.mark.parametrize(
    ("before", "now", "score"),
    [
        ({"agency": "allows"}, {}, -3),
        ({"agency": "allows", "chance": 0.5}, {}, -3.75),
        ({"agency": "allows", "chance": 0.5}, {"chance": 0.25}, -0.75),
        ({"agency": "does"}, {}, -4.5),
        ({"agency": "allows", "value": 2}, {}, -4.5),
    ],
)
def test_what_would_have_happened_anyway_is_not_done(
    before: dict[str, Any], now: dict[str, Any], score: float
) -> None:
    """Harm the baseline would have let happen is discounted, harm the baseline does is not."""
    fields = harming(**now)
    fields["options"]["b"] = {"consequences": {"c": before}}
    assert scores(judged("rossian", **fields, baseline="b"))["a"] == score


def test_the_surcharge_is_a_term_of_its_own() -> None:
    """Harm of 6 done to a party of weight 0.5 counts 3 as a consequence, and (ν - 1) · 3 more as done."""
    fields = harming()
    fields["duties"]["d"] = {"weight": 3}
    fields["options"]["a"]["duties"] = {"d": 0.5}
    where = "options.a.consequences.c"
    assert reason_rows(judged("rossian", {"nonmaleficence": 3}, **fields).answer("a")) == [
        ("duty", "options.a.duties.d", 1.5, None, None),
        ("consequence", where, -3, None, "one"),
        ("nonmaleficence", where, -6, None, "one"),
    ]


def test_only_a_harm_done_is_told_as_one() -> None:
    """What is not done has no term of its own."""
    done = [r.key for r in judged("rossian", **harming()).answer("a").reasons]
    allowed = [r.key for r in judged("rossian", **harming(agency="allows")).answer("a").reasons]
    nothing = [r.key for r in judged("rossian", **harming(chance=0)).answer("a").reasons]
    assert (done, allowed, nothing) == (["consequence", "nonmaleficence"], ["consequence"], ["consequence"])


def test_it_needs_a_duty() -> None:
    """Without a duty declared it does not apply."""
    fields = harming()
    del fields["duties"]
    assert judged("rossian", **fields).missing == ("no duty is declared",)
