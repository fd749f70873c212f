"""Benchmark of each command by each measure of a file: run with `python -m tests.bench.commands [WORD...]`.

A word is the name of a command; without one, all are run. Generated files differ in one measure only. For
each command and measure are printed the CPU seconds and the peak memory at each size, and the slope of the
time, start-up taken off, between the two largest on doubly logarithmic axes: 1 is linear, 2 is quadratic.
`refused` means that the command said at once what to reduce, `over` that it took more than LIMIT seconds of
CPU time or MEMORY bytes.
"""

from __future__ import annotations

import math
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

LIMIT: Final = 60  # seconds of CPU time
MEMORY: Final = 4_000_000_000  # bytes
REFUSED: Final = 2
SMALLEST: Final = 0.05  # seconds: less than this cannot be told from start-up

COMMANDS: Final = (
    "dials {file}",
    "convert {file} {out}.json",
    "check {file}",
    "weigh {file} --json",
    "weigh {file}",
    "diff {file} {file}",
    "explain {file}",
    "cruxes {file}",
    "cruxes {file} --json",
    "stress {file}",
    "stress {file} -n 100000",
    "reconcile {file}",
    "reconcile {file} --method all",
    "report {file} -o {out}.html",
)


class Measures(NamedTuple):
    """How much of each a generated file has; `states` are beliefs that no option sets."""

    options: int = 4
    consequences: int = 24
    parties: int = 12
    states: int = 2
    duties: int = 6


SIZES: Final[dict[str, tuple[int, ...]]] = {
    "options": (6, 12, 24, 48),
    "consequences": (30, 60, 120, 240),
    "parties": (12, 24, 48, 96),
    "states": (3, 6, 9, 12),
}
WHOLE: Final = Measures(options=50, consequences=250, parties=100, states=12, duties=25)


def file_text(size: Measures) -> str:
    """Return the text of a file: of more than five options each lists a fifth of the consequences."""
    lines = ["format: 1", "title: Bench", "question: Which?", "parties:"]
    lines += [
        f"  p{p}: {{name: Party {p}, weight: [0.5, 1, 2], level: {p % 7}}}" for p in range(size.parties)
    ]
    lines.append("beliefs:")
    lines += [f"  b{b}: {{claim: Belief {b}, probability: [0.1, 0.3, 0.6]}}" for b in range(size.states)]
    lines.append("consequences:")
    for c in range(size.consequences):
        when = f", when: b{c // 2 % size.states}" if c % 2 else ""
        value = f"[{-3 - c % 3}, {-2 - c % 3}, {-1 - c % 2}]" if c % 4 else f"[1, {2 + c % 3}, 6]"
        party = f"party: p{c % size.parties}, count: {1 + c % 7}"
        lines.append(f"  c{c}: {{name: Event {c}, {party}, value: {value}{when}}}")
    lines.append("duties:")
    lines += [f"  d{d}: {{name: Duty {d}, owed_to: p{d}, weight: 1}}" for d in range(size.duties)]
    lines.append("options:")
    every = 5 if size.options > 5 else 1  # so that options differ in what they bring about
    for o in range(size.options):
        chances = [
            f"c{c}: 0.{1 + (7 * o + 3 * c) % 8}" for c in range(size.consequences) if (c + o) % every == 0
        ]
        duties = ", ".join(f"d{d}: -0.{1 + (o + d) % 8}" for d in range(size.duties))
        lines += [f"  o{o}:", f"    name: Option {o}", f"    consequences: {{{', '.join(chances)}}}"]
        lines.append(f"    duties: {{{duties}}}")
    return "\n".join(lines) + "\n"


class Run(NamedTuple):
    """One run of a command: its exit code, CPU seconds and peak memory in bytes."""

    code: int
    seconds: float
    memory: int

    @property
    def told(self) -> str:
        if self.code == REFUSED:
            return f"refused {self.seconds:4.1f} s"
        if self.code not in (0, 1):
            return "over"
        return f"{self.seconds:6.1f} s {self.memory / 1e6:5.0f} MB"


def run(*words: str) -> Run:
    """Run the command with these words and wait for it."""
    started = subprocess.Popen(
        [sys.executable, "-m", "dilemma", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    resource.prlimit(started.pid, resource.RLIMIT_CPU, (LIMIT, LIMIT + 1))
    resource.prlimit(started.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = code = os.waitstatus_to_exitcode(status)
    return Run(code, usage.ru_utime + usage.ru_stime, 1024 * usage.ru_maxrss)


def words_of(command: str, file: Path) -> list[str]:
    """Return the words of a command on a file."""
    return command.format(file=file, out=file.with_suffix("")).split()


def slope(sizes: tuple[int, ...], runs: list[Run], start: float) -> str:
    """Return the slope of the time between the two largest sizes; nothing if one of them did not run."""
    (small, one), (large, other) = list(zip(sizes, runs, strict=True))[-2:]
    if one.code not in (0, 1) or other.code not in (0, 1):
        return "    "
    before, after = (max(SMALLEST, each.seconds - start) for each in (one, other))
    return f"{math.log(after / before) / math.log(large / small):4.1f}"


def main() -> None:
    """Print a line for each command and measure, and one for a file that is large in all of them."""
    commands = [one for one in COMMANDS if not sys.argv[1:] or one.split()[0] in sys.argv[1:]]
    start = min(run("methods").seconds for _ in range(3))
    print(f"start-up {start:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.yaml")
        whole.write_text(file_text(WHOLE), encoding="utf-8")
        for command in commands:
            print(
                f"{command.replace(' {file}', ''):30} whole         {run(*words_of(command, whole)).told}",
                flush=True,
            )
            for measure, sizes in SIZES.items():
                runs = []
                for size in sizes:
                    file = Path(folder, f"{measure}{size}.yaml")
                    file.write_text(file_text(Measures()._replace(**{measure: size})), encoding="utf-8")
                    runs.append(run(*words_of(command, file)))
                cells = "  ".join(f"{size:3}: {one.told:18}" for size, one in zip(sizes, runs, strict=True))
                print(f"{'':30} {measure:12}  {cells} slope {slope(sizes, runs, start)}", flush=True)


if __name__ == "__main__":
    main()
