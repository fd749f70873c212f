"""One step: what its dependence on each theory's spread brings with it."""

from __future__ import annotations

import pytest

from dilemma.reconciliation.methods.one_step import ONE_STEP
from tests.unit.reconciliation.small import reconciled, table


def one_step(options: str, *scores: list[int]) -> tuple[tuple[str, ...], dict[str, float]]:
    """Return the winners and scores for theories with the same credence."""
    (result,) = reconciled(table(options, *((1, row) for row in scores)), "one-step").results
    return result.choice, dict(result.scores or {})


def test_a_greater_score_may_unseat_an_option() -> None:
    """The example in the objections: scored higher by one theory, the winner loses."""
    told = "1, 0, 2 and 1, 3, 0: the third wins. With 4 for its 2"
    assert any(told in objection for objection in ONE_STEP.about.objections)
    before, scores = one_step("abc", [1, 0, 2], [1, 3, 0])
    assert before == ("c",)
    assert scores == pytest.approx({"a": -0.134, "b": 0.056, "c": 0.078}, abs=0.001)
    after, scores = one_step("abc", [1, 0, 4], [1, 3, 0])
    assert after == ("b",)
    assert scores == pytest.approx({"a": -0.330, "b": 0.178, "c": 0.152}, abs=0.001)


def test_a_copy_may_unseat_an_option() -> None:
    """The example in the objections: with an exact copy of the winner another option wins."""
    told = "4, 1, 0 and 1, 3, 0: the first wins. With a copy of it the second wins."
    assert any(told in objection for objection in ONE_STEP.about.objections)
    before, scores = one_step("abc", [4, 1, 0], [1, 3, 0])
    assert before == ("a",)
    assert scores == pytest.approx({"a": 0.553, "b": 0.472, "c": -1.025}, abs=0.001)
    after, scores = one_step("abcz", [4, 1, 0, 4], [1, 3, 0, 1])
    assert after == ("b",)
    assert scores == pytest.approx({"a": 0.375, "b": 0.453, "c": -1.204, "z": 0.375}, abs=0.001)
