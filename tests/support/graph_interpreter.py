"""Evaluation of a graph's data in Python, a reference for the page's interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import copysign, expm1, nan
from typing import Final

from dilemma.graph.data import BASE, DIGITS, NEAR, GraphData
from dilemma.quantity import TOLERANCE

__all__ = ["evaluate"]

TAKES: Final[Mapping[str, int]] = {"!": 1, "e": 1, "?": 3, "=": 3, ">": 1, "<": 1, "~": 1}
"""The number of arguments of each operation that has not two; `#` is followed by its own."""


def evaluate(data: GraphData, inputs: Mapping[str, float]) -> list[float]:
    """Return the value at every index of the graph for these inputs, by address; truths are 1 and 0."""
    values = [*data.numbers, *(inputs[address] for address in data.inputs)]
    for function, args in _decoded(data):
        values.append(float(function(*(values[at] for at in args))))
    return values


@cache
def _decoded(data: GraphData) -> list[tuple[Callable[..., float], list[int]]]:
    """Return the function and the argument indexes of each operation."""
    found: list[tuple[Callable[..., float], list[int]]] = []
    stack: list[int] = []
    log: list[int] = []
    texts = {"n": data.constants, "i": data.addresses, "far": data.far, "#": data.counts}
    numbers = {letter: _numbers(text) for letter, text in texts.items()}
    near = iter(data.near)
    here = len(data.numbers) + len(data.inputs)
    for step in data.steps:
        if step == "n":
            stack.append(next(numbers["n"]))
        elif step == "i":
            stack.append(len(data.numbers) + next(numbers["i"]))
        elif step == "r":
            stack.append(log[-DIGITS.index(next(near)) - NEAR * next(numbers["far"])])
            log.append(stack[-1])
        elif step == "s":
            log.append(stack[-1])
        else:
            count = next(numbers["#"]) if step == "#" else TAKES.get(step, 2)
            found.append((FUNCTIONS[step], [stack.pop() for _ in range(count)][::-1]))
            stack.append(here)
            here += 1
    return found


def _numbers(text: str) -> Iterator[int]:
    result = 0
    for sign in text:
        digit = DIGITS.index(sign)
        result = result * BASE + digit % BASE
        if digit < BASE:
            yield result
            result = 0


def _quotient(a: float, b: float) -> float:
    return a / b if b else nan  # a division by 0 may be computed, but its result is never chosen


def _power(base: float, exponent: float) -> float:
    return base**exponent if base > 0 else nan


def _slack(a: float, b: float) -> float:
    return TOLERANCE * max(1.0, abs(a), abs(b))


FUNCTIONS: Final[Mapping[str, Callable[..., float]]] = {
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
