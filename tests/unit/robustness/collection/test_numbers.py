"""Numbers of a collection: what is said to turn verdicts does, and what is said to turn none does not."""

from __future__ import annotations

import numpy as np
import pytest

from dilemma.errors import UnknownName
from dilemma.robustness.collection.collection import Collection, collected
from dilemma.robustness.collection.numbers import OUTER, TRIED, setting_kind
from dilemma.robustness.collection.turning import turns_of
from dilemma.scenario import view
from dilemma.weighing import judge_view
from tests.support.samples import THOROUGH
from tests.unit.robustness.collection.samples import document, random_views, theories, view_of

FEW = None if THOROUGH else 6


def collection(name: str, count: int, seed: int = 7) -> Collection:
    """Return a collection of random views."""
    views = random_views(name, count, seed)
    return collected(document(name), views, theories(), shown=document(name).scenario.panel)


def choices(found: Collection, values: dict) -> list:
    """Return what the theories shown choose with these values."""
    shown = [found.frameworks[at] for at in found.shown]
    verdicts = judge_view(view(found.document, None, values), shown).verdicts
    return [verdict.choice if verdict.applicable else None for verdict in verdicts]


@pytest.mark.parametrize(
    "name", ["track-two", "library/algorithms/parole-score"] if THOROUGH else ["track-two"]
)
def test_turned_views_are_those_whose_verdicts_turn(name: str) -> None:
    """A number turns as many views as weighing each of them with it at the values tried shows."""
    found = collection(name, 8)
    for number in found.numbers[:FEW]:
        ends = np.nanquantile(number.values, TRIED).tolist()
        outer = every = tried = 0
        for one in found.views:
            before = choices(found, dict(one.values))
            try:
                turned = [choices(found, {**one.values, number.address: end}) != before for end in ends]
            except UnknownName:  # what this view sets has no such number
                continue
            tried += 1
            outer, every = outer + any(turned[:OUTER]), every + any(turned)
        assert (number.turned, number.turned_at_ends, number.tried) == (outer, every, tried)


def test_turns_are_where_verdicts_turn() -> None:
    """On either side of each turn that is told, the theory chooses what is told."""
    found = collection("track-two", 30)
    typical = view_of("track-two")
    told = turns_of(found.document, typical, found.numbers, [found.frameworks[at] for at in found.shown])
    ids = [found.frameworks[at].about.id for at in found.shown]
    assert any(told.values())
    for address, turns in told.items():
        number = next(one for one in found.numbers if one.address == address)
        width = number.quartiles[-1] - number.quartiles[0]
        for turn in turns:
            for side, choice in ((-1, turn.below), (1, turn.above)):
                there = choices(found, {address: turn.at + side * 1e-3 * width})
                assert there[ids.index(turn.theory)] == choice


def test_quartiles_are_over_all_views() -> None:
    """Quartiles hold the file's number for who does not set it."""
    address = "beliefs.moscow-open.probability"
    views = [view_of("track-two", set={address: 0.3}), view_of("track-two"), view_of("track-two")]
    found = collected(document("track-two"), views, theories())
    (number,) = found.numbers
    assert number.quartiles == pytest.approx((0.3, 0.425, 0.55, 0.55, 0.55))
    assert number.set_by == (0,)


KINDS = {
    "beliefs.moscow-open.probability": "fact",
    "options.track-two.consequences.trust.chance": "fact",
    "quantities.trust-harm.value": "value",
    "duties.fidelity.weight": "owed",
    "options.track-two.duties.fidelity.degree": "owed",
    "duties.no-recognition.kind": "owed",
    "parties.ukrainian-soldiers.weight": "value",
    "frameworks.prioritarian.curvature": "theory",
    "exchange": "value",
}


@pytest.mark.parametrize("address", KINDS)
def test_a_setting_is_a_fact_a_value_owed_or_a_theorys(address: str) -> None:
    """What a setting is follows from its address and from what the file says of it."""
    assert setting_kind(document("track-two").scenario, address) == KINDS[address]
