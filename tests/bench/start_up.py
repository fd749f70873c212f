"""Benchmark of the command's start-up against Python's own: run with `python -m tests.bench.start_up`.

Times are CPU times, the least of many runs, in units of `python -c pass`, so that they are comparable between
machines. Run `python -m compileall -q dilemma` first, so that compilation is not measured.
"""

from __future__ import annotations

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

from tests.unit.cli.running import ROOT

RUNS = 25

REFERENCE = ("-c", "pass")
SCRIPT = ("-c", "from dilemma.__main__ import main; main()")  # code of the installed script `dilemma`
COMMANDS = ("weigh cluster --json", "weigh cluster", "--help", "--version")


def cpu_time(words: tuple[str, ...]) -> float:
    """Return the CPU seconds of one run of Python."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print the times and their ratios to that of Python; every round runs each command once."""
    works = {"python -c pass": REFERENCE}
    works |= {f"dilemma {words}": (*SCRIPT, *words.split()) for words in COMMANDS}
    least = dict.fromkeys(works, float("inf"))
    for _ in range(RUNS):
        least = {name: min(least[name], cpu_time(words)) for name, words in works.items()}
    for name, taken in least.items():
        print(f"{name:30} {1e3 * taken:8.1f} ms  {taken / least['python -c pass']:5.2f}")


if __name__ == "__main__":
    main()
