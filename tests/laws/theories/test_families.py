"""Parts of a scenario that a family of theories does not depend on."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dilemma.case.estimates import best_estimate
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Family
from dilemma.scenario.numbers import read_number
from tests.support.alterations import (
    consequence_maps,
    with_weights,
    without_comment,
    without_duties_and_virtues,
    without_liability,
)
from tests.support.judging import and_of_shipped, judged, permits, scenario_of
from tests.support.splits import stated
from tests.support.strategies import Data, scenarios

CONSEQUENTIALIST = {f.about.id for f in CATALOGUE if f.about.family is Family.CONSEQUENTIALIST}
BLIND_TO_GOODS = {"kantian", "do-no-harm", "rights"}
BLIND_TO_WEIGHTS = {"kantian", "just-war", "do-no-harm", "rights", "virtue"}


@and_of_shipped()
@given(scenarios())
def test_consequentialists_ignore_duties_and_virtues(data: Data) -> None:
    """Without duties and virtues, the verdicts of consequentialist theories are identical."""
    altered = without_duties_and_virtues(data)
    assume(altered.get("consequences"))  # a file needs one factor
    before, after = judged(data), judged(altered)
    assert CONSEQUENTIALIST
    assert {id: after[id] for id in CONSEQUENTIALIST} == {id: before[id] for id in CONSEQUENTIALIST}


def _greater_goods(data: Data, more: float) -> Data:
    """Return the scenario with every value above 0, at its best estimate, set to another above 0."""
    result, scenario = without_comment(data), scenario_of(data)
    for row in consequence_maps(result):
        if row.get("value") is not None and best_estimate(scenario, read_number(row["value"])) > 0:
            row["value"] = more
    return result


@and_of_shipped(more=5.0)
@given(scenarios(), st.sampled_from([0.125, 3.0, 100.0]))
def test_some_permit_whatever_good_would_come(data: Data, more: float) -> None:
    """The options that kantian, do-no-harm and rights permit do not depend on values above 0.

    `worst` and sizes are stated, since a default would move. No consent is presumed and nobody is liable:
    what people would agree to, and which harm to the liable is needless, reads goods.
    """
    assume("presumed" not in str(data))
    whole = stated(without_liability(data))
    before, after = judged(whole), judged(_greater_goods(whole, more))
    for id in BLIND_TO_GOODS & before.keys():
        assert permits(after[id]) == permits(before[id]), id


@and_of_shipped(weights=[0.0])
@and_of_shipped(weights=[0.0, 7.5])
@given(scenarios(), st.lists(st.sampled_from([0.0, 0.5, 1.0, 8.0]), min_size=1, max_size=4))
def test_some_permit_whoever_counts_how_much(data: Data, weights: list[float]) -> None:
    """No party's weight, 0 included, changes what kantian, just-war, do-no-harm, rights or virtue permit."""
    by_party = {id: weights[index % len(weights)] for index, id in enumerate(data["parties"])}
    before, after = judged(data), judged(with_weights(data, by_party))
    for id in BLIND_TO_WEIGHTS & before.keys():
        assert permits(after[id]) == permits(before[id]), id


@pytest.mark.parametrize("id", sorted(BLIND_TO_GOODS | BLIND_TO_WEIGHTS))
def test_the_theories_named_here_exist(id: str) -> None:
    """Every theory named in this module is in the catalogue."""
    if id not in {framework.about.id for framework in CATALOGUE}:
        pytest.skip(f"the catalogue has no {id} yet")
