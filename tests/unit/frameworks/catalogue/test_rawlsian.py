"""Maximin fairness: levels, leximin, and who is left out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, judged, ranks, reason_rows, scores

SOCIETY: dict[str, Any] = {
    "parties": {"poor": {"level": 1}, "middle": {"level": 3}, "rich": {"level": 9}},
    "consequences": {
        "p": {"party": "poor", "value": 1},
        "m": {"party": "middle", "value": 1},
        "r": {"party": "rich", "value": 1},
    },
}


def test_the_worst_off_come_first() -> None:
    """The least gain to the worst off outweighs any gain to others."""
    options = brings(help={"p": {"value": 0.1}}, grow={"m": {"value": 50}, "r": {"value": 50, "count": 1000}})
    found = judged("rawlsian", **SOCIETY, options=options)
    assert scores(found) == {"help": 1.1, "grow": 1}
    assert found.choice == ("help",)
    assert found.margin is None


def test_equals_are_decided_by_the_next_worst_off() -> None:
    """Leximin: where the least are equal the second least decides, and so on to the best off."""
    options = brings(
        middle={"m": {"value": 1}},
        rich={"r": {"value": 5}},
        neither={},
        both={"m": {"value": 1}, "r": {"value": 0.1}},
    )
    assert ranks(judged("rawlsian", **SOCIETY, options=options)) == {
        "middle": 2,
        "rich": 3,
        "neither": 4,
        "both": 1,
    }


def test_who_holds_a_level_does_not_matter() -> None:
    """Levels are put in order whoever has them: places may be exchanged, and the order is unchanged."""
    options = brings(
        stay={},
        swap={"p": {"value": 8}, "m": {"value": -2}, "r": {"value": -6}},
        better={"p": {"value": 8}, "m": {"value": -2}},
    )
    found = judged("rawlsian", **SOCIETY, options=options)
    assert ranks(found) == {"stay": 2, "swap": 2, "better": 1}
    assert scores(found) == {"stay": 1, "swap": 1, "better": 1}


@pytest.mark.parametrize(
    "levels", [[1], [2, 1], [3, 2, 1], [5, 3, 9, 1, 7, 2, 8, 4, 6], [9, 8, 7, 6, 5, 4, 3, 2, 1]]
)
def test_any_number_of_levels_is_put_in_order(levels: list[int]) -> None:
    """With many parties in any order, the least is found and ties are broken from the bottom."""
    parties = {f"p{i}": {"level": level} for i, level in enumerate(levels)}
    consequences = {f"c{i}": {"party": f"p{i}", "value": 1} for i in range(len(levels))}
    options = brings(**{f"o{i}": {f"c{i}": {"value": 0.5}} for i in range(len(levels))}, none={})
    found = judged("rawlsian", parties=parties, consequences=consequences, options=options)
    assert ranks(found) == {**{f"o{i}": level for i, level in enumerate(levels)}, "none": len(levels) + 1}
    assert scores(found)["none"] == 1


def test_levels_are_of_one_member_and_expected() -> None:
    """Chance and discount count, and the share that is struck; number and weight do not."""
    found = judged(
        "rawlsian",
        parties={"poor": {"level": 1, "weight": 0.1}},
        discount=0.25,
        consequences={"p": {"party": "poor", "value": 4, "count": 100}},
        options=brings(a={"p": {"chance": 0.5, "delay": 1}}, b={}),
    )
    assert scores(found) == {"a": 2.6, "b": 1}
    sized = judged(
        "rawlsian",
        parties={"poor": {"level": 1, "size": 4}},
        consequences={"p": {"party": "poor", "value": 4}},
        options=brings(a={"p": 1}, b={}),
    )
    assert scores(sized) == {"a": 2, "b": 1}


def test_persons_count_and_not_parties() -> None:
    """At the lowest level where two options differ in how many stand there, fewer is better."""
    found = judged(
        "rawlsian",
        parties={"few": {"size": 2}, "many": {"size": 3}, "rich": {"level": 9}},
        consequences={
            "f": {"party": "few", "value": 5},
            "m": {"party": "many", "value": 1},
            "r": {"party": "rich", "value": -8.5},
        },
        options=brings(many={"m": {"count": 3}}, few={"f": {"count": 2}}, most={"m": {"count": 3}, "r": 1}),
    )
    # at 0 stand 2, 3 and 2 persons; of the two with 2, at 0.5 stand 2 and 3
    assert ranks(found) == {"many": 1, "few": 3, "most": 2}
    assert scores(found) == {"many": 0, "few": 0, "most": 0}


def test_those_who_stand_at_a_level_whatever_happens_count() -> None:
    """People without a consequence stand at their level, one person unless a size is stated."""
    fields = {**SOCIETY, "parties": {**SOCIETY["parties"], "idle": {"level": 0.5}}}
    found = judged("rawlsian", **fields, options=brings(a={"p": 1}, b={}))
    assert set(scores(found).values()) == {0.5}
    assert ranks(found) == {"a": 1, "b": 2}


def test_who_does_not_live_stands_nowhere() -> None:
    """One who lives only under one option is counted there alone: a poor new life is a loss."""
    fields = {**SOCIETY, "parties": {**SOCIETY["parties"], "child": {"possible": True}}}
    fields["consequences"] = {**SOCIETY["consequences"], "life": {"party": "child", "value": 0.5}}
    found = judged("rawlsian", **fields, options=brings(born={"life": 1}, none={"m": 0}))
    assert scores(found) == {"born": 0.5, "none": 1}
    assert found.choice == ("none",)


def test_where_nobody_lives_nobody_stands_low() -> None:
    """An option under which no one lives has fewer at every level than one with people."""
    found = judged(
        "rawlsian",
        parties={"child": {"possible": True, "level": 1}},
        consequences={"life": {"party": "child", "value": 1}},
        options=brings(born={"life": 1}, none={}),
    )
    assert scores(found) == {"born": 2, "none": 0}
    assert found.choice == ("none",)


def test_only_people_who_count_are_ranked() -> None:
    """A party of weight 0, and what is not people, changes neither the score nor the order."""
    society = {
        **SOCIETY["parties"],
        "out": {"level": -5, "weight": 0},
        "top": {"level": 50, "weight": 0},
        "state": {"kind": "institution", "level": -50},
    }
    consequences = {
        **SOCIETY["consequences"],
        "o": {"party": "out", "value": 60},
        "t": {"party": "top", "value": -90},
        "s": {"party": "state", "value": 5},
    }
    options = brings(middle={"m": 1}, out={"o": 1}, top={"t": 1}, state={"s": 1}, rich={"r": {"value": 90}})
    found = judged("rawlsian", parties=society, consequences=consequences, options=options)
    assert ranks(found) == {"middle": 1, "out": 3, "top": 3, "state": 3, "rich": 2}
    assert set(scores(found).values()) == {1}
    assert bindings(found.answer("out")) == [("worst-off", "parties.poor")]


def test_the_worst_off_are_the_reason() -> None:
    """All who share the least level are named, at that level."""
    parties = {"poor": {"level": 1}, "middle": {"level": 1}, "rich": {"level": 9}}
    found = judged("rawlsian", **{**SOCIETY, "parties": parties}, options=brings(a={}, b={"p": 1}))
    assert bindings(found.answer("a")) == [("worst-off", "parties.poor"), ("worst-off", "parties.middle")]
    assert reason_rows(found.answer("b")) == [("worst-off", "parties.middle", 1, None, "middle")]


def test_who_does_not_count_is_not_named() -> None:
    """A party of weight 0 is not among the worst off even where all fare alike."""
    parties = {"poor": {"level": 1}, "out": {"level": 1, "weight": 0}}
    found = judged(
        "rawlsian",
        **{**SOCIETY, "parties": parties, "consequences": {"p": SOCIETY["consequences"]["p"]}},
        options=brings(a={"p": 0}, b={}),
    )
    assert bindings(found.answer("a")) == [("worst-off", "parties.poor")]


def test_it_needs_people_concerned_and_a_level_stated() -> None:
    """A level written as 0 is stated; one of a party that does not count is not enough."""
    stated = "no party of people with a weight above 0 states its level: how well off each of them is"
    concerned = "no option lists a consequence for a party of people (weight above 0)"
    consequences = {"c": {"party": "one", "value": 1}, "d": {"party": "state", "value": 1}}
    options = brings(a={"c": 1, "d": 1}, b={})
    state = {"kind": "institution", "level": 1}

    def missing(one: dict[str, Any], listed: Any = options) -> tuple[str, ...]:
        parties = {"one": one, "state": state}
        return judged("rawlsian", parties=parties, consequences=consequences, options=listed).missing

    assert missing({"level": 0}) == ()
    assert missing({}) == (stated,)
    assert missing({"level": 1, "weight": 0}) == (concerned, stated)
    assert missing({"level": 1}, brings(a={"d": 1}, b={})) == (concerned,)
