"""Benchmark of ways to draw the numbers of a stress test.

python -m tests.bench.sampling [SCENARIO...]

The shares of draws in which each theory chooses each option are estimated many times, each with another seed:
from plain random numbers, from a Latin hypercube (McKay, Beckman and Conover 1979), and from scrambled points
of Sobol' (Owen 1998; with scipy, where it is installed). Printed is the root mean square of the standard
errors, in points of per cent, its ratio to that of plain draws, and the ratio of the CPU time. Half the error
takes four times as many plain draws.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Any

import numpy as np

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.graph.columns import Column
from dilemma.robustness.stress import simulation
from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.uncertain import uncertain_numbers
from tests.bench.stress import timed

FILES = ("cluster", "track-two", "negotiations", "triage")
DRAWS, SEEDS = 4096, 30

Points = Callable[[int, int, int], Any]
"""Returns rows of points in the unit cube, from a number of rows, of columns, and a seed."""


def hypercube(rows: int, columns: int, seed: int) -> Any:
    """Return a Latin hypercube: in each column one point in each of as many equal parts as there are rows."""
    random = np.random.default_rng(seed)
    parts = np.stack([random.permutation(rows) for _ in range(columns)], axis=1)
    return (parts + random.random((rows, columns))) / rows


def sobol(rows: int, columns: int, seed: int) -> Any:
    """Return scrambled points of Sobol'."""
    from scipy.stats import qmc

    return qmc.Sobol(columns, rng=seed).random(rows)


class Placed(Draws):
    """Draws at given points instead of random ones, without correlations."""

    points: Points = staticmethod(hypercube)

    def __init__(self, ranges: Any, seed: int, pairs: Iterable[Any] = ()) -> None:
        super().__init__(ranges, seed, ())
        found = self.points(DRAWS, len(self._streams), seed)
        self._found = dict(zip(self._streams, found.T, strict=True))

    def block(self, rows: int, start: int | None = None) -> dict[str, Column]:
        """Return the draws of these rows."""
        first = self._next if start is None else start
        self._next = first + rows
        return {
            address: stream.inverse(self._found[address][first : first + rows].copy())
            for address, stream in self._streams.items()
        }


def shares(name: str, seed: int) -> list[float]:
    """Return the share of draws in which each theory chooses each option."""
    scenario = load(name).scenario
    ranges = {doubt.dial.address: doubt.range for doubt in uncertain_numbers(scenario, CATALOGUE)}
    found = simulation.stress(scenario, CATALOGUE, ranges, DRAWS, seed)
    return [share.chosen for tested in found.theories for share in tested.shares]


def measured(name: str, points: Points | None) -> tuple[float, float]:
    """Return the error in points of per cent, and the CPU seconds of all runs."""
    if points:
        Placed.points = staticmethod(points)
    simulation.Draws = Placed if points else Draws
    runs: list[list[float]] = []
    time = timed(lambda: runs.extend(shares(name, seed) for seed in range(SEEDS)), 1)
    simulation.Draws = Draws
    return 100 * float(np.sqrt(np.mean(np.var(np.array(runs), axis=0, ddof=1)))), time.cpu


def main() -> None:
    """Print the errors and times of each way, by file."""
    ways: dict[str, Points | None] = {"plain": None, "Latin hypercube": hypercube}
    if find_spec("scipy"):
        ways["Sobol'"] = sobol
    for name in sys.argv[1:] or FILES:
        plain, seconds = measured(name, None)
        for way, points in ways.items():
            error, time = measured(name, points) if points else (plain, seconds)
            print(f"{name:14} {way:16} {error:6.3f} {error / plain:5.2f}   time {time / seconds:5.2f}")


if __name__ == "__main__":
    main()
