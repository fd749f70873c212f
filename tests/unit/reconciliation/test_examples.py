"""Worked examples of the literature: each method's winners, scores, lotteries and turns."""

from __future__ import annotations

import json
from functools import cache

import pytest

from dilemma import Reconciliation
from tests.support.samples import CASES
from tests.unit.reconciliation.small import reconciled

EXAMPLES = {
    example["id"]: example
    for example in json.loads((CASES / "reconcile" / "examples.json").read_text(encoding="utf-8"))
}


@cache
def answer(id: str) -> Reconciliation:
    """Return what every method makes of an example."""
    return reconciled(EXAMPLES[id]["table"])


@pytest.mark.parametrize("id", EXAMPLES)
def test_winners_are_those_of_the_source(id: str) -> None:
    """Every method gives the winner set that the example states."""
    found = {result.about.id: set(result.choice) for result in answer(id).results}
    expected = {method: set(options) for method, options in EXAMPLES[id]["expected"].items()}
    assert expected == {method: found[method] for method in expected}


@pytest.mark.parametrize("id", EXAMPLES)
def test_scores_are_those_of_the_source(id: str) -> None:
    """Every score, lottery and turn that the example states is found."""
    example = EXAMPLES[id]
    found = answer(id)
    results = {result.about.id: result for result in found.results}
    for method, scores in example["scores"].items():
        assert results[method].scores == pytest.approx(scores, abs=1e-6)
    if "lottery" in example:
        chances = {option: chance for option, chance in (found.lottery or {}).items() if chance}
        assert chances == pytest.approx(example["lottery"], abs=1e-6)
    if "nash" in example:
        assert results["nash"].scores == pytest.approx(example["nash"], abs=1e-9)
    if "flip" in example:
        turn = next(
            f for f in results[example["flip"]["method"]].flips if f.theory == example["flip"]["theory"]
        )
        assert turn.credence == pytest.approx(example["flip"]["credence"], abs=1e-9)


def test_raising_a_theory_may_backfire_in_ranked_pairs_but_not_in_one_step() -> None:
    """The pairs of examples show what they were made to show."""

    def winners(id: str, method: str) -> tuple[str, ...]:
        return reconciled(EXAMPLES[id]["table"], method).results[0].choice

    assert winners("updating-rp-before", "ranked-pairs") == ("A",)
    assert winners("updating-rp-after", "ranked-pairs") == ("D",)
    assert winners("two-step-updating-before", "one-step") == winners("two-step-updating-after", "one-step")
