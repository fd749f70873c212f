"""Aim, expectation and outcome: three grounds on which a choice may be judged, kept apart.

What was aimed at stands in roles, duties and virtues; what was to be expected is the file as it stands;
what came of it is the what-if in which every state and event is settled.
"""

from __future__ import annotations

import pytest

from dilemma.scenario.numbers import best_of
from tests.shipped.looking import SEED, document, view_of, weighed

SETTLED = [(name, what_if) for name in SEED for what_if in ("if-it-works", "if-it-fails")]
BLIND_TO_OUTCOME = ("rule-utilitarian", "kantian", "virtue")
"""Theories that judge by the rule, the maxim or the character of an act, not by how it turns out."""


@pytest.mark.parametrize(("name", "what_if"), [*SETTLED, ("negotiations", "if-it-breaks")])
def test_an_outcome_leaves_nothing_uncertain(name: str, what_if: str) -> None:
    """Once settled, every belief is true or false under every option; and the view says what it is."""
    scenario = view_of(name, what_if)
    probabilities = {
        (option, id): best_of(entry.beliefs.get(id, belief.probability))
        for option, entry in scenario.options.items()
        for id, belief in scenario.beliefs.items()
    }
    assert {key: p for key, p in probabilities.items() if p not in (0, 1)} == {}
    assert document(name).scenario.perspectives[what_if].because.startswith("A what-if, not a camp")


@pytest.mark.parametrize(("name", "what_if"), SETTLED)
@pytest.mark.parametrize("theory", BLIND_TO_OUTCOME)
def test_how_it_turns_out_is_nothing_to_the_will(name: str, what_if: str, theory: str) -> None:
    """Theories that do not judge by outcomes say the same, whether it works or fails."""
    assert weighed(name, what_if)[theory] == weighed(name)[theory]


@pytest.mark.parametrize(
    ("name", "works", "fails"),
    [
        ("cluster", "replacement", "no-transfer"),
        ("track-two", "secret-channel", "no-contact"),
        ("negotiations", "limits", "no-push"),
    ],
)
def test_by_totals_success_and_failure_choose_apart(name: str, works: str, fails: str) -> None:
    """Judged by the outcome, to act is right if it works, and to have done nothing if it fails.

    A finding: that it works does not single out what was done. Where all of them work, cluster shells are
    not the best of the ways to help, nor Track 1.5 of the ways to talk.
    """
    assert weighed(name, "if-it-works")["utilitarian"].choice == (works,)
    assert weighed(name, "if-it-fails")["utilitarian"].choice == (fails,)


def test_even_a_ceasefire_that_breaks_beats_a_war_that_is_not_won() -> None:
    """A finding: by total lives every ceasefire, even one that breaks, comes out before no push.

    By these sizes a renewed war is as deadly as the months saved, and without a deal an unwon war may be
    renewed as well. What speaks against such a ceasefire is not its dead.
    """
    verdict = weighed("negotiations", "if-it-breaks")["utilitarian"]
    assert {answer.option for answer in verdict.answers if answer.rank == 5} == {"no-push"}
