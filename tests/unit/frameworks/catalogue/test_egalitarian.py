"""Egalitarianism: the average, and how far persons are apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import brings, judged, reason_rows, scores

TWO: dict[str, Any] = {
    "parties": {"low": {"level": 1}, "high": {"level": 3}},
    "consequences": {
        "lift": {"party": "low", "value": 1},
        "raise": {"party": "high", "value": 1},
    },
}


def test_the_score_is_the_average_less_inequality() -> None:
    """Of levels 1 and 3: 2, less a half of a half of their mean difference 1 over all pairs."""
    found = judged("egalitarian", **TWO, options=brings(lift={"lift": 1}, hold={"lift": 0}))
    assert scores(found) == {"lift": 2.375, "hold": 1.75}
    assert reason_rows(found.answer("hold")) == [
        ("average", "options.hold", 2, None, None),
        ("inequality", "options.hold", 0.25, None, None),
    ]


@pytest.mark.parametrize(("equality", "score"), [(0, 2), (0.5, 1.75), (1, 1.5)])
def test_how_much_inequality_counts_can_be_set(equality: float, score: float) -> None:
    """At 0 the average alone, at 1 Sen's income times one minus Gini: 2 · (1 - 1/4)."""
    found = judged("egalitarian", {"equality": equality}, **TWO, options=brings(a={"lift": 0}, b={}))
    assert set(scores(found).values()) == {score}


def test_a_party_counts_by_its_size() -> None:
    """Persons are compared, not parties: three at 0 and one at 4."""
    found = judged(
        "egalitarian",
        {"equality": 1},
        parties={"many": {"size": 3, "level": 0}, "one": {"level": 4}},
        consequences={"c": {"party": "one", "value": 1}},
        options=brings(a={"c": 0}, b={}),
    )
    # mean 1; half the mean difference over 16 pairs: 6 · 4 / 16 / 2
    assert set(scores(found).values()) == {1 - 0.75}


def test_levelling_down_is_never_better() -> None:
    """Taking from the better off, for nobody's good, scores less even at 1."""
    options = brings(level={"raise": {"value": -2}}, hold={"lift": 0})
    assert judged("egalitarian", {"equality": 1}, **TWO, options=options).choice == ("hold",)


def test_the_same_gain_is_better_for_the_worse_off() -> None:
    """Of one gain to either, the one that narrows the gap (Temkin 1993)."""
    found = judged("egalitarian", **TWO, options=brings(low={"lift": 1}, high={"raise": 1}))
    assert found.choice == ("low",)


def test_only_people_who_count_and_live_are_compared() -> None:
    """Not institutions, nor a party of weight 0, nor one that does not live; no other weight matters."""
    parties = {
        "low": {"level": 1, "weight": 3},
        "high": {"level": 3},
        "out": {"level": -9, "weight": 0},
        "firm": {"level": -9, "kind": "institution"},
        "child": {"level": 8, "possible": True},
    }
    consequences = {**TWO["consequences"], "life": {"party": "child", "value": 0}}
    found = judged(
        "egalitarian",
        **{**TWO, "parties": parties, "consequences": consequences},
        options=brings(none={"lift": 0}, born={"life": 1}),
    )
    # born: levels 1, 3 and 8: mean 4, half the mean difference (2 + 7 + 5) / 9
    assert scores(found) == {"none": 1.75, "born": round(4 - 0.5 * 14 / 9, 9)}


def test_others_levels_matter() -> None:
    """It is not separable: people whom nothing befalls decide too."""
    alone = judged(
        "egalitarian",
        parties={"low": {"level": 1, "size": 2}, "high": {"level": 3, "size": 2}},
        consequences={
            "lift": {"party": "low", "value": 2, "count": 1},
            "raise": {"party": "high", "value": 2.5, "count": 1},
        },
        options=brings(low={"lift": 1}, high={"raise": 1}),
    )
    assert alone.choice == ("low",)
    among_worse = judged(
        "egalitarian",
        {"equality": 1},
        parties={
            "low": {"level": 1, "size": 2},
            "high": {"level": 3, "size": 2},
            "poor": {"level": -9, "size": 90},
        },
        consequences={
            "lift": {"party": "low", "value": 2, "count": 1},
            "raise": {"party": "high", "value": 2.5, "count": 1},
        },
        options=brings(low={"lift": 1}, high={"raise": 1}),
    )
    gaps = scores(among_worse)
    assert gaps["high"] - gaps["low"] > scores(alone)["high"] - scores(alone)["low"]


def test_it_needs_people_concerned_and_a_level_stated() -> None:
    """A level of one whom nothing befalls is enough; so is one written as 0."""
    stated = "no party of people with a weight above 0 states its level: how well off each of them is"
    concerned = "no option lists a consequence for a party of people (weight above 0)"
    consequences = {"c": {"party": "one", "value": 1}, "d": {"party": "firm", "value": 1}}

    def missing(listed: str, **parties: Any) -> tuple[str, ...]:
        known = {"one": {}, "firm": {"kind": "institution", "level": 1}, **parties}
        options = brings(a={listed: 1}, b={})
        return judged("egalitarian", parties=known, consequences=consequences, options=options).missing

    assert missing("c") == (stated,)
    assert missing("c", one={"level": 0}) == ()
    assert missing("c", other={"level": 2}) == ()
    assert missing("c", other={"level": 2, "weight": 0}) == (stated,)
    assert missing("d", other={"level": 2}) == (concerned,)
