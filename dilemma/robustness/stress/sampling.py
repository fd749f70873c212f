"""Random draws of uncertain numbers, with one independent stream per address.

A uniform number from PCG64 is mapped to a draw by the inverse of the distribution function: triangular over
low, best and high, or uniform if a range is written as two ends, on a log scale if the range says so; or that
of the distribution that is written. Where numbers are correlated, their uniform numbers are correlated first.
The same seed gives the same draws on any machine and in blocks of any size; draws on a log scale, of a
written distribution or of correlated numbers may differ in the last digit, since logarithms do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log
from typing import NamedTuple

import numpy as np

from dilemma.graph.columns import Column
from dilemma.robustness.stress.copula import Copula
from dilemma.robustness.stress.inverses import Inverse, clamped, inverse_of
from dilemma.scenario.correlations.groups import Pair
from dilemma.scenario.numbers import Range

__all__ = ["Draws"]


class _Stream(NamedTuple):
    """One address's source of uniform numbers, and the inverse that maps them to draws."""

    source: np.random.PCG64
    uniforms: np.random.Generator
    inverse: Inverse


class Draws:
    """Draws in columns by address, generated block by block from any position."""

    def __init__(self, ranges: Mapping[str, Range], seed: int, pairs: Iterable[Pair] = ()) -> None:
        self._copula = Copula(pairs, {address for address, number in ranges.items() if _falls(number)})
        self._streams = {address: _stream(seed, address, number) for address, number in ranges.items()}
        self._next = 0

    def block(self, rows: int, start: int | None = None) -> dict[str, Column]:
        """Return this many draws of every address, from draw `start`, by default after the last block."""
        ahead = 0 if start is None else start - self._next
        if ahead:
            for stream in self._streams.values():
                stream.source.advance(ahead)  # a uniform number is one step of PCG64
        self._next += ahead + rows
        uniforms = {address: stream.uniforms.random(rows) for address, stream in self._streams.items()}
        uniforms |= self._copula.correlated(uniforms)
        return {address: stream.inverse(uniforms[address]) for address, stream in self._streams.items()}


def _stream(seed: int, address: str, number: Range) -> _Stream:
    """Return the stream of an address, independent of all others."""
    entropy = (seed, int.from_bytes(address.encode(), "big"))
    source = np.random.PCG64(np.random.SeedSequence(entropy))
    return _Stream(source, np.random.Generator(source), _inverse(number))


def _falls(number: Range) -> bool:
    """Return whether draws fall as the uniform number rises: on a log scale below 0, in size."""
    return number.scale == "log" and number.high < 0


def _inverse(number: Range) -> Inverse:
    if number.distribution:
        return inverse_of(number.distribution)
    if number.scale == "log":
        return _in_logarithm(number)
    if number.uniform:
        return _uniform(number.low, number.high)
    return _triangular(number.low, number.best, number.high)


def _in_logarithm(number: Range) -> Inverse:
    """Return the inverse of a uniform or triangular distribution of the logarithm."""
    sign = 1.0 if number.low > 0 else -1.0
    ends = sorted((log(sign * number.low), log(sign * number.high)))
    best = log(sign * number.best)
    inner = _uniform(*ends) if number.uniform else _triangular(ends[0], best, ends[1])

    def inverse(uniform: Column) -> Column:
        draws = np.exp(inner(uniform))
        draws *= sign
        return clamped(draws, number.low, number.high)

    return inverse


def _uniform(low: float, high: float) -> Inverse:
    def inverse(uniform: Column) -> Column:
        draws = uniform * (high - low)
        draws += low
        return clamped(draws, low, high)

    return inverse


def _triangular(low: float, best: float, high: float) -> Inverse:
    """Return the inverse of the triangular distribution (Kotz and van Dorp 2004, ch. 1).

    With u below c = (best - low) / (high - low) the draw is low + sqrt(u (high - low) (best - low)), else
    high - sqrt((1 - u) (high - low) (high - best)). Both are computed here, each with u clamped to its side
    of c, where the other gives best, and added.
    """
    width, rise, fall = high - low, best - low, high - best
    peak = rise / width if width else 0.0  # ends that differ in the last digit may have equal logarithms

    def inverse(uniform: Column) -> Column:
        climb = np.minimum(uniform, peak)
        climb *= width * rise
        np.sqrt(climb, out=climb)
        descent = np.maximum(uniform, peak)
        np.subtract(1.0, descent, out=descent)
        descent *= width * fall
        np.sqrt(descent, out=descent)
        climb -= descent
        climb += low + fall
        return clamped(climb, low, high)

    return inverse
