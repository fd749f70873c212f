"""Cluster munitions: results that follow from the content of the dilemma, whatever its exact numbers."""

from __future__ import annotations

import pytest

from tests.shipped.seed_dilemmas import permitted, view_of, weighed

SENDERS = ("limited", "open-ended")
OTHERS = ("no-transfer", "replacement")
MENU_DEPENDENT = {"minimax-regret", "contractualist", "limited-aggregation", "care", "pareto"}
"""Theories whose score of an option depends on the other options."""


def test_more_duds_never_raise_the_score_of_a_transfer() -> None:
    """No theory scores a transfer higher with 30 % duds than with 2.35 %.

    The scores of the other options stay the same, except in theories where they depend on the other options.
    """
    few = weighed("cluster", addresses={"quantities.dud-rate.value": 0.0235})
    many = weighed("cluster", addresses={"quantities.dud-rate.value": 0.30})
    for id, before in few.items():
        for option in SENDERS:
            assert many[id].answer(option).score <= before.answer(option).score, (id, option)
        for option in () if id in MENU_DEPENDENT else OTHERS:
            assert many[id].answer(option).score == before.answer(option).score, (id, option)


def test_more_duds_lift_a_transfer_above_no_other_course() -> None:
    """With more duds, no theory puts a transfer above a course without duds, or permits one it forbade."""
    few = weighed("cluster", addresses={"quantities.dud-rate.value": 0.0235})
    many = weighed("cluster", addresses={"quantities.dud-rate.value": 0.30})
    raised = [
        (id, option)
        for id, before in few.items()
        for option in SENDERS
        for other in OTHERS
        if (
            before.answer(option).rank >= before.answer(other).rank
            and many[id].answer(option).rank < many[id].answer(other).rank
        )
        or (before.about.tests and many[id].answer(option).permissible > before.answer(option).permissible)
    ]
    assert raised == []


def test_timely_replacements_break_necessity() -> None:
    """The transfer infringes necessity if less harmful means come in time, not if they come late."""
    degree = {
        view: view_of("cluster", view).options["limited"].duties["necessity"].degree
        for view in ("if-replacements-are-timely", "if-replacements-are-late")
    }
    assert degree == {"if-replacements-are-timely": -0.5, "if-replacements-are-late": 0}


def test_timeliness_alone_makes_double_effect_forbid_the_transfer() -> None:
    """Double effect permits the limited transfer as the file stands, and not if replacements come in time.

    They do less good, as they bridge the gap in five cases of nine and cluster shells in three of four; but
    what more the shells do is less than the further harm. For the critics the good is not even in
    proportion to the harm.
    """
    plain, timely, critics = (
        weighed("cluster", view)["double-effect"] for view in (None, "if-replacements-are-timely", "critics")
    )
    assert permitted(plain) == ["no-transfer", "limited", "replacement", "verified"]
    assert permitted(timely) == permitted(critics) == ["no-transfer", "replacement"]
    assert timely.answer("limited").failed == ("least-harm",)
    assert critics.answer("limited").failed == ("proportion", "least-harm")


def test_timely_replacements_take_first_place_by_totals() -> None:
    """By total lives the limited transfer is best if replacements come late, else replacements are."""
    first = {
        view: weighed("cluster", view)["utilitarian"].choice
        for view in ("if-replacements-are-timely", "if-replacements-are-late")
    }
    assert first == {
        "if-replacements-are-timely": ("replacement",),
        "if-replacements-are-late": ("limited",),
    }


@pytest.mark.parametrize("theory", ["just-war", "double-effect"])
def test_without_replacements_the_rules_of_war_permit_the_limited_transfer(theory: str) -> None:
    """The limited transfer is permitted if nothing less harmful comes in time."""
    assert "limited" in permitted(weighed("cluster", "if-replacements-are-late")[theory])


@pytest.mark.parametrize("late", [0.0, 1.0])
def test_an_absolute_ban_does_not_depend_on_timeliness(late: float) -> None:
    """For advocates of the ban, kantian forbids every transfer, whether or not replacements come in time."""
    view = weighed("cluster", "ban-advocates", beliefs={"replacements-in-time": 1 - late})
    assert permitted(view["kantian"]) == ["no-transfer", "replacement"]


@pytest.mark.parametrize("theory", ["kantian", "double-effect"])
def test_a_ban_that_may_be_outweighed_excludes_nothing_by_itself(theory: str) -> None:
    """A duty of the same weight forbids the transfer if it is absolute, and does not if it is pro tanto."""
    weights = {"treaty-ban": 10.0}
    absolute = weighed("cluster", weights=weights, addresses={"duties.treaty-ban.kind": "absolute"})
    outweighed = weighed("cluster", weights=weights)
    assert "limited" not in permitted(absolute[theory])
    assert "limited" in permitted(outweighed[theory])


def test_counting_only_civilians_never_raises_the_transfer() -> None:
    """With weight 0 for the soldiers of both sides, no theory ranks the limited transfer higher."""
    everyone = weighed("cluster")
    civilians = weighed("cluster", weights={"ukrainian-soldiers": 0, "russian-soldiers": 0})
    fell = {
        id: (verdict.answer("limited").rank, civilians[id].answer("limited").rank)
        for id, verdict in everyone.items()
        if civilians[id].answer("limited").rank != verdict.answer("limited").rank
    }
    assert all(after > before for before, after in fell.values()), fell
    assert fell["utilitarian"] == (1, 2)


def test_if_the_transfer_alone_ends_the_war_sooner_theories_of_outcomes_choose_it() -> None:
    """The article's question: with its success settled and no other, totals, complaints and Ross choose it.

    Success changes nothing for the theories that forbid it for the harm it does, or judge its rule.
    """
    plain, works = weighed("cluster"), weighed("cluster", "if-the-transfer-works")
    chosen = {id for id, verdict in works.items() if verdict.choice == ("limited",)}
    assert {"utilitarian", "contractualist", "rossian", "threshold-deontology"} <= chosen
    assert plain["rossian"].choice == plain["threshold-deontology"].choice == ("replacement",)
    for unmoved in (
        "kantian",
        "double-effect",
        "just-war",
        "do-no-harm",
        "rights",
        "rule-utilitarian",
        "virtue",
    ):
        assert works[unmoved].choice == plain[unmoved].choice


def test_a_decisive_supply_is_a_long_tail_and_decides_at_its_high_end() -> None:
    """The small chance that the transfer ends the war moves the totals, within its range, towards it."""
    chance = "options.limited.beliefs.war-ended.probability"
    shares = [weighed("cluster", addresses={chance: value})["utilitarian"] for value in (0.0, 0.01)]
    none, high = (verdict.answer("limited").score - verdict.answer("replacement").score for verdict in shares)
    assert none < high
    assert high > 0


def test_the_maimed_by_duds_outweigh_their_dead_only_at_a_high_worth() -> None:
    """At three tenths of a death for a lasting wound, those maimed by duds weigh most of what the dead do."""

    def harm(worth: float) -> dict[str, float]:
        verdict = weighed("cluster", addresses={"quantities.grave-wound.value": worth})["utilitarian"]
        reasons = verdict.answer("limited").reasons
        rows = ("dud-harm", "dud-wounded")
        return {row: -sum(r.amount for r in reasons if f".{row}." in (r.address or "")) for row in rows}

    assert harm(-0.1)["dud-wounded"] < harm(-0.3)["dud-wounded"] < harm(-0.3)["dud-harm"]
