"""Benchmark of weighing in one process against a fixed loop: run with `python -m tests.bench.weighing`.

Ratios are comparable between machines, milliseconds are not.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.weighing import judge

RUNS = 300
STEPS = 100_000


def loop() -> float:
    """Add a hundred thousand floats: the unit of the ratios."""
    total = 0.0
    for step in range(STEPS):
        total = total + step * 0.5
    return total


def best(work: Callable[[], object]) -> float:
    """Return the shortest time of many runs, in seconds."""
    shortest = float("inf")
    for _ in range(RUNS):
        start = perf_counter()
        work()
        shortest = min(shortest, perf_counter() - start)
    return shortest


def main() -> None:
    """Print the times and their ratios to that of the loop."""
    document = load("cluster")
    case = case_of(document.scenario)
    works: dict[str, Callable[[], object]] = {
        "read the file": lambda: load("cluster"),
        "scenario to case": lambda: case_of(document.scenario),
        "case to verdicts": lambda: [judge(case, framework) for framework in CATALOGUE],
    }
    works |= {f"  {f.about.id}": lambda f=f: judge(case, f) for f in CATALOGUE}  # type: ignore[misc]
    reference = best(loop)
    print(f"{'a loop of 100,000 additions':30} {1e3 * reference:8.2f} ms   1.00")
    for name, work in works.items():
        taken = best(work)
        print(f"{name:30} {1e3 * taken:8.2f} ms  {taken / reference:5.2f}")


if __name__ == "__main__":
    main()
