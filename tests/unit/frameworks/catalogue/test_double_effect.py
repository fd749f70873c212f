"""Double effect: the act, its end, its means, proportion and due care."""

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
)


def bomb(role: str = "side-effect", good: float = 5, bad: float = 1, **fields: Any) -> dict[str, Any]:
    """Return a dilemma in which a raid does some good and kills."""
    return {
        "parties": {"town": {}, "nation": {}},
        "consequences": {
            "killed": {"party": "town", "value": -bad},
            "peace": {"party": "nation", "value": good},
        },
        "options": brings(raid={"killed": {"role": role}, "peace": 1}, wait={}),
        "baseline": "wait",
        **fields,
    }


@pytest.mark.parametrize(
    ("role", "fails"), [("side-effect", ()), ("means", ("means",)), ("end", ("intention",))]
)
def test_harm_may_be_foreseen_and_not_meant(role: str, fails: tuple[str, ...]) -> None:
    """The terror bomber and the tactical bomber kill as many; only one aims at it or uses it."""
    found = judged("double-effect", **bomb(role))
    assert failed(found)["raid"] == fails
    if fails:
        assert bindings(found.answer("raid")) == [(f"harm-as-{role}", "options.raid.consequences.killed")]


@pytest.mark.parametrize("effect", [{"consented": True}, {"chance": 0}, {"value": 1}])
def test_what_is_no_harm_may_be_meant(effect: dict[str, Any]) -> None:
    """Not what is consented to, impossible or good."""
    fields = bomb()
    fields["options"]["raid"]["consequences"]["killed"] = {"role": "means", **effect}
    assert failed(judged("double-effect", **fields))["raid"] == ()


def test_the_liable_are_not_wronged() -> None:
    """Harm to those liable to it may be means or end; harm to no people as well may not."""
    assert (
        failed(judged("double-effect", **bomb("means", parties={"town": {"liable": True}, "nation": {}})))[
            "raid"
        ]
        == ()
    )
    forest = {"town": {"kind": "nature"}, "nation": {}}
    assert failed(judged("double-effect", **bomb("means", parties=forest)))["raid"] == ("means",)


@pytest.mark.parametrize(
    ("kind", "conduct", "fails"),
    [
        ("absolute", {"degree": -1}, ("act",)),
        ("absolute", {"degree": -0.5}, ()),
        ("absolute", {"degree": -1, "role": "side-effect"}, ()),
        ("absolute", {"degree": -1, "role": "means"}, ("act", "means")),
        ("absolute", {"degree": -1, "role": "end"}, ("act", "intention")),
        ("pro-tanto", {"degree": -1}, ()),
        ("pro-tanto", {"degree": -1, "role": "means"}, ("means",)),
        ("pro-tanto", {"degree": -0.51, "role": "end"}, ("intention",)),
        ("pro-tanto", {"degree": -0.5, "role": "end"}, ()),
        ("pro-tanto", {"degree": -1, "role": "side-effect"}, ()),
    ],
)
def test_no_wrong_is_the_act_its_end_or_its_means(
    kind: str, conduct: dict[str, Any], fails: tuple[str, ...]
) -> None:
    """Absolute duties bind the act unless foreseen only; any duty violated may be neither end nor means."""
    fields = bomb(duties={"d": {"kind": kind}})
    fields["options"]["raid"]["duties"] = {"d": conduct}
    assert failed(judged("double-effect", **fields))["raid"] == fails


def test_how_grave_a_violation_is_can_be_set() -> None:
    """`grave` moves the bar of violation."""
    fields = bomb(duties={"d": {"kind": "absolute"}})
    fields["options"]["raid"]["duties"] = {"d": -0.3}
    assert failed(judged("double-effect", **fields))["raid"] == ()
    assert failed(judged("double-effect", {"grave": 0.2}, **fields))["raid"] == ("act",)
    assert failed(judged("double-effect", {"grave": 0.3}, **fields))["raid"] == ()


@pytest.mark.parametrize(
    ("good", "ratio", "fails"),
    [
        (1, 1, ()),
        (1 - 1e-10, 1, ()),
        (0.9, 1, ("proportion",)),
        (1.9, 2, ("proportion",)),
        (2, 2, ()),
        (0.1, 0, ()),
        (1.5, 1, ()),
    ],
)
def test_the_good_is_in_proportion(good: float, ratio: float, fails: tuple[str, ...]) -> None:
    """Against the baseline, good added is at least κ times bad added; exactly so is enough."""
    assert failed(judged("double-effect", {"ratio": ratio}, **bomb(good=good)))["raid"] == fails


def test_good_and_bad_are_what_changes_from_the_baseline() -> None:
    """What the baseline brings too is neither; what it alone brings counts as averted or lost."""
    fields = bomb(good=2, bad=3)
    fields["options"]["wait"] = {"consequences": {"killed": {"chance": 0.5}}}
    assert failed(judged("double-effect", **fields))["raid"] == ()  # 2 for 1.5
    fields["options"]["wait"] = {"consequences": {"killed": {"chance": 0.5}, "peace": 0.5}}
    assert failed(judged("double-effect", **fields))["raid"] == ("proportion",)  # 1 for 1.5
    averted = bomb(good=2, bad=3, options=brings(raid={}, wait={"killed": 1, "peace": 1}))
    found = judged("double-effect", **averted).answer("raid")
    assert (found.failed, found.reasons[3].amount, found.reasons[3].against) == ((), 3, 2)


