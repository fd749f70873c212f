"""Benchmark of what the commands print by default: run with `python -m tests.bench.screens [SCENARIO...]`.

CPU times, the least of many runs, as ratios: `weigh` to `weigh --json`, and each other command to `weigh`.
Run `python -m compileall -q dilemma` first, so that compilation is not measured.
"""

from __future__ import annotations

import sys

from tests.bench.start_up import SCRIPT, cpu_time

RUNS = 7
COMMANDS = ("weigh --json", "weigh", "explain", "cruxes", "stress", "reconcile", "dials", "check")


def main() -> None:
    """Print the ratios for each scenario; every round runs each command once."""
    for name in sys.argv[1:] or ("cluster", "track-two", "negotiations"):
        works = {words: (*SCRIPT, *_words(words, name)) for words in COMMANDS}
        least = dict.fromkeys(works, float("inf"))
        for _ in range(RUNS):
            least = {words: min(least[words], cpu_time(work)) for words, work in works.items()}
        data, screen = least["weigh --json"], least["weigh"]
        print(f"{name}: weigh --json {1e3 * data:.0f} ms; weigh {screen / data:.2f} times that")
        for words in COMMANDS[2:]:
            print(f"  {words:10} {least[words] / screen:5.2f} times weigh")


def _words(command: str, name: str) -> list[str]:
    verb, *flags = command.split()
    return [verb, name, *flags]


if __name__ == "__main__":
    main()
