"""Cluster munitions: what must follow from the substance of the dilemma, whatever its numbers."""

from __future__ import annotations

import pytest

from tests.shipped.looking import permitted, view_of, weighed

SENDERS = ("limited", "open-ended")
OTHERS = ("no-transfer", "replacement")
MENU_DEPENDENT = {"minimax-regret", "contractualist", "care", "pareto"}
"""Theories that score an option by what else is on the menu."""


def test_more_duds_never_speak_for_sending() -> None:
    """From 2.35 % duds to 30 %, no theory scores a transfer higher, and none scores the others anew.

    Of the others the figures stay, in theories that do not score an option by the rest of the menu.
    """
    few = weighed("cluster", addresses={"quantities.dud-rate.value": 0.0235})
    many = weighed("cluster", addresses={"quantities.dud-rate.value": 0.30})
    for id, before in few.items():
        for option in SENDERS:
            assert many[id].answer(option).score <= before.answer(option).score, (id, option)
        for option in () if id in MENU_DEPENDENT else OTHERS:
            assert many[id].answer(option).score == before.answer(option).score, (id, option)


def test_more_duds_earn_a_transfer_no_permission_but_against_a_worse_one() -> None:
    """No theory ranks a transfer higher for it, or permits what it forbade, but one, of the limited one.

    The exception is a finding: by contractualist the limited transfer becomes permissible. Farmers and
    deminers then have the stronger objection to the open-ended supply, in whose favour those near the
    front could reject it while duds were few. The check is right of each option, not of rank on a menu
    on which a rival grows worse still.
    """
    few = weighed("cluster", addresses={"quantities.dud-rate.value": 0.0235})
    many = weighed("cluster", addresses={"quantities.dud-rate.value": 0.30})
    raised = [
        (id, option)
        for id, before in few.items()
        for option in SENDERS
        if many[id].answer(option).rank < before.answer(option).rank
        or many[id].answer(option).permissible > before.answer(option).permissible
    ]
    assert raised == [("contractualist", "limited")]
    assert many["contractualist"].answer("limited").score < few["contractualist"].answer("limited").score


def test_timely_replacements_break_necessity() -> None:
    """Where less harmful means come in time, the transfer infringes necessity; where late, it does not."""
    degree = {
        view: view_of("cluster", view).options["limited"].duties["necessity"].degree
        for view in ("if-replacements-are-timely", "if-replacements-are-late")
    }
    assert degree == {"if-replacements-are-timely": -0.5, "if-replacements-are-late": 0}


def test_timeliness_alone_does_not_make_double_effect_forbid_the_transfer() -> None:
    """Double effect drops the limited transfer in the critics' view, not for timeliness alone.

    One would expect it as soon as replacements come in time. But the least harmful means must do nearly
    as much good, and timely replacements bridge the gap in five cases of nine, plain shells against
    cluster shells in four of five: two thirds of the good. Infringing necessity is no bar either: it is
    a duty that may be outweighed, and the harm is a side effect. In the critics' view the good is also
    less likely, and no longer in proportion.
    """
    timely = weighed("cluster", "if-replacements-are-timely")["double-effect"]
    critics = weighed("cluster", "critics")["double-effect"]
    assert permitted(timely) == ["no-transfer", "limited", "replacement"]
    assert permitted(critics) == ["no-transfer", "replacement"]
    assert critics.answer("limited").failed == ("proportion",)


def test_timely_replacements_take_first_place_by_totals() -> None:
    """By total lives the limited transfer leads where replacements come late, they where in time."""
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
    """Where nothing less harmful comes in time, the limited transfer is permitted."""
    assert "limited" in permitted(weighed("cluster", "if-replacements-are-late")[theory])


@pytest.mark.parametrize("late", [0.0, 1.0])
def test_an_absolute_ban_asks_nothing_about_timeliness(late: float) -> None:
    """Advocates of the ban exclude every transfer, whether or not anything else comes in time."""
    view = weighed("cluster", "ban-advocates", beliefs={"replacements-in-time": 1 - late})
    assert permitted(view["kantian"]) == ["no-transfer", "replacement"]


@pytest.mark.parametrize("theory", ["kantian", "double-effect"])
def test_a_ban_that_may_be_outweighed_excludes_nothing_by_itself(theory: str) -> None:
    """The same duty, of the same weight: absolute it excludes the transfer; else it is one reason more."""
    weights = {"treaty-ban": 10.0}
    absolute = weighed("cluster", weights=weights, addresses={"duties.treaty-ban.kind": "absolute"})
    outweighed = weighed("cluster", weights=weights)
    assert "limited" not in permitted(absolute[theory])
    assert "limited" in permitted(outweighed[theory])


def test_counting_civilians_alone_speaks_for_no_transfer() -> None:
    """With soldiers of both sides left out, the limited transfer's rank falls or stays, in every theory."""
    everyone = weighed("cluster")
    civilians = weighed("cluster", weights={"ukrainian-soldiers": 0, "russian-soldiers": 0})
    fell = {
        id: (verdict.answer("limited").rank, civilians[id].answer("limited").rank)
        for id, verdict in everyone.items()
        if civilians[id].answer("limited").rank != verdict.answer("limited").rank
    }
    assert all(after > before for before, after in fell.values()), fell
    assert fell["utilitarian"] == (1, 2)
