"""The numbers and truths that theories compute with, and the tolerance within which amounts tie.

A *quantity* is a float, or a `Varying` object that represents many values (such as a symbol of a
graph); a *truth* is a bool, or a `Contingent` object. A theory uses + - * / and the functions of this
module, and never Python's `if`, `max`, `min`, `sorted` or comparison operators on a quantity, so that
it runs unchanged on either kind.

Both branches of `choose` are always computed. No amount is infinite: where a `greatest` needs a
neutral element, it takes the least of the same amounts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from math import e as _e
from math import expm1 as _expm1
from math import fsum, sqrt
from typing import Protocol, TypeAlias

__all__ = [
    "TOLERANCE",
    "Contingent",
    "Quantity",
    "Truth",
    "Varying",
    "above",
    "all_of",
    "always_zero",
    "any_of",
    "at_least",
    "choose",
    "equal",
    "expm1",
    "exponential",
    "greatest",
    "greatest_where",
    "least",
    "least_where",
    "magnitude",
    "mean",
    "minus",
    "negated",
    "negative",
    "never",
    "positive",
    "power",
    "ratio",
    "reduced",
    "root",
    "same",
    "tally",
    "total",
]

TOLERANCE = 1e-9
"""Two amounts are Equal when they differ by at most this, relative to the largest of 1 and their sizes.

It is far above the rounding error of a few hundred additions and far below any intended difference."""


class Varying(Protocol):
    """A quantity that is not a single float. Every method accepts floats as well as its own kind."""

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
        """Return whether this is greater than the other, without tolerance."""
        ...

    def falls_below(self, other: Quantity, /) -> Truth:
        """Return whether this is less than the other, without tolerance."""
        ...

    def above(self, other: Quantity, /) -> Truth: ...
    def below(self, other: Quantity, /) -> Truth: ...
    def equal(self, other: Quantity, /) -> Truth: ...
    def minus(self, other: Quantity, /) -> Quantity: ...
    def subtracted_from(self, other: float, /) -> Quantity:
        """Return other - self, or exactly 0 where they are Equal."""
        ...

    def least(self, other: Quantity, /) -> Quantity: ...
    def greatest(self, other: Quantity, /) -> Quantity: ...
    def power(self, exponent: Quantity, /) -> Quantity: ...
    def raised_from(self, base: float, /) -> Quantity: ...
    def expm1(self) -> Quantity: ...


class Contingent(Protocol):
    """A truth that is not a single bool. Every method accepts its own kind; both and either bools too."""

    def both(self, other: Truth, /) -> Truth: ...
    def either(self, other: Truth, /) -> Truth: ...
    def negated(self) -> Truth: ...
    def choose(self, yes: Quantity, no: Quantity, /) -> Quantity: ...
    def tally(self, others: Iterable[Contingent], /) -> Quantity:
        """Return the number of truths that hold, this one and the others."""
        ...


Quantity: TypeAlias = float | Varying
Truth: TypeAlias = bool | Contingent


def positive(a: Quantity) -> Truth:
    """Return whether a is above 0, without tolerance: for inputs, which have no rounding error."""
    return a > 0.0 if isinstance(a, float) else a.exceeds(0.0)


def negative(a: Quantity) -> Truth:
    """Return whether a is below 0, without tolerance: for inputs, which have no rounding error."""
    return a < 0.0 if isinstance(a, float) else a.falls_below(0.0)


def magnitude(a: Quantity) -> Quantity:
    """Return the absolute value of a."""
    return abs(a) if isinstance(a, float) else a.greatest(-a)


def equal(a: Quantity, b: Quantity) -> Truth:
    """Return whether a and b are Equal: |a - b| <= 1e-9 · max(1, |a|, |b|)."""
    if not isinstance(a, float):
        return a.equal(b)
    if not isinstance(b, float):
        return b.equal(a)
    if a == b:
        return True
    gap = abs(a - b)  # three comparisons are faster than `max`, and a file makes thousands of calls
    return gap <= TOLERANCE or gap <= TOLERANCE * abs(a) or gap <= TOLERANCE * abs(b)


def same(a: Quantity, b: Quantity) -> Truth:
    """Return whether a and b are the same number, without tolerance."""
    if isinstance(a, float):
        return a == b if isinstance(b, float) else negated(any_of(b.exceeds(a), b.falls_below(a)))
    return negated(any_of(a.exceeds(b), a.falls_below(b)))


def above(a: Quantity, b: Quantity) -> Truth:
    """Return whether a is greater than b and not Equal to it."""
    if not isinstance(a, float):
        return a.above(b)
    if not isinstance(b, float):
        return b.below(a)
    gap = a - b
    return gap > TOLERANCE and gap > TOLERANCE * abs(a) and gap > TOLERANCE * abs(b)


def at_least(a: Quantity, b: Quantity) -> Truth:
    """Return whether a is greater than b or Equal to it."""
    return negated(above(b, a))


def minus(a: Quantity, b: Quantity) -> Quantity:
    """Return a - b, or exactly 0 where they are Equal."""
    if not isinstance(a, float):
        return a.minus(b)
    if not isinstance(b, float):
        return b.subtracted_from(a)
    gap = a - b
    size = abs(gap)
    return gap if size > TOLERANCE and size > TOLERANCE * abs(a) and size > TOLERANCE * abs(b) else 0.0


def reduced(a: Quantity, by: Quantity) -> Quantity:
    """Return a - by, at least 0, and 0 where they are Equal; exactly a where `by` is 0.

    Neither may be below 0. An amount too small to be told from 0 stays what it is if nothing is taken off.
    """
    return choose(positive(by), greatest(0.0, minus(a, by)), a)


def choose(truth: Truth, yes: Quantity, no: Quantity) -> Quantity:
    """Return `yes` where the truth holds and `no` elsewhere; both are always computed."""
    if isinstance(truth, bool):
        return yes if truth else no
    return truth.choose(yes, no)


def negated(truth: Truth) -> Truth:
    """Return whether the truth does not hold."""
    return not truth if isinstance(truth, bool) else truth.negated()


def never(truth: Truth) -> bool:
    """Return whether a truth is false for all values; then what depends on it may be left out."""
    return truth is False


def always_zero(a: Quantity) -> bool:
    """Return whether a is 0 for all values; then what depends on it may be left out."""
    return isinstance(a, float) and a == 0.0


def all_of(*truths: Truth) -> Truth:
    """Return whether every truth holds; True for no truths."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is not True:
            result = truth if result is True else truth.both(result)
    return result


