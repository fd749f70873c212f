"""A number that raises when inspected, to prove that theories run on columns and symbols too."""

from __future__ import annotations

from collections.abc import Iterable
from math import expm1
from typing import Never

from dilemma.quantity import Quantity, Truth, above, equal, minus

__all__ = ["Hidden", "HiddenTruth", "revealed", "revealed_truth"]


def _refuse(*_: object) -> Never:
    raise AssertionError("a theory inspected a quantity")


class HiddenTruth:
    """A truth whose bool() raises."""

    __slots__ = ("_truth",)

    def __init__(self, truth: bool) -> None:
        self._truth = truth

    def both(self, other: Truth) -> HiddenTruth:
        return HiddenTruth(self._truth and revealed_truth(other))

    def either(self, other: Truth) -> HiddenTruth:
        return HiddenTruth(self._truth or revealed_truth(other))

    def negated(self) -> HiddenTruth:
        return HiddenTruth(not self._truth)

    def choose(self, yes: Quantity, no: Quantity) -> Hidden:
        return Hidden(revealed(yes if self._truth else no))

    def tally(self, others: Iterable[Truth]) -> Hidden:
        return Hidden(float(sum(map(revealed_truth, (self, *others)))))

    __bool__ = __hash__ = __eq__ = __ne__ = _refuse  # type: ignore[assignment]


class Hidden:
    """A number whose bool(), float(), hash() and comparisons raise."""

    __slots__ = ("_number",)

    def __init__(self, number: float) -> None:
        self._number = number

    def __add__(self, other: Quantity) -> Hidden:
        return Hidden(self._number + revealed(other))

    def __radd__(self, other: float) -> Hidden:
        return Hidden(other + self._number)

    def __sub__(self, other: Quantity) -> Hidden:
        return Hidden(self._number - revealed(other))

    def __rsub__(self, other: float) -> Hidden:
        return Hidden(other - self._number)

    def __mul__(self, other: Quantity) -> Hidden:
        return Hidden(self._number * revealed(other))

    def __rmul__(self, other: float) -> Hidden:
        return Hidden(other * self._number)

    def __truediv__(self, other: Quantity) -> Hidden:
        return Hidden(self._number / revealed(other))

    def __rtruediv__(self, other: float) -> Hidden:
        return Hidden(other / self._number)

    def __neg__(self) -> Hidden:
        return Hidden(-self._number)

    def exceeds(self, other: Quantity) -> HiddenTruth:
        return HiddenTruth(self._number > revealed(other))

    def falls_below(self, other: Quantity) -> HiddenTruth:
        return HiddenTruth(self._number < revealed(other))

    def above(self, other: Quantity) -> HiddenTruth:
        return HiddenTruth(revealed_truth(above(self._number, revealed(other))))

    def below(self, other: Quantity) -> HiddenTruth:
        return HiddenTruth(revealed_truth(above(revealed(other), self._number)))

    def equal(self, other: Quantity) -> HiddenTruth:
        return HiddenTruth(revealed_truth(equal(self._number, revealed(other))))

    def minus(self, other: Quantity) -> Hidden:
        return Hidden(revealed(minus(self._number, revealed(other))))

    def subtracted_from(self, other: float) -> Hidden:
        return Hidden(revealed(minus(other, self._number)))

    def least(self, other: Quantity) -> Hidden:
        return Hidden(min(self._number, revealed(other)))

    def greatest(self, other: Quantity) -> Hidden:
        return Hidden(max(self._number, revealed(other)))

    def power(self, exponent: Quantity) -> Hidden:
        return Hidden(self._number ** revealed(exponent))

    def raised_from(self, base: float) -> Hidden:
        return Hidden(base**self._number)

    def expm1(self) -> Hidden:
        return Hidden(expm1(self._number))

    __bool__ = __float__ = __int__ = __hash__ = __round__ = _refuse  # type: ignore[assignment]
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __abs__ = _refuse  # type: ignore[assignment]


def revealed(quantity: Quantity) -> float:
    """Return the number in a quantity."""
    return quantity._number if isinstance(quantity, Hidden) else quantity  # type: ignore[return-value]


def revealed_truth(truth: Truth) -> bool:
    """Return the bool in a truth."""
    return truth._truth if isinstance(truth, HiddenTruth) else truth  # type: ignore[return-value]
