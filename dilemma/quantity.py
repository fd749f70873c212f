"""A number, or something that stands for many; and the one tie tolerance.

Theories compute with *quantities* and *truths*. Today a quantity is a float and a truth a bool. A
`Varying` quantity (a column of draws, a symbol) answers for itself, so a theory written with the
functions below never asks which it holds: it may use + - * / and these functions, and never
Python's `if`, `max`, `min`, `sorted` or comparison signs.

Both branches of `choose` are always computed. There are no infinities: the neutral element of a
`greatest` is the least of the same set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from math import expm1 as _expm1
from typing import Protocol, TypeAlias

__all__ = [
    "TOLERANCE",
    "Contingent",
    "Quantity",
    "Truth",
    "Varying",
    "above",
    "all_of",
    "any_of",
    "at_least",
    "choose",
    "equal",
    "expm1",
    "greatest",
    "greatest_where",
    "least",
    "least_where",
    "magnitude",
    "minus",
    "negated",
    "negative",
    "never",
    "positive",
    "power",
    "ratio",
    "tally",
    "total",
]

TOLERANCE = 1e-9
"""Amounts are Equal when they differ by at most this share of the larger, or of 1: far above the
rounding of a few hundred additions, far below any difference an author could mean."""


class Varying(Protocol):
    """A quantity that is not one float. Every method takes floats as well as its own kind."""

    def __add__(self, other: Quantity, /) -> Quantity: ...
    def __radd__(self, other: Quantity, /) -> Quantity: ...
    def __sub__(self, other: Quantity, /) -> Quantity: ...
    def __rsub__(self, other: Quantity, /) -> Quantity: ...
    def __mul__(self, other: Quantity, /) -> Quantity: ...
    def __rmul__(self, other: Quantity, /) -> Quantity: ...
    def __truediv__(self, other: Quantity, /) -> Quantity: ...
    def __rtruediv__(self, other: Quantity, /) -> Quantity: ...
    def __neg__(self) -> Quantity: ...
    def exceeds(self, other: Quantity, /) -> Truth:
        """Exactly greater, no tolerance."""
        ...

    def falls_below(self, other: Quantity, /) -> Truth:
        """Exactly less, no tolerance."""
        ...

    def above(self, other: Quantity, /) -> Truth: ...
    def below(self, other: Quantity, /) -> Truth: ...
    def equal(self, other: Quantity, /) -> Truth: ...
    def minus(self, other: Quantity, /) -> Quantity: ...
    def subtracted_from(self, other: float, /) -> Quantity:
        """Return other - self, and exactly 0 where they are Equal."""
        ...

    def least(self, other: Quantity, /) -> Quantity: ...
    def greatest(self, other: Quantity, /) -> Quantity: ...
    def power(self, exponent: Quantity, /) -> Quantity: ...
    def raised_from(self, base: float, /) -> Quantity: ...
    def expm1(self) -> Quantity: ...


class Contingent(Protocol):
    """A truth that is not one bool."""

    def both(self, other: Truth, /) -> Truth: ...
    def either(self, other: Truth, /) -> Truth: ...
    def negated(self) -> Truth: ...
    def choose(self, yes: Quantity, no: Quantity, /) -> Quantity: ...
    def tally(self, others: Iterable[Contingent], /) -> Quantity:
        """Return how many of itself and the others hold."""
        ...


Quantity: TypeAlias = float | Varying
Truth: TypeAlias = bool | Contingent


def positive(a: Quantity) -> Truth:
    """Exactly above 0: for inputs, which are written, not computed."""
    return a > 0.0 if isinstance(a, float) else a.exceeds(0.0)


def negative(a: Quantity) -> Truth:
    """Exactly below 0: for inputs, which are written, not computed."""
    return a < 0.0 if isinstance(a, float) else a.falls_below(0.0)


def magnitude(a: Quantity) -> Quantity:
    """Return the distance from 0."""
    return abs(a) if isinstance(a, float) else a.greatest(-a)


def equal(a: Quantity, b: Quantity) -> Truth:
    """Equal: |a - b| <= 1e-9 · max(1, |a|, |b|)."""
    if not isinstance(a, float):
        return a.equal(b)
    if not isinstance(b, float):
        return b.equal(a)
    if a == b:
        return True
    gap = abs(a - b)  # asked of each in turn: thousands of times a file, and quicker than of the largest
    return gap <= TOLERANCE or gap <= TOLERANCE * abs(a) or gap <= TOLERANCE * abs(b)


def above(a: Quantity, b: Quantity) -> Truth:
    """Greater, and not Equal."""
    if not isinstance(a, float):
        return a.above(b)
    if not isinstance(b, float):
        return b.below(a)
    gap = a - b
    return gap > TOLERANCE and gap > TOLERANCE * abs(a) and gap > TOLERANCE * abs(b)


def at_least(a: Quantity, b: Quantity) -> Truth:
    """Greater, or Equal."""
    return negated(above(b, a))


def minus(a: Quantity, b: Quantity) -> Quantity:
    """Return a - b, and exactly 0 where they are Equal."""
    if not isinstance(a, float):
        return a.minus(b)
    if not isinstance(b, float):
        return b.subtracted_from(a)
    gap = a - b
    size = abs(gap)
    return gap if size > TOLERANCE and size > TOLERANCE * abs(a) and size > TOLERANCE * abs(b) else 0.0


def choose(truth: Truth, yes: Quantity, no: Quantity) -> Quantity:
    """Return `yes` where the truth holds and `no` elsewhere; both are always computed."""
    if isinstance(truth, bool):
        return yes if truth else no
    return truth.choose(yes, no)


def negated(truth: Truth) -> Truth:
    """Return whether the truth fails to hold."""
    return not truth if isinstance(truth, bool) else truth.negated()


def never(truth: Truth) -> bool:
    """Whether a truth is settled as false, whatever is drawn or set: what hangs on it may be left out."""
    return truth is False


def all_of(*truths: Truth) -> Truth:
    """Return whether every truth holds; of none, yes."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is not True:
            result = truth if result is True else truth.both(result)
    return result


