"""Benchmark of the time taken by files of growing size: run with `python -m tests.bench.growth`.

Generated files differ in one measure only. For each measure the sizes are printed, the CPU time of each (the
least of some runs, in units of a loop of 100,000 additions, so that figures are comparable between machines),
and the slope between the two largest on doubly logarithmic axes: 1 is linear, 2 is quadratic. Beliefs that no
option sets are states of the world, and each doubles the number of worlds: for them the factor by which one
more belief multiplies the time is printed instead of the slope.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import dilemma
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.cruxes.crux import cruxes
from dilemma.scenario import view
from dilemma.weighing import judge
from tests.bench.stress import timed
from tests.bench.weighing import best, loop

RUNS: Final = 3


class Shape(NamedTuple):
    """The number of options, factors and beliefs of a generated file.

    Each consequence depends on one belief, in turn.
    """

    options: int = 4
    factors: int = 24
    beliefs: int = 2


def file_text(shape: Shape) -> str:
    """Return the text of a generated file of a shape."""
    lines = ["format: 1", "title: Bench", "question: Which?", "parties:"]
    lines += [f"  p{f}: {{name: Party {f}}}" for f in range(shape.factors)]
    lines.append("beliefs:")
    lines += [f"  b{b}: {{claim: Belief {b}, probability: [0.1, 0.3, 0.6]}}" for b in range(shape.beliefs)]
    lines.append("consequences:")
    for f in range(shape.factors):
        size = f"value: -1, count: {1 + f % 7}, when: b{f % shape.beliefs}"
        lines.append(f"  c{f}: {{name: Harm {f}, party: p{f}, {size}}}")
    lines.append("duties:")
    lines += [f"  d{f}: {{name: Duty {f}, owed_to: p{f}, weight: 1}}" for f in range(0, shape.factors, 4)]
    lines.append("options:")
    for o in range(shape.options):
        chances = ", ".join(f"c{f}: 0.{1 + (7 * o + 3 * f) % 8}" for f in range(shape.factors))
        duties = ", ".join(f"d{f}: -0.{1 + (o + f) % 8}" for f in range(0, shape.factors, 4))
        lines += [f"  o{o}:", f"    name: Option {o}"]
        lines += [f"    consequences: {{{chances}}}", f"    duties: {{{duties}}}"]
    return "\n".join(lines)


class GeneratedFile(NamedTuple):
    """A generated file on disk, and the document read from it."""

    path: Path
    document: dilemma.Document


def generate(folder: Path, shape: Shape) -> GeneratedFile:
    """Write and read a generated file."""
    path = folder / f"{'-'.join(map(str, shape))}.yaml"
    path.write_text(file_text(shape), encoding="utf-8")
    return GeneratedFile(path, dilemma.load(path))


def read(file: GeneratedFile) -> object:
    """Read and check the file."""
    return dilemma.load(file.path)


def weigh(file: GeneratedFile) -> object:
    """Judge by all frameworks, without reading the file again."""
    case = case_of(file.document.scenario)
    return [judge(case, framework) for framework in CATALOGUE]


def find_cruxes(file: GeneratedFile) -> object:
    """Find every crux of every framework."""
    return cruxes(view(file.document), CATALOGUE)


def draw(file: GeneratedFile) -> object:
    """Make ten thousand draws with every framework."""
    return dilemma.stress(file.document, draws=10_000)


BENCHMARKS: Final[dict[str, Callable[[GeneratedFile], object]]] = {
    "read": read,
    "weigh": weigh,
    "cruxes": find_cruxes,
    "stress, 10,000 draws": draw,
}

MEASURES: Final[dict[str, list[Shape]]] = {
    "options": [Shape(options=n) for n in (2, 4, 8, 16)],
    "factors": [Shape(factors=n) for n in (12, 24, 48, 96)],
    "beliefs": [Shape(beliefs=n) for n in (2, 4, 6, 8)],
}


def growth(measure: str, sizes: list[float], times: list[float]) -> str:
    """Return the slope between the two largest sizes; for beliefs, the factor for one more."""
    more = math.log(times[-1] / times[-2])
    if measure == "beliefs":
        return f"times {math.exp(more / (sizes[-1] - sizes[-2])):4.2f} each"
    return f"slope {more / math.log(sizes[-1] / sizes[-2]):5.2f}"


def rows(folder: Path) -> Iterator[tuple[str, str, list[float], list[float]]]:
    """Yield the measure, the benchmark, the sizes and the CPU seconds of each line to print."""
    for measure, shapes in MEASURES.items():
        files = [generate(folder, shape) for shape in shapes]
        sizes = [float(getattr(shape, measure)) for shape in shapes]
        for name, run in BENCHMARKS.items():
            yield measure, name, sizes, [timed(partial(run, file), RUNS).cpu for file in files]
    file = generate(folder, Shape())
    draws = [10_000, 100_000, 1_000_000]
    times = [timed(partial(dilemma.stress, file.document, draws=number), 2).cpu for number in draws]
    yield "draws", "stress", [float(number) for number in draws], times


def main() -> None:
    """Print the times in units of the loop, and the slopes."""
    reference = best(loop)
    print(f"unit: a loop of 100,000 additions, {1e3 * reference:.2f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for measure, name, sizes, times in rows(Path(folder)):
            cells = "  ".join(
                f"{int(size):>9,}: {taken / reference:8.2f}" for size, taken in zip(sizes, times, strict=True)
            )
            print(f"{measure:8} {name:21} {cells}   {growth(measure, sizes, times)}")


if __name__ == "__main__":
    main()
