"""What the same question costs elsewhere: run with `python -m tests.bench.peers [DRAWS]`.

Four options, a number for each of twenty-four criteria, and a weight in doubt for every criterion: how often
is each option first by its weighted sum? Put to a plain Python loop, to numpy, and, where installed, to
pySensMCDA, pymcdm and scikit-criteria, as their own documents put it; and to `dilemma.stress`, which answers
it with the utilitarian sum alone and with all nineteen theories. CPU time, the least of some runs, each with
as many draws as it can make in reasonable time, scaled to a million. All must agree on the answer.
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
AGREE: Final = 5.0  # standard errors that two honest answers may lie apart


class Contestant(NamedTuple):
    """A way to answer the question: its name, how many draws it can make in seconds, and how it answers."""

    name: str
    draws: int
    shares: Callable[[int], Shares]


def weights(draws: int) -> Shares:
    """Return the drawn weights, a row a draw."""
    return np.random.default_rng(0).triangular(LOW, 1.0, HIGH, (draws, CRITERIA))


def shared_out(draws: int) -> Shares:
    """Return the drawn weights brought to a sum of 1, as the libraries ask; who is first stays the same."""
    drawn = weights(draws)
    return drawn / drawn.sum(1, keepdims=True)


def counted(first: NDArray[np.intp]) -> Shares:
    """Return the share of the draws in which each option is first."""
    return np.bincount(first, minlength=OPTIONS) / len(first)


def plain_loop(draws: int) -> Shares:
    """Return the shares as a spreadsheet would have it: one sum a cell."""
    from random import Random

    triangular, rows, won = Random(0).triangular, SCORES.tolist(), [0] * OPTIONS
    for _ in range(draws):
        drawn = [triangular(LOW, HIGH, 1.0) for _ in range(CRITERIA)]
        sums = [sum(weight * score for weight, score in zip(drawn, row, strict=True)) for row in rows]
        won[sums.index(max(sums))] += 1
    return np.array(won) / draws


def numpy_alone(draws: int) -> Shares:
    """Return the shares by one matrix product, written for this question alone."""
    return counted((weights(draws) @ SCORES.T).argmax(1))


def as_given(column: Shares, cost: bool = False) -> Shares:
    """Leave the numbers of a criterion as they are: the sum is of the numbers themselves."""
    return column


def pysensmcda(draws: int) -> Shares:
    """Return the shares by stochastic multicriteria acceptability analysis."""
    from pymcdm.methods import WSM
    from pysensmcda.smaa import rank_acceptability, simulate

    drawn = shared_out(draws)
    result = simulate(WSM(as_given), SCORES, np.ones(CRITERIA), weights=drawn, store="accumulate")
    return np.asarray(rank_acceptability(result))[:, 0]


def pymcdm(draws: int) -> Shares:
    """Return the shares by one call of the weighted sum model a draw."""
    from pymcdm.methods import WSM

    model, types = WSM(as_given), np.ones(CRITERIA)
    return counted(np.array([model(SCORES, row, types).argmax() for row in shared_out(draws)]))


def scikit_criteria(draws: int) -> Shares:
    """Return the shares by one evaluation of the weighted sum model a draw."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    model, aims = WeightedSumModel(), [max] * CRITERIA
    ranks = [model.evaluate(mkdm(SCORES, aims, weights=row)).rank_ for row in shared_out(draws)]
    return counted(np.array(ranks).argmin(1))


def written() -> str:
    """Return the question as a scenario: a party for every criterion, its weight in doubt."""
    criteria, options = range(CRITERIA), range(OPTIONS)
    lines = ["format: 1", "title: Bench", "question: Which?", "parties:"]
    lines += [f"  p{c}: {{name: Party {c}, weight: [{LOW}, 1, {HIGH}]}}" for c in criteria]
    lines += ["consequences:", *(f"  c{c}: {{name: Good {c}, party: p{c}, value: 1}}" for c in criteria)]
    lines.append("options:")
    for o in options:
        chances = ", ".join(f"c{c}: {SCORES[o, c]}" for c in criteria)
        lines += [f"  o{o}: {{name: Option {o}, consequences: {{{chances}}}}}"]
    return "\n".join(lines)


def ours(frameworks: tuple[str, ...]) -> Callable[[int], Shares]:
    """Return how `dilemma.stress` answers, by so many frameworks (all if none is named)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.yaml"
        path.write_text(written(), encoding="utf-8")
        document = dilemma.load(path)

    def shares(draws: int) -> Shares:
        test = dilemma.stress(document, frameworks=frameworks, draws=draws)
        tested = next(theory for theory in test.stressed.theories if theory.about.id == "utilitarian")
        return np.array([share.chosen for share in tested.shares])

    return shares


CONTESTANTS: Final = (
    Contestant("dilemma stress, utilitarian alone", MILLION, ours(("utilitarian",))),
    Contestant("dilemma stress, nineteen theories", MILLION, ours(())),
    Contestant("numpy, one matrix product", MILLION, numpy_alone),
    Contestant("a plain Python loop", 20_000, plain_loop),
    Contestant("pySensMCDA 2, SMAA", 20_000, pysensmcda),
    Contestant("pymcdm, a call a draw", 5_000, pymcdm),
    Contestant("scikit-criteria, a call a draw", 200, scikit_criteria),
)


def main() -> None:
    """Print the seconds a million draws take each, and their ratio to ours by the one theory all share."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    print(f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}")
    print(f"{OPTIONS} options, {CRITERIA} weights in doubt; CPU seconds for a million draws")
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
            raise SystemExit(f"{name} answers otherwise: {answer} where {expected} is expected")
        seconds = timed(partial(shares, made), RUNS).cpu * MILLION / made
        base = base or seconds
        print(f"{name:36} {seconds:10.2f}   {seconds / base:9.2f}")


if __name__ == "__main__":
    main()