@pytest.mark.parametrize(
    ("good", "bad", "slack", "fails"),
    [
        (9, 0.5, 0.1, ("least-harm",)),
        (9 * (1 - 1e-10), 0.5, 0.1, ("least-harm",)),
        (8.9, 0.5, 0.1, ()),
        (9, 1, 0.1, ()),
        (9, 1 - 1e-10, 0.1, ()),
        (10, 0.5, 0, ("least-harm",)),
        (9.9, 0.5, 0, ()),
        (0, 0.5, 1, ("least-harm",)),
    ],
)
def test_no_gentler_way_does_nearly_the_good(
    good: float, bad: float, slack: float, fails: tuple[str, ...]
) -> None:
    """Another clean option with (1 - ε) of the good and less bad makes the harm needless (Walzer 1977)."""
    fields = bomb(good=10, bad=1)
    fields["options"]["gentler"] = {"consequences": {"killed": {"value": -bad}, "peace": {"value": good}}}
    found = judged("double-effect", {"slack": slack, "ratio": 0}, **fields)
    assert failed(found)["raid"] == fails
    if fails:
        assert ("gentler", "options.gentler", bad, 1, None) in reason_rows(found.answer("raid"))
        assert compared(found.answer("raid"))["least-harm"] == (1, bad if slack < 1 else 0)


def test_a_gentler_way_must_itself_be_clean() -> None:
    """An option that uses harm as its means is no way out; what does no bad needs no way out."""
    fields = bomb(good=10, bad=1)
    fields["options"]["gentler"] = {"consequences": {"killed": {"value": -0.5, "role": "means"}, "peace": 1}}
    assert failed(judged("double-effect", **fields))["raid"] == ()
    harmless = bomb(options=brings(raid={"peace": 1}, also={"peace": {"value": 6}}, wait={}))
    assert failed(judged("double-effect", **harmless)) == {"raid": (), "also": (), "wait": ()}


def test_the_baseline_itself_is_not_held_to_proportion() -> None:
    """What changes nothing is judged by its act, end and means alone."""
    found = judged("double-effect", **bomb(options=brings(raid={"peace": 1}, wait={"killed": 1})))
    assert [r.key for r in found.answer("wait").reasons if r.kind == "test"] == ["act", "intention", "means"]
    assert failed(found)["wait"] == ()


def test_without_a_baseline_only_three_tests_are_run() -> None:
    """Proportion and due care need something to compare with."""
    fields = bomb(good=0.1, bad=5)
    del fields["baseline"]
    found = judged("double-effect", **fields)
    assert [r.key for r in found.answer("raid").reasons if r.kind == "test"] == ["act", "intention", "means"]
    assert found.silent


def test_the_reasons_tell_how_far_and_how_much() -> None:
    """A duty is told by its degree, a harm unweighted; good is set against κ times the bad."""
    fields = bomb("means", duties={"d": {"kind": "absolute", "weight": 7}})
    fields["parties"]["town"]["weight"] = 0.5
    fields["options"]["raid"]["duties"] = {"d": {"degree": -1, "role": "means"}}
    fields["options"]["raid"]["consequences"]["killed"]["count"] = 4
    found = judged("double-effect", {"ratio": 3}, **fields).answer("raid")
    assert reason_rows(found) == [
        ("violation", "options.raid.duties.d", -1, None, None),
        ("harm-as-means", "options.raid.consequences.killed", -4, None, None),
        ("wrong-as-means", "options.raid.duties.d", -1, None, None),
        ("consequence", "options.raid.consequences.killed", -2, None, "town"),
        ("consequence", "options.raid.consequences.peace", 5, None, "nation"),
    ]
    assert compared(found) == {
        "act": (None, None),
        "intention": (None, None),
        "means": (None, None),
        "proportion": (5, 6),
        "least-harm": (None, None),
    }
    fields["options"]["raid"]["duties"] = {"d": {"degree": -1, "role": "end"}}
    fields["options"]["raid"]["consequences"]["killed"]["role"] = "end"
    assert [
        (key, amount) for key, _, amount, *_ in reason_rows(judged("double-effect", **fields).answer("raid"))
    ][:3] == [
        ("violation", -1),
        ("harm-as-end", -4),
        ("wrong-as-end", -1),
    ]


def test_the_figure_is_for_reading() -> None:
    """U is told, and orders nothing among the permitted."""
    found = judged("double-effect", **bomb())
    assert scores(found) == {"raid": 4, "wait": 0}
    assert ranks(found) == {"raid": 1, "wait": 1}


def test_it_needs_a_consequence() -> None:
    """Without a consequence in use it does not apply."""
    assert judged("double-effect", **bomb(options={"raid": {}, "wait": {}})).missing == (
        "no option lists a consequence",
    )
