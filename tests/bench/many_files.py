"""Benchmark of `weigh DIR --format ndjson` on many files: run with `python -m tests.bench.many_files`.

A thousand files of about a hundred lines are generated in a temporary folder, each with different numbers, so
that no cached result of one file helps the next. Times are CPU times that include start-up; ratios are
comparable between machines. Memory is the peak of the process.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.bench.weighing import best, loop

FILES = 1000
FEW = 100
RUNS = 3
PARTIES = OPTIONS = 4
CONSEQUENCES = 6
DUTIES = 3
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss


class Cost(NamedTuple):
    """The cost of one run of the command: CPU seconds, and peak memory in bytes."""

    seconds: float
    memory: int


def file_text(number: int) -> str:
    """Return the text of one file: all have the same shape and different numbers."""
    share = 0.05 + (number % 89) / 100
    rate = f"[{share / 2:.4f}, {share:.4f}, {share + 0.02:.4f}]"
    lines = [
        "format: 1",
        f"title: Made-up choice {number}",
        f"question: Which of the {OPTIONS} courses should the council of place {number} take?",
        "agent: The council",
        "as_of: 2023-07-07",
        "unit: one death, or harm as grave",
        f"exchange: {1 + number % 17}",
        "baseline: option-0",
        "quantities:",
        f"  rate: {{value: {rate}, because: Counted in place {number}.}}",
        "parties:",
    ]
    for index in range(PARTIES):
        lines.append(f"  party-{index}:")
        lines.append(f"    name: The people of quarter {index} of place {number}")
        lines.append(f"    weight: {1 + (number + index) % 5 / 10}")
        lines.append(f"    level: {-(number + index) % 7 / 10}")
    lines += ["beliefs:", f"  storm: {{claim: The storm comes, probability: [{share / 2:.4f}, {share:.4f}]}}"]
    lines.append("consequences:")
    for index in range(CONSEQUENCES):
        lines.append(f"  harm-{index}:")
        lines.append(f"    name: What befalls quarter {index % PARTIES} by way {index}")
        lines.append(f"    party: party-{index % PARTIES}")
        lines.append(f"    value: {-1 - (number + index) % 10 / 10}")
        lines.append(f"    count: {10 + (number * 7 + index) % 50}" + (" * rate" if index % 4 == 0 else ""))
        lines.append("    agency: does" + ("\n    when: storm" if index % 3 == 0 else ""))
    lines.append("duties:")
    for index in range(DUTIES):
        owed = f"owed_to: party-{index}, weight: {(number + index) % 10}"
        lines.append(f"  duty-{index}: {{name: Keep faith with quarter {index}, {owed}}}")
    lines += ["virtues:", "  candour: {name: Candour, weight: 4}", "options:"]
    for option in range(OPTIONS):
        lines += [f"  option-{option}:", f"    name: Course {option}", "    consequences:"]
        for index in range(option, CONSEQUENCES, 2):
            chance = ((number + 13 * option + 7 * index) % 97) / 100
            lines.append(f"      harm-{index}: [{chance / 2:.4f}, {chance:.4f}, {chance + 0.02:.4f}]")
        degree = ((number + option) % 9 - 4) / 4
        lines.append(f"    duties: {{duty-{option % DUTIES}: {degree}, duty-{(option + 1) % DUTIES}: -0.5}}")
        lines.append(f"    virtues: {{candour: {degree}}}")
    lines += [
        "perspectives:",
        "  doubter: {because: The rate is too high., set: {quantities.rate: 0.05}}",
        "",
    ]
    return "\n".join(lines)


def cost(files: int) -> Cost:
    """Return the cost of weighing this many new files in one command, the least of a few runs."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            (Path(folder) / f"made-{number:04}.yaml").write_text(file_text(number), encoding="utf-8")
        runs = [once(folder) for _ in range(RUNS)]
    return Cost(min(run.seconds for run in runs), min(run.memory for run in runs))


def once(folder: str) -> Cost:
    """Return the cost of one run of the command on a folder."""
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "dilemma", "weigh", folder, "--format", "ndjson"],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"the command ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * BYTES_PER_UNIT)


def main() -> None:
    """Print files per CPU second, the ratio to the reference loop, and memory for few and many files."""
    few, many = cost(FEW), cost(FILES)
    reference = best(loop)
    each = (many.seconds - few.seconds) / (FILES - FEW)
    print(f"loop of 100,000 additions {1e3 * reference:7.2f} ms")
    print(f"lines a file                {len(file_text(0).splitlines()):8}")
    print(f"files a second, start-up in {FILES / many.seconds:8.0f}")
    print(f"one file more               {1e3 * each:8.2f} ms  {each / reference:5.2f} of the loop")
    print(f"memory, {FEW:5} files         {few.memory / 2**20:8.1f} MiB")
    print(f"memory, {FILES:5} files         {many.memory / 2**20:8.1f} MiB")


if __name__ == "__main__":
    main()
