"""A graph's data worked out in Python: what the page's interpreter is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import copysign, expm1, nan
from typing import Final

from dilemma.graph.data import BASE, DIGITS, GraphData
from dilemma.quantity import TOLERANCE

__all__ = ["worked_out"]

TAKES: Final[Mapping[str, int]] = {"!": 1, "e": 1, "?": 3, "=": 3, ">": 1, "<": 1, "~": 1}
"""How many arguments an operation has where it is not two; `#` says so itself."""


def worked_out(data: GraphData, values: Mapping[str, float]) -> list[float]:
    """Return what stands at every place at these settings: truths as 1 and 0."""
    found = [*data.numbers, *(values[address] for address in data.inputs)]
    for work, places in _decoded(data.steps, len(found)):
        found.append(float(work(*(found[place] for place in places))))
    return found


@cache
def _decoded(steps: str, place: int) -> list[tuple[Callable[..., float], list[int]]]:
    """Return what each step does and to which places; the first step is put at `place`."""
    found = []
    signs = iter(steps)
    for here, sign in enumerate(signs, place):
        count = _number(signs) if sign == "#" else TAKES.get(sign, 2)
        found.append((WORK[sign], [here - _number(signs) for _ in range(count)]))
    return found


def _number(signs: Iterator[str]) -> int:
    result = 0
    while True:
        digit = DIGITS.index(next(signs))
        result = result * BASE + digit % BASE
        if digit < BASE:
            return result


def _quotient(a: float, b: float) -> float:
    return a / b if b else nan  # what zero would divide is worked out and never chosen


def _power(base: float, exponent: float) -> float:
    return base**exponent if base > 0 else nan


def _slack(a: float, b: float) -> float:
    return TOLERANCE * max(1.0, abs(a), abs(b))


WORK: Final[Mapping[str, Callable[..., float]]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _quotient,
    "v": min,
    "^": max,
    "p": _power,
    "e": expm1,
    "?": lambda truth, yes, no: yes if truth else no,
    "#": lambda *truths: sum(truths),
    "x": lambda a, b: a > b,
    "=": lambda a, b, gap: copysign(abs(gap) > _slack(a, b), gap),
    ">": lambda side: side > 0,
    "<": lambda side: side < 0,
    "~": lambda side: side != 0,
    "&": lambda a, b: a and b,
    "|": lambda a, b: a or b,
    "!": lambda truth: not truth,
}
