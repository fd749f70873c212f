"""How long each method takes: run with `python -m tests.bench.reconcile`.

A default method should take at most a millisecond on nineteen theories and five options; ranked pairs,
however many margins tie, at most a tenth of a second, or say that it would take too long.
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
    """Return the shortest time of many runs, in milliseconds of this process."""
    shortest = float("inf")
    for _ in range(runs):
        start = process_time()
        work()
        shortest = min(shortest, process_time() - start)
    return 1e3 * shortest


def drawn(source: random.Random, number: int) -> Ballot:
    """Return a random ballot: scores, an order, or who is permitted, in turn."""
    scores = tuple(source.uniform(-1, 1) for _ in range(OPTIONS))
    places = tuple(1 + sum(other > score for other in scores) for score in scores)
    name = (f"T{number}", f"T{number}", None)
    if number % 3 == 0:
        return ballot(name, places, scores)
    if number % 3 == 1:
        return ballot(name, places)
    allowed = tuple(place <= source.randint(1, OPTIONS) for place in places)
    return ballot(name, tuple(1 if passes else 2 for passes in allowed), allowed=allowed)


def circle(options: int) -> Profile:
    """Return as many theories as options, each the order of the one before begun one option later."""
    names = tuple(f"o{o}" for o in range(options))
    ballots = tuple(
        ballot((f"T{turn}", f"T{turn}", None), tuple(1 + (o - turn) % options for o in range(options)))
        for turn in range(options)
    )
    return Profile(names, ballots, (1,) * options)


def main() -> None:
    """Print the times."""
    source = random.Random(1)
    ballots = tuple(drawn(source, number) for number in range(THEORIES))
    profile = Profile(tuple(f"o{o}" for o in range(OPTIONS)), ballots, tuple(range(1, THEORIES + 1)))
    print(f"{THEORIES} theories, {OPTIONS} options")
    for method in METHODS:
        print(f"  {method.about.id:18} {best(lambda method=method: elect(method, profile)):7.3f} ms")  # type: ignore[misc]
    print("ranked pairs, all margins in a circle tied")
    ranked = method_named("ranked-pairs")
    for options in (4, 5, 6, 8, 10, 16, 30, 50):
        tied = circle(options)
        found = "done" if elect(ranked, tied) else "too long"
        print(f"  {options:2} options {best(lambda tied=tied: elect(ranked, tied), FEW):9.3f} ms  {found}")  # type: ignore[misc]


if __name__ == "__main__":
    main()
