"""Benchmark of `dilemma collect`: run with `python -m tests.bench.collect [SCENARIO] [VIEWS...]`.

For each number of views: seconds and peak memory of the command on a folder of view files, and the ratio of
its time to that of as many single weighings in one process, without start-up, which a loop would take.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from dilemma.scenario import view
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.write import view_text
from dilemma.weighing import judge_view
from tests.unit.robustness.collection.samples import document, random_views, theories

SINGLE = 20  # views weighed one by one, from whose mean time the rest is reckoned


def main() -> None:
    """Print a line for each number of views."""
    name, *counts = sys.argv[1:] or ("cluster", "100", "1000", "5000")
    views = random_views(name, max(map(int, counts)))
    single = seconds_of_one(name, views[:SINGLE])
    print(f"{name}: one view weighed by itself takes {1e3 * single:.0f} ms")
    for count in map(int, counts):
        taken, memory = measured(name, views[:count])
        ratio = taken / (count * single)
        told = f"{ratio:.2f} times {count} single weighings"
        print(f"{count:6} views: {taken:6.1f} s, {memory:4.0f} MB, {told}")


def seconds_of_one(name: str, views: list[PersonView]) -> float:
    """Return the mean time in which one view is applied and judged."""
    start = perf_counter()
    for one in views:
        judge_view(view(document(name), None, one.values), theories())
    return (perf_counter() - start) / len(views)


def measured(name: str, views: list[PersonView]) -> tuple[float, float]:
    """Return the seconds and the peak memory, in MB, of the command on these views."""
    with tempfile.TemporaryDirectory() as folder:
        for place, one in enumerate(views):
            (Path(folder) / f"{place:06}.view.yaml").write_text(view_text(one, document(name)))
        words = [sys.executable, "-m", "dilemma", "collect", name, folder]
        start = perf_counter()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        taken = perf_counter() - start
    return taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
