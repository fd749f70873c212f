"""Scope of negotiations: results that follow from the content of the dilemma, whatever its exact numbers."""

from __future__ import annotations

import pytest

from dilemma.scenario.numbers import best_of
from tests.shipped.seed_dilemmas import document, permitted, view_of, weighed

SETTLED_OVER_KYIV = ("neutrality", "limits")
DUTY_READERS = {
    "kantian",
    "rossian",
    "threshold-deontology",
    "double-effect",
    "rights",
    "contractualist",
    "care",
}


@pytest.mark.parametrize("option", SETTLED_OVER_KYIV)
@pytest.mark.parametrize("duty", ["free-choice", "nothing-without"])
def test_a_concession_is_a_violation_unless_kyiv_consents(option: str, duty: str) -> None:
    """An imposed loss of Ukraine's choice is a violation and used as a means; a chosen one is neither."""
    imposed = view_of("negotiations").options[option].duties[duty]
    chosen = view_of("negotiations", "kyiv-consents").options[option].duties[duty]
    assert (imposed.degree, imposed.role) == (-1, "means")
    assert chosen.degree > 0


def test_consent_changes_no_outcome() -> None:
    """The verdicts of theories that do not read duties are the same, whether or not Kyiv consents."""
    imposed, chosen = weighed("negotiations"), weighed("negotiations", "kyiv-consents")
    for id in imposed.keys() - DUTY_READERS:
        assert chosen[id] == imposed[id]


@pytest.mark.parametrize("option", SETTLED_OVER_KYIV)
def test_with_consent_the_tests_of_means_are_passed(option: str) -> None:
    """The tests of humanity and of means fail for an imposed settlement, and pass if Kyiv consents.

    Double effect still forbids the arms limits, which do less good than neutrality alone, with more harm.
    """
    imposed, chosen = weighed("negotiations"), weighed("negotiations", "kyiv-consents")
    assert imposed["kantian"].answer(option).failed == ("humanity",)
    assert chosen["kantian"].answer(option).failed == ()
    assert "means" in imposed["double-effect"].answer(option).failed
    assert "means" not in chosen["double-effect"].answer(option).failed
    assert "neutrality" in permitted(chosen["double-effect"])


def test_no_option_keeps_all_duties_of_the_charter() -> None:
    """Free choice, no gain at others' expense and no spheres are of one text; every option infringes one."""
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
        "neutrality": ["free-choice", "no-spheres"],
        "limits": ["free-choice", "no-spheres"],
        "guarantees": ["no-expense"],
    }


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
    [("restraint", "neutrality"), ("sovereignty", "guarantees"), ("ceasefire-first", "ceasefire")],
)
def test_each_camp_gets_its_own_choice(camp: str, first: str) -> None:
    """Under each camp's perspective, the choice by total lives is the option that it advocates."""
    assert weighed("negotiations", camp)["utilitarian"].choice == (first,)


def test_the_sovereignty_school_prefers_no_push_to_every_deal_over_kyiv() -> None:
    """Under its perspective, no push ranks above a ceasefire and every option settled without Kyiv."""
    verdict = weighed("negotiations", "sovereignty")["utilitarian"]
    assert all(
        verdict.answer("no-push").rank < verdict.answer(option).rank
        for option in (*SETTLED_OVER_KYIV, "ceasefire")
    )
