"""What all ways of writing a number share: the largest number, and the error about anything else."""

from __future__ import annotations

from typing import Literal, NoReturn

from pydantic_core import PydanticCustomError

from dilemma.scenario.phrases import figure

__all__ = ["A_NUMBER", "LARGEST", "NUMBER_TYPES", "SMALLEST", "Fault", "read_constant", "refuse"]

LARGEST = 1e15  # beyond this a sum of a few amounts loses whole units of its smallest terms

SMALLEST = 1 / LARGEST
"""The smallest number that may stand where numbers must be above 0: its inverse is still allowed."""

A_NUMBER = "should be a number"
"""The start of the message about any value that is not a number."""

NUMBER_TYPES = (int, float)

Fault = Literal["not-a-number", "out-of-range", "unordered", "product", "distribution"]
"""The codes of errors about numbers."""


def refuse(code: Fault, why: str) -> NoReturn:
    """Raise PydanticCustomError, which pydantic reports at the path of this number."""
    raise PydanticCustomError(code, "{why}", {"why": why})


def read_constant(raw: float) -> float:
    """Return a constant as a float; raise PydanticCustomError if it is too large."""
    if not abs(raw) <= LARGEST:
        refuse("out-of-range", f"numbers beyond {figure(LARGEST)} are refused")
    return float(raw)
