"""Double effect: the act, its end, its means, proportion, and harm that is paid for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, compared, failed, judged, ranks, reason_rows, scores

PROPORTION, LEAST = "proportion", "least-harm"
GENTLER = "options.gentler"


def bomb(
    role: str = "side-effect", good: float = 5, bad: float = 1, before: Any = None, **fields: Any
) -> dict[str, Any]:
    """Return a dilemma of W 1 in which a raid does some good and kills."""
    return {
        "worst": 1,
        "parties": {"town": {}, "nation": {}},
        "consequences": {
            "killed": {"party": "town", "value": -bad},
            "peace": {"party": "nation", "value": good},
        },
        "options": brings(raid={"killed": {"role": role}, "peace": 1}, wait=before or {}),
        "baseline": "wait",
        **fields,
    }


@pytest.mark.parametrize(
    ("role", "fails"),
    [("side-effect", ()), ("removes-threat", ()), ("means", ("means",)), ("end", ("intention",))],
)
def test_harm_may_be_foreseen_and_not_meant(role: str, fails: tuple[str, ...]) -> None:
    """The terror bomber and the tactical bomber kill as many; only one aims at it or uses it."""
    found = judged("double-effect", **bomb(role))
    assert failed(found)["raid"] == fails
    assert bindings(found.answer("raid")) == (
        [(f"harm-as-{role}", "options.raid.consequences.killed")] if fails else []
    )


@pytest.mark.parametrize(
    ("effect", "party", "fails"),
    [
        ({}, {}, ("means",)),
        ({"consented": True}, {}, ()),
        ({"chance": 0}, {}, ()),
        ({"value": 1}, {}, ()),
        ({}, {"kind": "nature"}, ("means",)),
        ({"agency": "allows"}, {}, ("means",)),
        ({}, {"liable": True}, ()),
        ({}, {"combatant": 0.95}, ()),
        ({}, {"liable": 0.5}, ("means",)),
        ({"value": -0.5}, {"liable": 0.5}, ()),
        ({"value": -0.5, "chance": 0.1}, {"liable": 0.4}, ("means",)),
    ],
)
def test_only_a_wrong_may_not_be_meant(
    effect: dict[str, Any], party: dict[str, Any], fails: tuple[str, ...]
) -> None:
    """Not what is consented to, impossible or good, nor what they are liable to; of any kind of party."""
    fields = bomb("means", parties={"town": party, "nation": {}})
    fields["options"]["raid"]["consequences"]["killed"] |= effect
    fields["options"]["wait"]["consequences"] = {"peace": {"value": -1, "agency": "allows"}}
    assert failed(judged("double-effect", **fields))["raid"] == fails


def test_whom_the_harm_saves_is_not_used() -> None:
    """A means is no wrong to one who is spared more than it adds to him: the leg for the life."""
    fields = bomb("means", bad=0.5)
    fields["consequences"]["gangrene"] = {"party": "town", "value": -1, "agency": "allows"}
    fields["options"]["wait"]["consequences"] = {"gangrene": 1}
    assert failed(judged("double-effect", **fields))["raid"] == ()
    fields["options"]["wait"]["consequences"] = {"gangrene": 0.5}
    assert failed(judged("double-effect", **fields))["raid"] == ("means",)


@pytest.mark.parametrize(
    ("kind", "conduct", "fails"),
    [
        ("absolute", {"degree": -1}, ("act",)),
        ("absolute", {"degree": -0.5}, ()),
        ("absolute", {"degree": -1, "waived": True}, ()),
        ("absolute", {"degree": -1, "role": "side-effect"}, ()),
        ("absolute", {"degree": -1, "role": "means"}, ("act", "means")),
        ("absolute", {"degree": -1, "role": "end"}, ("act", "intention")),
        ("pro-tanto", {"degree": -1}, ()),
        ("imperfect", {"degree": -1}, ()),
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
    if conduct == {"degree": -0.5}:
        assert failed(judged("double-effect", {"grave": 0.4}, **fields))["raid"] == ("act",)


def test_the_plan_needs_no_one_deceived_or_coerced() -> None:
    """Those it uses are its means."""
    fields = bomb()
    fields["options"]["raid"]["uses"] = ["town"]
    assert failed(judged("double-effect", **fields))["raid"] == ("means",)


@pytest.mark.parametrize(
    ("good", "ratio", "fails"),
    [
        (1, 1, ()),
        (1 - 1e-10, 1, ()),
        (0.9, 1, (PROPORTION, LEAST)),
        (1.9, 2, (PROPORTION, LEAST)),
        (2, 2, ()),
        (0.5, 0.5, ()),
    ],
)
def test_the_good_is_in_proportion(good: float, ratio: float, fails: tuple[str, ...]) -> None:
    """Against the baseline, good added is at least κ times bad added; the baseline is a way out too."""
    assert failed(judged("double-effect", {"ratio": ratio}, **bomb(good=good)))["raid"] == fails


@pytest.mark.parametrize(
    ("before", "amounts"),
    [
        ({}, (2, 3)),
        ({"killed": {"chance": 0.5, "agency": "allows"}}, (2, 1.5)),
        ({"peace": 0.5}, (1, 3)),
        ({"peace": {"value": 3}}, (0, 4)),
        ({"ill": 1}, (12, 3)),
        ({"killed": {"chance": 0.5, "agency": "does"}}, (3.5, 3)),
        ({"ill": {"agency": "does"}}, (12, 3)),
        ({"killed": {"chance": 1 - 1e-12, "agency": "allows"}}, (2, 0)),
    ],
)
def test_good_and_bad_are_what_changes_from_the_baseline(before: Any, amounts: tuple[float, float]) -> None:
    """What it averts is good, what it takes is bad; harm that the baseline does is averted and done whole."""
    fields = bomb(good=2, bad=3, before=before)
    fields["consequences"]["ill"] = {"party": "nation", "value": -10, "agency": "allows"}
    found = judged("double-effect", **fields).answer("raid")
    assert compared(found)[PROPORTION] == pytest.approx(amounts)


def test_parties_count_by_their_weight() -> None:
    """The good and the bad are weighed as the total is."""
    fields = bomb(good=2, bad=3, parties={"town": {"weight": 0.5}, "nation": {"weight": 2}})
    assert compared(judged("double-effect", **fields).answer("raid"))[PROPORTION] == (4, 1.5)


@pytest.mark.parametrize(
    ("party", "count", "bad"),
    [
        ({}, 4, 8),
        ({"liable": True}, 4, 0),
        ({"liable": 0.5}, 4, 6),
        ({"liable": 0.5, "size": 8}, 4, 6),
        ({"liable": 0.5, "weight": 0.5}, 4, 3),
        ({"liable": 0.5, "kind": "institution"}, 4, 8),
        ({"combatant": True, "represented": True}, 4, 8),
    ],
)
def test_harm_to_the_liable_is_bad_only_beyond_that(party: dict[str, Any], count: float, bad: float) -> None:
    """Of people λ · W is taken off for each one who is struck, before weights; of others nothing."""
    fields = bomb(bad=2, good=9, parties={"town": party, "nation": {}})
    fields["options"]["raid"]["consequences"]["killed"] = {"count": count}
    assert compared(judged("double-effect", **fields).answer("raid"))[PROPORTION] == (9, bad)


def test_good_withheld_from_the_liable_is_bad() -> None:
    """Liability is to harm: only rows with a value below 0 are discounted."""
    fields = bomb(parties={"town": {}, "nation": {"liable": True}})
    fields["options"] = brings(raid={"killed": 1}, wait={"peace": 1})
    assert compared(judged("double-effect", **fields).answer("raid"))[PROPORTION] == (0, 6)


@pytest.mark.parametrize(
    ("good", "bad", "ratio", "fails"),
    [
        (9.6, 0.5, 1, (LEAST,)),
        (9.5, 0.5, 1, ()),
        (9.5 * (1 - 1e-11), 0.5, 1, ()),
        (9.4, 0.5, 1, ()),
        (10, 1, 1, ()),
        (10, 1 - 1e-10, 1, ()),
        (9.1, 0.5, 2, (LEAST,)),
        (9, 0.5, 2, ()),
        (12, 0.5, 1, (LEAST,)),
        (0, 0.5, 0, ()),
        (10.1, 0.5, 0, (LEAST,)),
    ],
)
def test_further_harm_is_paid_for_by_further_good(
    good: float, bad: float, ratio: float, fails: tuple[str, ...]
) -> None:
    """Another clean option spares bad: κ times that is at most the good it forgoes (Walzer 1977)."""
    fields = bomb(good=10, bad=1)
    fields["options"]["gentler"] = {"consequences": {"killed": {"value": -bad}, "peace": {"value": good}}}
    found = judged("double-effect", {"ratio": ratio}, **fields)
    assert failed(found)["raid"] == fails
    if fails:
        amounts = pytest.approx((ratio * (1 - bad), 10 - good))
        told = [row[2:4] for row in reason_rows(found.answer("raid")) if row[:2] == ("rival", GENTLER)]
        assert told == [amounts]
        assert compared(found.answer("raid"))[LEAST] == amounts


def test_a_gentler_way_must_itself_be_clean() -> None:
    """An option that uses harm as its means is no way out; what does no bad needs no way out."""
    fields = bomb(good=10, bad=1)
    fields["options"]["gentler"] = {"consequences": {"killed": {"value": -0.5, "role": "means"}, "peace": 1}}
    assert failed(judged("double-effect", **fields))["raid"] == ()
    harmless = bomb(options=brings(raid={"peace": 1}, also={"peace": {"value": 6}}, wait={}))
    assert failed(judged("double-effect", **harmless)) == {"raid": (), "also": (), "wait": ()}


def test_it_judges_acts_and_not_omissions_that_do_nothing() -> None:
    """Letting happen is judged by end and means alone, unless the omission itself does harm."""
    fields = bomb(good=0.5, bad=5, options=brings(raid={"killed": {"agency": "allows"}}, wait={"peace": 1}))
    fields["options"]["raid"]["omission"] = True
    assert failed(judged("double-effect", **fields))["raid"] == ()
    fields["options"]["raid"]["consequences"]["killed"] = {"agency": "does"}
    assert failed(judged("double-effect", **fields))["raid"] == (PROPORTION, LEAST)
    fields["options"]["raid"]["consequences"]["killed"] = {"agency": "does", "chance": 0}
    assert failed(judged("double-effect", **fields))["raid"] == ()
    fields["options"]["raid"]["omission"] = False
    fields["options"]["raid"]["consequences"]["killed"] = {"agency": "allows"}
    assert failed(judged("double-effect", **fields))["raid"] == (PROPORTION, LEAST)


def test_a_baseline_that_does_harm_is_held_to_least_harm_alone() -> None:
    """To go on polluting is no standard: who stops passes, who goes on must pay for the harm by good."""
    fields = bomb(good=1, bad=3, options=brings(stop={}, go={"killed": 1, "peace": 1}), baseline="go")
    found = judged("double-effect", **fields)
    assert failed(found) == {"stop": (), "go": (LEAST,)}
    assert compared(found.answer("stop"))[PROPORTION] == (3, 1)
    told = [r.key for r in found.answer("go").reasons if r.kind == "test"]
    assert told == ["act", "intention", "means", LEAST]


def test_without_a_baseline_only_three_tests_are_run() -> None:
    """Proportion and least harm need something to compare with."""
    fields = bomb(good=0.1, bad=5)
    del fields["baseline"]
    found = judged("double-effect", **fields)
    assert [r.key for r in found.answer("raid").reasons if r.kind == "test"] == ["act", "intention", "means"]
    assert found.silent


def test_the_figure_is_for_reading() -> None:
    """U is told, and orders nothing among the permitted."""
    found = judged("double-effect", **bomb())
    assert (scores(found), ranks(found)) == ({"raid": 4, "wait": 0}, {"raid": 1, "wait": 1})


def test_it_needs_a_consequence() -> None:
    """Without a consequence in use it does not apply."""
    found = judged("double-effect", **bomb(options={"raid": {}, "wait": {}}))
    assert found.missing == ("no option lists a consequence",)
