"""What a run of the command costs beside Python's own start: run with `python -m tests.bench.start_up`.

Processor time, the least of many runs, in units of `python -c pass`: ratios carry over between machines.
Compile first (`python -m compileall -q dilemma`), or the compiling is measured too.
"""

from __future__ import annotations

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

from tests.cli.running import ROOT

RUNS = 25

YARDSTICK = ("-c", "pass")
SCRIPT = ("-c", "from dilemma.__main__ import main; main()")  # what the installed `dilemma` runs
COMMANDS = ("weigh cluster --json", "weigh cluster", "--help", "--version")


def processor_time(words: tuple[str, ...]) -> float:
    """Return the seconds of processor time one run of Python takes."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print the times and their ratios to the yardstick; every round runs them all."""
    works = {"python -c pass": YARDSTICK}
    works |= {f"dilemma {words}": (*SCRIPT, *words.split()) for words in COMMANDS}
    least = dict.fromkeys(works, float("inf"))
    for _ in range(RUNS):
        least = {name: min(least[name], processor_time(words)) for name, words in works.items()}
    for name, taken in least.items():
        print(f"{name:30} {1e3 * taken:8.1f} ms  {taken / least['python -c pass']:5.2f}")


if __name__ == "__main__":
    main()
