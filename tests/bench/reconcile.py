"""Benchmark of each method for moral uncertainty: run with `python -m tests.bench.reconcile`.

A default method should take at most a millisecond on twenty-four theories and five options. Ranked pairs,
however many margins tie, should take at most a tenth of a second, or report that it would take too long.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from time import process_time

from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.catalogue import METHODS, method_named
from dilemma.reconciliation.profile import Ballot, Profile, ballot

RUNS = 100
FEW = 5
THEORIES, OPTIONS = 19, 5


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest CPU time of many runs, in milliseconds."""
    shortest = float("inf")
    for _ in range(runs):
        start = process_time()
        work()
        shortest = min(shortest, process_time() - start)
    return 1e3 * shortest


def random_ballot(source: random.Random, number: int) -> Ballot:
    """Return a random ballot: with scores, an order, or permitted options, in turn."""
    scores = tuple(source.uniform(-1, 1) for _ in range(OPTIONS))
    ranks = tuple(1 + sum(other > score for other in scores) for score in scores)
    name = (f"T{number}", f"T{number}", None)
    if number % 3 == 0:
        return ballot(name, ranks, scores)
    if number % 3 == 1:
        return ballot(name, ranks)
    allowed = tuple(rank <= source.randint(1, OPTIONS) for rank in ranks)
    return ballot(name, tuple(1 if passes else 2 for passes in allowed), allowed=allowed)


def cyclic_profile(options: int) -> Profile:
    """Return as many theories as options, whose orders are the cyclic shifts of one order."""
    names = tuple(f"o{o}" for o in range(options))
    ballots = tuple(
        ballot((f"T{turn}", f"T{turn}", None), tuple(1 + (o - turn) % options for o in range(options)))
        for turn in range(options)
    )
    return Profile(names, ballots, (1,) * options)


def main() -> None:
    """Print the time of each method, and of ranked pairs on tied margins."""
    source = random.Random(1)
    ballots = tuple(random_ballot(source, number) for number in range(THEORIES))
    profile = Profile(tuple(f"o{o}" for o in range(OPTIONS)), ballots, tuple(range(1, THEORIES + 1)))
    print(f"{THEORIES} theories, {OPTIONS} options")
    for method in METHODS:
        print(f"  {method.about.id:18} {best(lambda method=method: elect(method, profile)):7.3f} ms")  # type: ignore[misc]
    print("ranked pairs, all margins of a cycle tied")
    ranked = method_named("ranked-pairs")
    for options in (4, 5, 6, 8, 10, 16, 30, 50):
        tied = cyclic_profile(options)
        found = "done" if elect(ranked, tied) else "too long"
        print(f"  {options:2} options {best(lambda tied=tied: elect(ranked, tied), FEW):9.3f} ms  {found}")  # type: ignore[misc]


if __name__ == "__main__":
    main()
