"""Benchmark of `dilemma.stress` against other libraries: run with `python -m tests.bench.peers [DRAWS]`.

Four options have a score for each of twenty-four criteria, and the weight of every criterion is uncertain:
how often is each option first by its weighted sum? This is computed by a plain Python loop, by numpy, where
installed by pySensMCDA, pymcdm and scikit-criteria, used as their documentation shows, and by
`dilemma.stress`, with the utilitarian theory alone and with all theories. Times are CPU times, the
least of some runs, each with as many draws as are made in reasonable time, scaled to a million. All results
must agree.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

import dilemma
from tests.bench.stress import timed

Shares = NDArray[np.float64]

OPTIONS: Final = 4
CRITERIA: Final = 24
LOW, HIGH = 0.5, 1.5
MILLION: Final = 1_000_000
RUNS: Final = 2
SCORES: Final = np.random.default_rng(7).uniform(0.1, 0.9, (OPTIONS, CRITERIA)).round(3)
AGREE: Final = 5.0  # standard errors by which two correct results may differ


class Contestant(NamedTuple):
    """A program to compare: its name, the most draws to ask of it, and a function from draws to shares."""

    name: str
    draws: int
    shares: Callable[[int], Shares]


def weights(draws: int) -> Shares:
    """Return the drawn weights, a row per draw."""
    return np.random.default_rng(0).triangular(LOW, 1.0, HIGH, (draws, CRITERIA))


def normalized_weights(draws: int) -> Shares:
    """Return the drawn weights divided by their sum, as the libraries require; no ranking changes."""
    drawn = weights(draws)
    return drawn / drawn.sum(1, keepdims=True)


def first_shares(first: NDArray[np.intp]) -> Shares:
    """Return the share of the draws in which each option is first."""
    return np.bincount(first, minlength=OPTIONS) / len(first)


def plain_loop(draws: int) -> Shares:
    """Return the shares by a loop over draws and options."""
    from random import Random

    triangular, rows, won = Random(0).triangular, SCORES.tolist(), [0] * OPTIONS
    for _ in range(draws):
        drawn = [triangular(LOW, HIGH, 1.0) for _ in range(CRITERIA)]
        sums = [sum(weight * score for weight, score in zip(drawn, row, strict=True)) for row in rows]
        won[sums.index(max(sums))] += 1
    return np.array(won) / draws


def numpy_alone(draws: int) -> Shares:
    """Return the shares by one matrix product."""
    return first_shares((weights(draws) @ SCORES.T).argmax(1))


def unnormalized(column: Shares, cost: bool = False) -> Shares:
    """Return the scores of a criterion without normalization."""
    return column


def pysensmcda(draws: int) -> Shares:
    """Return the shares by stochastic multicriteria acceptability analysis."""
    from pymcdm.methods import WSM
    from pysensmcda.smaa import rank_acceptability, simulate

    drawn = normalized_weights(draws)
    result = simulate(WSM(unnormalized), SCORES, np.ones(CRITERIA), weights=drawn, store="accumulate")
    return np.asarray(rank_acceptability(result))[:, 0]


def pymcdm(draws: int) -> Shares:
    """Return the shares by one call of the weighted sum model per draw."""
    from pymcdm.methods import WSM

    model, types = WSM(unnormalized), np.ones(CRITERIA)
    return first_shares(np.array([model(SCORES, row, types).argmax() for row in normalized_weights(draws)]))


def scikit_criteria(draws: int) -> Shares:
    """Return the shares by one evaluation of the weighted sum model per draw."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    model, aims = WeightedSumModel(), [max] * CRITERIA
    ranks = [model.evaluate(mkdm(SCORES, aims, weights=row)).rank_ for row in normalized_weights(draws)]
    return first_shares(np.array(ranks).argmin(1))


def file_text() -> str:
    """Return the problem as a scenario: a party for every criterion, with an uncertain weight."""
    criteria, options = range(CRITERIA), range(OPTIONS)
    lines = ["format: 1", "title: Bench", "question: Which?", "parties:"]
    lines += [f"  p{c}: {{name: Party {c}, weight: [{LOW}, 1, {HIGH}]}}" for c in criteria]
    lines += ["consequences:", *(f"  c{c}: {{name: Good {c}, party: p{c}, value: 1}}" for c in criteria)]
    lines.append("options:")
    for o in options:
        chances = ", ".join(f"c{c}: {SCORES[o, c]}" for c in criteria)
        lines += [f"  o{o}: {{name: Option {o}, consequences: {{{chances}}}}}"]
    return "\n".join(lines)


def by_stress(frameworks: tuple[str, ...]) -> Callable[[int], Shares]:
    """Return a function that computes the shares by `dilemma.stress` with these frameworks (none: all)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.yaml"
        path.write_text(file_text(), encoding="utf-8")
        document = dilemma.load(path)

    def shares(draws: int) -> Shares:
        test = dilemma.stress(document, frameworks=frameworks, draws=draws)
        tested = next(theory for theory in test.stressed.theories if theory.about.id == "utilitarian")
        return np.array([share.chosen for share in tested.shares])

    return shares


CONTESTANTS: Final = (
    Contestant("dilemma stress, utilitarian alone", MILLION, by_stress(("utilitarian",))),
    Contestant("dilemma stress, all theories", MILLION, by_stress(())),
    Contestant("numpy, one matrix product", MILLION, numpy_alone),
    Contestant("a plain Python loop", 20_000, plain_loop),
    Contestant("pySensMCDA 2, SMAA", 20_000, pysensmcda),
    Contestant("pymcdm, a call a draw", 5_000, pymcdm),
    Contestant("scikit-criteria, a call a draw", 200, scikit_criteria),
)


def main() -> None:
    """Print the CPU seconds for a million draws, and the ratio to `dilemma.stress` with one theory."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    print(f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}")
    print(f"{OPTIONS} options, {CRITERIA} uncertain weights; CPU seconds for a million draws")
    expected = numpy_alone(MILLION)
    base = None
    for name, most, shares in CONTESTANTS:
        made = min(draws, most)
        try:
            answer = shares(made)
        except ImportError as missing:
            print(f"{name:36} not installed ({missing.name})")
            continue
        apart = np.abs(answer - expected) / np.sqrt(expected * (1 - expected) / made + 1e-12)
        if (apart > AGREE).any():
            raise SystemExit(f"{name} gives {answer} where {expected} is expected")
        seconds = timed(partial(shares, made), RUNS).cpu * MILLION / made
        base = base or seconds
        print(f"{name:36} {seconds:10.2f}   {seconds / base:9.2f}")


if __name__ == "__main__":
    main()
