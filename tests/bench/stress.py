"""Benchmark of the stress test against sampling alone: run with `python -m tests.bench.stress [DRAWS]`.

A million draws of `cluster` with all frameworks, on all processors, are compared with (a) our sampler alone
and (b) plain numpy, which transforms uniforms to triangular numbers by `np.where`; both in one process and in
blocks of 8,192. The CPU time of all processes together is printed, and the wall-clock time. Also compared are
a plain Python loop over floats and, where installed, pySensMCDA with one weighted sum, both with fewer draws
and scaled up. Ratios are comparable between machines, seconds are not.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.stress.parallel import MOST, processors
from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.simulation import stress
from dilemma.robustness.stress.uncertain import uncertain_numbers
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import chosen

DRAWS = 1_000_000
BLOCK = 8192
FEW = 200  # draws of the Python loop, which takes seconds for a few thousand
PEERS = 20_000
ROUNDS = 3


class Time(NamedTuple):
    """The shortest CPU time and wall-clock time of some runs, in seconds."""

    cpu: float
    wall: float


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> Time:
    """Return the shortest times of some runs."""
    cpu = wall = float("inf")
    for _ in range(rounds):
        start = cpu_seconds(), perf_counter()
        work()
        cpu, wall = min(cpu, cpu_seconds() - start[0]), min(wall, perf_counter() - start[1])
    return Time(cpu, wall)


def cpu_seconds() -> float:
    """Return the CPU time of this process and its ended child processes, in seconds."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak_memory(processes: int) -> float:
    """Return the peak memory of this process and its children in MB; shared memory counts in each."""
    mine, theirs = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return mine + processes * theirs


def blocks(draws: int) -> list[int]:
    """Return the sizes of the blocks for this many draws."""
    return [BLOCK] * (draws // BLOCK) + ([draws % BLOCK] if draws % BLOCK else [])


def sampler_alone(ranges: Mapping[str, Range], draws: int) -> None:
    """Draw every number by our sampler, and discard it."""
    sampler = Draws(ranges, 0)
    for rows in blocks(draws):
        sampler.block(rows)


def plain_numpy(ranges: Mapping[str, Range], draws: int) -> None:
    """Draw every number from a triangular distribution by inverse transform sampling."""
    generator = np.random.default_rng(0)
    for rows in blocks(draws):
        for low, best, high, *_ in ranges.values():
            u = generator.random(rows)
            width = high - low
            np.where(
                u < (best - low) / width,
                low + np.sqrt(u * width * (best - low)),
                high - np.sqrt((1 - u) * width * (high - best)),
            )


def plain_loop(ranges: Mapping[str, Range], draws: int) -> None:
    """Judge each draw separately, in floats."""
    document = load("cluster")
    columns = Draws(ranges, 0).block(draws)
    for row in range(draws):
        drawn = {address: float(column[row]) for address, column in columns.items()}
        case = case_of(document.scenario, lambda a, n, drawn=drawn: drawn.get(a, best_of(n)))  # type: ignore[misc]
        for theory in CATALOGUE:
            chosen(case, theory)


def pysensmcda(options: int, criteria: int, draws: int) -> None:
    """Evaluate drawn matrices by one weighted sum, as SMAA does: one theory instead of all."""
    from pysensmcda.smaa import rank_acceptability, simulate

    generator = np.random.default_rng(0)
    matrices = generator.triangular(0, 0.5, 1, (draws, options, criteria))
    weights = np.full(criteria, 1 / criteria)
    result = simulate(
        lambda matrix, weight, _types: matrix @ weight,
        matrices[0],
        np.ones(criteria),
        weights=weights,
        num_samples=draws,
        matrix_samples=matrices,
        reverse_ranking=True,
        store="accumulate",
    )
    rank_acceptability(result)


def main() -> None:
    """Print the times, their ratios to sampling alone, and the peak memory."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else DRAWS
    scenario = load("cluster").scenario
    ranges = {doubt.dial.address: doubt.range for doubt in uncertain_numbers(scenario, CATALOGUE)}
    taken = timed(lambda: stress(scenario, CATALOGUE, ranges, draws, 0))
    count = min(processors(), MOST)
    memory = peak_memory(count if count > 1 else 0)
    ours, plain = timed(lambda: sampler_alone(ranges, draws)), timed(lambda: plain_numpy(ranges, draws))
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"{draws:,} draws of {len(ranges)} numbers, {len(CATALOGUE)} frameworks, CPU seconds")
    print(f"{count} processes at most on {processors()} processors, load {busy}")
    print(f"{'stress':44} {taken.cpu:8.2f}   on the clock {taken.wall:.2f}")
    alone = {"(a) our sampler alone": ours, "(b) plain uniforms and inverse triangular": plain}
    for name, time in alone.items():
        ratios = f"stress is {taken.cpu / time.cpu:6.2f} times it, on the clock {taken.wall / time.wall:6.2f}"
        print(f"{name:44} {time.cpu:8.2f}   {ratios}")
    print(f"{'memory of all at its highest, MB':44} {memory:8.0f}")
    few = timed(lambda: plain_loop(ranges, FEW), 1).cpu * draws / FEW
    print(f"{'a plain loop over floats, scaled':44} {few:8.0f}   {few / taken.cpu:6.0f} times stress")
    try:
        peer = timed(lambda: pysensmcda(len(scenario.options), len(ranges), PEERS), 1).cpu * draws / PEERS
    except ImportError:
        print("pysensmcda is not installed")
    else:
        name = "pysensmcda, one weighted sum, scaled"
        print(f"{name:44} {peer:8.1f}   {peer / taken.cpu:6.2f} times stress")


if __name__ == "__main__":
    main()
