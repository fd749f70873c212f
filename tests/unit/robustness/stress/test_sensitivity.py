"""Sensitivity indices agree with closed forms, and are not reported within chance."""

from __future__ import annotations

import numpy as np
import pytest

from dilemma.robustness.stress.sensitivity import OBSERVED, sensitivity_indices
from tests.unit.robustness.small import stressed, two_goods

UNIFORM = {f"x{number}": np.random.default_rng(number).random(OBSERVED) for number in range(40)}


def _told(answer: np.ndarray, addresses: tuple[str, ...] = tuple(UNIFORM)) -> dict[str, float]:
    (found,) = sensitivity_indices(UNIFORM, [answer], [addresses])
    return dict(found)


def test_the_only_number_that_decides_tells_all() -> None:
    """A choice that follows from one number is told by it whole, but for one class the turn falls in."""
    assert _told((UNIFORM["x0"] > 0.5).astype(int)) == {"x0": pytest.approx(1, abs=0.01)}
    assert _told((UNIFORM["x0"] > 0.3).astype(int)) == {"x0": pytest.approx(1, abs=0.04)}


def test_the_share_of_two_that_decide_together() -> None:
    """Of whether x exceeds y, both uniform, each tells a third: Var(E[x > y | x]) / Var = (1/12) / (1/4)."""
    found = _told((UNIFORM["x0"] > UNIFORM["x1"]).astype(int))
    assert found == {"x0": pytest.approx(1 / 3, abs=0.03), "x1": pytest.approx(1 / 3, abs=0.03)}


def test_what_only_matters_together_tells_nothing_alone() -> None:
    """Where the product of two signs decides, neither alone tells anything: shares need not sum to 1."""
    assert _told(((UNIFORM["x0"] > 0.5) ^ (UNIFORM["x1"] > 0.5)).astype(int)) == {}


def test_chance_is_left_out() -> None:
    """Answers that depend on no number have no sensitivity index, whether frequent or rare."""
    for seed in range(20):
        noise = np.random.default_rng((seed, 99)).random(OBSERVED)
        assert _told((noise > 0.5).astype(int)) == {}
        assert _told((noise > 0.99).astype(int) + (noise > 0.999)) == {}


def test_no_variety_is_separated_by_nothing() -> None:
    """One answer throughout, or too few draws, tell nothing."""
    assert _told(np.zeros(OBSERVED, int)) == {}
    few = {"x0": UNIFORM["x0"][:40]}
    assert sensitivity_indices(few, [(few["x0"] > 0.5).astype(int)], [("x0",)]) == ((),)


def test_only_what_a_theory_reads_separates_its_winners() -> None:
    """A stress test names the numbers that decide, by address, those that tell most first."""
    data = two_goods([0, 2], [0.9, 1.1], duties={"d": {"weight": [1, 9]}})
    data["options"]["one"]["duties"] = {"d": [-1, 1]}
    (tested,) = stressed(data, "utilitarian").stressed.theories
    addresses = [one.address for one in tested.sensitivity_indices]
    assert addresses[0] == "consequences.x.value"
    assert set(addresses) <= {"consequences.x.value", "consequences.y.value"}
    assert tested.sensitivity_indices[0].share == pytest.approx(0.93, abs=0.03)
