"""Perspectives that fix the outcome, to separate aim, expectation and outcome of a choice.

The aim is stated in roles, duties and virtues; the expectation is the file as written; the outcome is the
what-if in which every state and event is certain.
"""

from __future__ import annotations

import pytest

from dilemma.scenario.model.options import EventChance
from dilemma.scenario.numbers import Probability, best_of
from tests.shipped.seed_dilemmas import SEED, document, view_of, weighed

OUTCOMES = [(name, what_if) for name in SEED for what_if in ("if-it-works", "if-it-fails")]
BLIND_TO_OUTCOME = ("rule-utilitarian", "kantian", "virtue")
"""Theories that judge an act by its rule, its maxim or its character, not by its outcome."""


@pytest.mark.parametrize(("name", "what_if"), [*OUTCOMES, ("negotiations", "if-it-breaks")])
def test_an_outcome_leaves_nothing_uncertain(name: str, what_if: str) -> None:
    """In a what-if, every belief is true or false under every option, and its reason says that it is one."""
    scenario = view_of(name, what_if)
    probabilities = [
        (option, id, best_of(probability))
        for option, entry in scenario.options.items()
        for id, belief in scenario.beliefs.items()
        for probability in _probabilities(entry.beliefs.get(id), belief.probability)
    ]
    assert [found for found in probabilities if found[-1] not in (0, 1)] == []
    assert document(name).scenario.perspectives[what_if].because.startswith("A what-if, not a camp")


def _probabilities(chance: EventChance | None, otherwise: Probability) -> list[Probability]:
    """Return the probabilities that a belief may have under an option."""
    if chance is None:
        return [otherwise]
    return [chance.probability] if chance.probability is not None else list((chance.given or {}).values())


@pytest.mark.parametrize(("name", "what_if"), OUTCOMES)
@pytest.mark.parametrize("theory", BLIND_TO_OUTCOME)
def test_some_theories_do_not_depend_on_the_outcome(name: str, what_if: str, theory: str) -> None:
    """Theories that do not judge by outcomes give the same verdict whether the option works or fails."""
    assert weighed(name, what_if)[theory] == weighed(name)[theory]


@pytest.mark.parametrize(
    ("name", "works", "fails"),
    [
        ("cluster", "replacement", "no-transfer"),
        ("track-two", "kyiv-informed", "no-contact"),
        ("negotiations", "limits", "no-push"),
    ],
)
def test_by_totals_the_outcome_decides(name: str, works: str, fails: str) -> None:
    """Judged by outcome, it is best to act if acting works, and best to do nothing if it fails.

    A finding: that acting works does not favour the option that was taken in fact. If all ways to act
    work, cluster shells are not the best way to help, nor is Track 1.5 the best way to talk.
    """
    assert weighed(name, "if-it-works")["utilitarian"].choice == (works,)
    assert weighed(name, "if-it-fails")["utilitarian"].choice == (fails,)


def test_even_a_ceasefire_that_breaks_beats_a_war_that_is_not_won() -> None:
    """A finding: by total lives every ceasefire, even one that breaks, ranks above no push.

    With these numbers a renewed war is as deadly as the months saved, and without a deal an unwon war may
    be renewed as well. So the arguments against such a ceasefire are not its deaths.
    """
    verdict = weighed("negotiations", "if-it-breaks")["utilitarian"]
    assert max(verdict.answers, key=lambda answer: answer.rank).option == "no-push"
