"""An absolute duty that no option lists: what theories that apply because of it add to a reconciliation."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import dilemma
from dilemma import Reconciliation
from dilemma.reconciliation.methods.catalogue import METHODS

BELIEVED = {"utilitarian": 5, "contractualist": 3, "virtue": 4}
WHOLE = sum(BELIEVED.values())
OWN = 3
"""The credence, beside that, in the theory that applies because of the duty."""


def scenario(**duties: dict[str, Any]) -> dict[str, Any]:
    """Return a scenario with these duties, none of which an option lists."""
    return {
        "format": 1,
        "title": "The bridge",
        "question": "Should the bridge be closed?",
        "about": "Made up.",
        "agent": "The mayor",
        "domain": "test",
        "unit": "one death",
        "baseline": "wait",
        "exchange": 0.2,
        "parties": {"people": {"name": "Travellers"}},
        "consequences": {"die": {"name": "They die", "party": "people", "value": -1, "count": 10}},
        "duties": duties,
        "virtues": {"courage": {"name": "Courage", "weight": 5}},
        "options": {
            "close": {"name": "Close it", "consequences": {"die": 0.1}, "virtues": {"courage": -0.5}},
            "limit": {"name": "Limit it", "consequences": {"die": 0.2}, "virtues": {"courage": 1}},
            "wait": {"name": "Wait", "omission": True, "consequences": {"die": 0.9}},
        },
    }


WITHOUT = scenario()
WITH = scenario(lie={"name": "Never lie", "weight": 10, "kind": "absolute"})


def reconciled(data: dict[str, Any], theory: str, credence: int) -> Reconciliation:
    """Return what all methods make of the scenario, with this credence in the theory beside the others."""
    return dilemma.reconcile(
        dilemma.load(data),
        credences={name: Fraction(parts, WHOLE) for name, parts in ({**BELIEVED, theory: credence}).items()},
        methods=["all"],
        one_scale=True,
    )


@pytest.mark.parametrize("theory", ["kantian", "threshold-deontology"])
def test_a_duty_that_nobody_touches_gives_no_theory_a_voice(theory: str) -> None:
    """The theory is told as silent, and every method chooses as it does where the theory does not apply.

    Permissibility counts it for every option; other scores shrink alike, by the credence it holds.
    """
    before, after = reconciled(WITHOUT, theory, OWN), reconciled(WITH, theory, OWN)
    assert [item.theory for item in before.credences.set_aside] == [theory]
    assert (after.credences.set_aside, after.silent) == ((), (theory,))
    assert len(after.results) == len(METHODS)
    assert {r.about.id: r.choice for r in after.results} == {r.about.id: r.choice for r in before.results}
    assert after.lottery == before.lottery
    scores = [{r.about.id: r.scores for r in found.results} for found in (before, after)]
    for method, told in scores[0].items():
        added = OWN if method == "permissibility" else 0
        shared = 1 if method in ("nash", "maximin", "copeland") else WHOLE / (WHOLE + OWN)
        if told is not None:
            assert scores[1][method] == pytest.approx(
                {option: score * shared + added / (WHOLE + OWN) for option, score in told.items()}
            ), method


def test_such_a_theory_as_the_favourite_says_nothing() -> None:
    """Believed most, it leaves favourite-theory without a choice, which is told; no other method heeds it."""
    before, after = (reconciled(data, "kantian", WHOLE) for data in (WITHOUT, WITH))
    assert after.quiet_favourites == ("kantian",)
    choices = [{r.about.id: r.choice for r in found.results} for found in (before, after)]
    assert choices[1].pop("favourite-theory") == ("close", "limit", "wait")
    assert choices[0].pop("favourite-theory") == ("close",)
    assert choices[1] == choices[0]
