"""The scope of negotiations: what must follow from the substance of the dilemma, whatever its numbers."""

from __future__ import annotations

import pytest

from dilemma.scenario.numbers import best_of
from tests.shipped.looking import document, permitted, view_of, weighed

SETTLED_OVER_KYIV = ("neutrality", "limits")
DUTY_READERS = {"kantian", "rossian", "threshold-deontology", "double-effect", "rights"}


@pytest.mark.parametrize("option", SETTLED_OVER_KYIV)
@pytest.mark.parametrize("duty", ["free-choice", "nothing-without"])
def test_what_is_traded_is_the_means_unless_kyiv_consents(option: str, duty: str) -> None:
    """Imposed, the loss of Ukraine's choice and say is the means and a violation; chosen, it is neither."""
    imposed = view_of("negotiations").options[option].duties[duty]
    chosen = view_of("negotiations", "kyiv-consents").options[option].duties[duty]
    assert (imposed.degree, imposed.role) == (-1, "means")
    assert chosen.degree > 0


def test_consent_changes_no_outcome() -> None:
    """Theories that do not read duties say exactly the same, whether or not Kyiv consents."""
    imposed, chosen = weighed("negotiations"), weighed("negotiations", "kyiv-consents")
    for id in imposed.keys() - DUTY_READERS:
        assert chosen[id] == imposed[id]


@pytest.mark.parametrize("option", SETTLED_OVER_KYIV)
def test_consent_lifts_the_bar_on_means(option: str) -> None:
    """What the tests of humanity and of means forbid as imposed, they do not forbid where Kyiv consents.

    Double effect still forbids the arms limits: they do less good than neutrality alone, with more harm.
    """
    imposed, chosen = weighed("negotiations"), weighed("negotiations", "kyiv-consents")
    assert imposed["kantian"].answer(option).failed == ("humanity",)
    assert chosen["kantian"].answer(option).failed == ()
    assert "means" in imposed["double-effect"].answer(option).failed
    assert "means" not in chosen["double-effect"].answer(option).failed
    assert "neutrality" in permitted(chosen["double-effect"])


def test_one_charter_speaks_for_both_sides() -> None:
    """Free choice, no gain at others' expense, no spheres: one text, and no option keeps all three."""
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


def test_whose_lives_count_turns_ceasefire_against_no_push() -> None:
    """Over all lives a bare ceasefire beats no push; over civilians alone it does not."""
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
def test_each_camp_can_see_its_course_win(camp: str, first: str) -> None:
    """By total lives each school's view of the facts leads to what it asks for."""
    assert weighed("negotiations", camp)["utilitarian"].choice == (first,)


def test_the_sovereignty_school_prefers_no_push_to_every_deal_over_kyiv() -> None:
    """In its view of the facts, to go on as before does better than all that is settled without Kyiv."""
    verdict = weighed("negotiations", "sovereignty")["utilitarian"]
    assert all(
        verdict.answer("no-push").rank < verdict.answer(option).rank
        for option in (*SETTLED_OVER_KYIV, "ceasefire")
    )
