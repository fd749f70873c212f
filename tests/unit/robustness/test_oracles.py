"""Comparison with other programs, if they are installed: SALib and pySensMCDA."""

from __future__ import annotations

import numpy as np
import pytest

from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.sensitivity import sensitivity_indices
from dilemma.scenario.numbers import Range
from tests.unit.robustness.small import stressed, two_goods

ROWS = 8192
NEAR = 0.03


@pytest.mark.filterwarnings("ignore")
def test_shares_told_are_first_order_sobol_indices() -> None:
    """The share one number tells of a two-way choice is SALib's first-order Sobol' index of that choice."""
    saltelli = pytest.importorskip("SALib.sample.sobol")
    sobol = pytest.importorskip("SALib.analyze.sobol")
    ends = [[0.0, 1.0], [0.0, 2.0], [-1.0, 1.0]]
    problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": ends}

    def chosen(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
        return (a * b + c > 0.5).astype(float)

    points = saltelli.sample(problem, 2**14, calc_second_order=False)
    theirs = sobol.analyze(problem, chosen(*points.T), calc_second_order=False)["S1"]
    ranges = {
        name: Range(low, (low + high) / 2, high, uniform=True)
        for name, (low, high) in zip("abc", ends, strict=True)
    }
    columns = Draws(ranges, 0).block(ROWS)
    (found,) = sensitivity_indices(columns, [chosen(*columns.values())], [tuple("abc")])
    shares = dict(found)
    assert [shares.get(name, 0.0) for name in "abc"] == pytest.approx(list(theirs), abs=NEAR)


@pytest.mark.filterwarnings("ignore")
def test_shares_chosen_are_rank_acceptabilities() -> None:
    """With weights in doubt, the share at each rank is pySensMCDA's rank acceptability of the same draws."""
    smaa = pytest.importorskip("pysensmcda.smaa")
    draws = 4096
    goods = {"one": (3.0, 1.0, 0.5), "other": (1.0, 3.0, 1.0), "third": (2.0, 2.0, 0.7)}
    data = two_goods(1, 1)
    data["parties"] = {name: {"weight": [0, 1, 3]} for name in "abc"}
    data["consequences"] = {
        f"{option}-{name}": {"party": name, "value": value}
        for option, values in goods.items()
        for name, value in zip("abc", values, strict=True)
    }
    data["options"] = {option: {"consequences": {f"{option}-{n}": 1 for n in "abc"}} for option in goods}
    (tested,) = stressed(data, "utilitarian", draws=draws).stressed.theories
    ranges = {f"parties.{name}.weight": Range(0, 1, 3) for name in "abc"}
    weights = np.column_stack(list(Draws(ranges, 0).block(draws).values()))

    def total(matrix: np.ndarray, weight: np.ndarray, _types: np.ndarray) -> np.ndarray:
        return matrix @ weight

    matrix = np.array(list(goods.values()))
    weights /= weights.sum(axis=1, keepdims=True)
    result = smaa.simulate(total, matrix, np.ones(3), weights=weights, reverse_ranking=True)
    theirs, errors = smaa.rank_acceptability(result, standard_error=True)
    assert [share.ranks for share in tested.shares] == [pytest.approx(row, abs=1e-12) for row in theirs]
    assert [share.error for share in tested.shares] == pytest.approx(list(errors[:, 0]))
