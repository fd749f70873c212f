"""Scope of negotiations: results that follow from the content of the dilemma, whatever its exact numbers."""

from __future__ import annotations

import pytest

from dilemma.scenario.numbers import best_of
from tests.shipped.seed_dilemmas import document, view_of, weighed

WITHOUT = "without-consent"
DEALS = ("neutrality", "without-consent", "limits")


@pytest.mark.parametrize("duty", ["free-choice", "nothing-without"])
def test_neutrality_violates_ukraines_choice_only_without_its_consent(duty: str) -> None:
    """Taken from Ukraine, the loss of its choice is a violation and a means; given by it, it is neither."""
    options = view_of("negotiations").options
    assert (options[WITHOUT].duties[duty].degree, options[WITHOUT].duties[duty].role) == (-1, "means")
    assert best_of(options["neutrality"].duties[duty].degree) > 0


def test_kyivs_answer_is_a_belief_and_changes_no_duty() -> None:
    """Whether Kyiv agrees is a belief: it changes the chance of a ceasefire, and no degree of a duty."""
    plain = view_of("negotiations").options
    for what_if in ("kyiv-consents", "kyiv-refuses"):
        assert {id: option.duties for id, option in view_of("negotiations", what_if).options.items()} == {
            id: option.duties for id, option in plain.items()
        }
    agreed, refused = (
        weighed("negotiations", view)["utilitarian"] for view in ("kyiv-consents", "kyiv-refuses")
    )
    assert agreed.choice == ("neutrality",)
    assert refused.choice == ("ceasefire",)


def test_the_tests_of_means_turn_on_consent() -> None:
    """Kant's humanity and the test of means fail neutrality without consent, and no other option."""
    plain = weighed("negotiations")
    failed = {
        id: [answer.option for answer in plain[id].answers if test in answer.failed]
        for id, test in (("kantian", "humanity"), ("double-effect", "means"))
    }
    assert failed == {"kantian": [WITHOUT], "double-effect": [WITHOUT]}


def test_the_duties_of_the_charter_conflict_unless_kyiv_consents() -> None:
    """Free choice, no gain at others' expense and no spheres are of one text.

    Every option infringes one of them, save neutrality by Kyiv's consent.
    """
    scenario = document("negotiations").scenario
    charter = [id for id, duty in scenario.duties.items() if "istanbul-1999" in duty.sources]
    assert charter == ["free-choice", "no-expense", "no-spheres"]
    infringed = {
        id: [duty for duty in charter if best_of(option.duties[duty].degree) < 0]
        for id, option in scenario.options.items()
    }
    assert infringed == {
        "no-push": ["no-expense"],
        "ceasefire": ["no-expense"],
        "neutrality": [],
        WITHOUT: ["free-choice", "no-spheres"],
        "limits": ["free-choice", "no-spheres"],
        "guarantees": ["no-expense"],
    }


def test_if_the_wider_settlement_holds_theories_of_outcomes_choose_it() -> None:
    """With the success of the wider settlement alone settled, totals, complaints and Ross choose it."""
    holds = weighed("negotiations", "if-the-settlement-works")
    for theory in ("utilitarian", "rossian", "contractualist", "threshold-deontology"):
        assert set(holds[theory].choice) <= {"neutrality", "limits"}


def test_whose_lives_count_decides_between_ceasefire_and_no_push() -> None:
    """Counting all lives, a ceasefire ranks above no push; counting only civilians, below."""
    everyone = weighed("negotiations")["utilitarian"]
    civilians = weighed("negotiations", weights={"ukrainian-soldiers": 0, "russian-soldiers": 0})[
        "utilitarian"
    ]
    assert everyone.answer("ceasefire").rank < everyone.answer("no-push").rank
    assert civilians.answer("no-push").rank < civilians.answer("ceasefire").rank


@pytest.mark.parametrize(
    ("camp", "first"),
    [("restraint", DEALS), ("sovereignty", ("guarantees",)), ("ceasefire-first", ("ceasefire",))],
)
def test_each_camp_gets_its_own_choice(camp: str, first: tuple[str, ...]) -> None:
    """Under each camp's perspective, the choice by total lives is an option that it advocates."""
    (choice,) = weighed("negotiations", camp)["utilitarian"].choice
    assert choice in first


def test_the_sovereignty_school_prefers_no_push_to_every_deal_over_kyiv() -> None:
    """Under its perspective, no push ranks above a ceasefire and every option settled without Kyiv."""
    verdict = weighed("negotiations", "sovereignty")["utilitarian"]
    assert all(
        verdict.answer("no-push").rank < verdict.answer(option).rank for option in (*DEALS, "ceasefire")
    )
