"""Bounds of the numbers of a scenario file, such as 0 to 1 for a probability, and the error outside them."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic_core import PydanticCustomError, ValidationError

from dilemma.scenario.fields import Reads
from dilemma.scenario.numbers.constants import A_NUMBER, LARGEST, SMALLEST, refuse
from dilemma.scenario.numbers.notation import Number, read_number
from dilemma.scenario.numbers.ranges import Range
from dilemma.scenario.phrases import figure

__all__ = [
    "ABOVE_0",
    "ANY",
    "BOUNDS",
    "DEGREE",
    "NOT_BELOW_0",
    "SHARE",
    "SMALLEST",
    "STRINGENCY",
    "TRUTH",
    "Amount",
    "FieldBounds",
    "NonNegative",
    "Positive",
    "Probability",
    "Rate",
    "Share",
    "SignedUnit",
    "Stringency",
]


PERCENT = 100
LEAST_PER_CENT = 2  # below it a number is rather a share that is too large


class FieldBounds(NamedTuple):
    """The bounds of a field, in words and numbers; a call reads a raw value and checks it against them.

    If `truths` is set, true may be written for 1 and false for 0.
    """

    words: str
    low: float = -LARGEST
    high: float = LARGEST
    above_low: bool = False
    truths: bool = False

    def fault(self, number: float) -> str | None:
        """Return why a number is out of bounds, or None if it is within them."""
        if not abs(number) <= LARGEST:
            return f"{figure(number)} is beyond {figure(LARGEST)}, the largest number allowed"
        if self.above_low and self.low == 0 < number < SMALLEST:
            return f"{figure(number)} is nearer to 0 than {figure(SMALLEST)}, the smallest allowed here"
        if not self.low <= number <= self.high or (self.above_low and number == self.low):
            return f"should be {self.words}, not {figure(number)}{self.per_cent(number)}"
        return None

    def per_cent(self, number: float) -> str:
        """Return advice where a percentage seems to stand for a share, else ""."""
        if (self.low, self.high) != (0, 1) or not LEAST_PER_CENT <= number <= PERCENT:
            return ""
        return f"; for {figure(number)} per cent write {figure(number / PERCENT)}"

    def admits(self, raw: object) -> bool:
        """Return whether a raw value is a number within the bounds."""
        try:
            self(raw)
        except (PydanticCustomError, ValidationError):
            return False
        return True

    def __call__(self, raw: object) -> Number:
        """Return the number that a raw value represents.

        Raises as `read_number`, and PydanticCustomError where the number, or an end of a range, is out of
        bounds.
        """
        number = self.read(raw)
        if isinstance(number, float):
            self.require(number)
        elif isinstance(number, Range) and (self.fault(number.low) or self.fault(number.high)):
            self.require(number.best)
            self.require(number.low, "its low end ")
            self.require(number.high, "its high end ")
        return number

    def read(self, raw: object) -> Number:
        """Return the number that a raw value represents; the error for any other names the truths allowed."""
        if not self.truths:
            return read_number(raw, self)
        try:
            return read_number(float(raw) if isinstance(raw, bool) else raw, self)
        except PydanticCustomError as error:
            refuse(error.type, self.reworded(error.message()))  # type: ignore[arg-type]  # one of ours

    def reworded(self, message: str) -> str:
        """Return the message about a wrong type, with truths among what is due if they are."""
        return message.replace(A_NUMBER, f"should be {self.words}", 1) if self.truths else message

    def require(self, number: float, which: str = "") -> None:
        """Raise PydanticCustomError if a number is out of bounds; `which` starts the message."""
        fault = self.fault(number)
        if fault:
            refuse("out-of-range", which + fault)


MOST_STRINGENT = 10

ANY = FieldBounds("at most 1e15 in size")
NOT_BELOW_0 = FieldBounds("0 or more", 0)
ABOVE_0 = FieldBounds("above 0", 0, above_low=True)
SHARE = FieldBounds("from 0 to 1", 0, 1)
TRUTH = FieldBounds("true, false or a number from 0 to 1", 0, 1, truths=True)
DEGREE = FieldBounds("from -1 to 1", -1, 1)
STRINGENCY = FieldBounds(f"from 0 to {MOST_STRINGENT}", 0, MOST_STRINGENT)

BOUNDS = (ANY, NOT_BELOW_0, ABOVE_0, SHARE, TRUTH, DEGREE, STRINGENCY)
"""All bounds: each number of a file has one of them."""

Amount = Annotated[Number, Reads(ANY)]
NonNegative = Annotated[Number, Reads(NOT_BELOW_0)]
Positive = Annotated[Number, Reads(ABOVE_0)]
Probability = Annotated[Number, Reads(SHARE)]
Rate = Annotated[Number, Reads(SHARE)]
Share = Annotated[Number, Reads(TRUTH)]
SignedUnit = Annotated[Number, Reads(DEGREE)]
Stringency = Annotated[Number, Reads(STRINGENCY)]