def any_of(*truths: Truth) -> Truth:
    """Return whether some truth holds; False for no truths."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is not False:
            result = truth if result is False else truth.either(result)
    return result


def tally(truths: Iterable[Truth]) -> Quantity:
    """Return the number of truths that hold."""
    constant, contingent = 0.0, []
    for truth in truths:
        if truth is True:
            constant += 1.0
        elif truth is not False:
            contingent.append(truth)
    return constant + contingent[0].tally(contingent[1:]) if contingent else constant


def total(amounts: Iterable[Quantity]) -> Quantity:
    """Return the sum, added from left to right (Python's own `sum` rounds differently since 3.12)."""
    result: Quantity = 0.0
    for amount in amounts:
        result = result + amount
    return result


def mean(amounts: Sequence[Quantity]) -> Quantity:
    """Return the mean of one or more: of floats the sum is rounded once, else added left to right."""
    if all(isinstance(amount, float) for amount in amounts):
        return fsum(amounts) / len(amounts)  # type: ignore[arg-type]
    return total(amounts) / float(len(amounts))


def greatest(first: Quantity, *rest: Quantity) -> Quantity:
    """Return the greatest of one or more quantities."""
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
    """Return the least of one or more quantities."""
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
    """Return a / b, or `otherwise` where b is 0. Any other division must have a divisor that is not 0."""
    if isinstance(a, float) and isinstance(b, float):
        return a / b if b else otherwise
    zero = negated(any_of(positive(b), negative(b)))
    return choose(zero, otherwise, a / choose(zero, 1.0, b))


def power(base: Quantity, exponent: Quantity) -> Quantity:
    """Return the base raised to the exponent; the base must be above 0."""
    if not isinstance(base, float):
        return base.power(exponent)
    return base**exponent if isinstance(exponent, float) else exponent.raised_from(base)


def root(a: Quantity) -> Quantity:
    """Return the square root; a must not be below 0."""
    if isinstance(a, float):
        return sqrt(a)
    above_zero = positive(a)
    return choose(above_zero, power(choose(above_zero, a, 1.0), 0.5), 0.0)


def expm1(a: Quantity) -> Quantity:
    """Return e raised to the power a, minus 1, without the rounding error of that subtraction near 0."""
    return _expm1(a) if isinstance(a, float) else a.expm1()


def exponential(a: Quantity) -> Quantity:
    """Return e raised to the power a."""
    return power(_e, a)