def any_of(*truths: Truth) -> Truth:
    """Return whether some truth holds; of none, no."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is not False:
            result = truth if result is False else truth.either(result)
    return result


def tally(truths: Iterable[Truth]) -> Quantity:
    """Return how many truths hold."""
    settled, contingent = 0.0, []
    for truth in truths:
        if truth is True:
            settled += 1.0
        elif truth is not False:
            contingent.append(truth)
    return settled + contingent[0].tally(contingent[1:]) if contingent else settled


def total(amounts: Iterable[Quantity]) -> Quantity:
    """Return the sum, added left to right (Python's own `sum` rounds otherwise in newer versions)."""
    result: Quantity = 0.0
    for amount in amounts:
        result = result + amount
    return result


def greatest(first: Quantity, *rest: Quantity) -> Quantity:
    """Return the greatest of one or more."""
    result = first
    for other in rest:
        if isinstance(result, float):
            if isinstance(other, float):
                result = other if other > result else result
            else:
                result = other.greatest(result)
        else:
            result = result.greatest(other)
    return result


def least(first: Quantity, *rest: Quantity) -> Quantity:
    """Return the least of one or more."""
    result = first
    for other in rest:
        if isinstance(result, float):
            if isinstance(other, float):
                result = other if other < result else result
            else:
                result = other.least(result)
        else:
            result = result.least(other)
    return result


def greatest_where(amounts: Sequence[Quantity], truths: Sequence[Truth]) -> Quantity:
    """Return the greatest amount whose truth holds; where none holds, the least amount of all."""
    floor = least(*amounts)
    return greatest(*map(choose, truths, amounts, repeat(floor)))


def least_where(amounts: Sequence[Quantity], truths: Sequence[Truth]) -> Quantity:
    """Return the least amount whose truth holds; where none holds, the greatest amount of all."""
    ceiling = greatest(*amounts)
    return least(*map(choose, truths, amounts, repeat(ceiling)))


def ratio(a: Quantity, b: Quantity, otherwise: float) -> Quantity:
    """Return a / b, and `otherwise` where b is 0: the only division that may meet 0."""
    if isinstance(a, float) and isinstance(b, float):
        return a / b if b else otherwise
    zero = negated(any_of(positive(b), negative(b)))
    return choose(zero, otherwise, a / choose(zero, 1.0, b))


def power(base: Quantity, exponent: Quantity) -> Quantity:
    """Return base to the exponent; the base must be above 0."""
    if not isinstance(base, float):
        return base.power(exponent)
    return base**exponent if isinstance(exponent, float) else exponent.raised_from(base)


def expm1(a: Quantity) -> Quantity:
    """Return e to the power a, less 1: exact near 0, where the subtraction would not be."""
    return _expm1(a) if isinstance(a, float) else a.expm1()
