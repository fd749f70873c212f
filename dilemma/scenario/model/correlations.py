"""Correlations between numbers of a scenario file that are drawn at random."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again at start-up.

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from dilemma.scenario.fields import Reads
from dilemma.scenario.model.entry import Entry
from dilemma.scenario.numbers import A_NUMBER
from dilemma.scenario.phrases import describe, figure


def rank_correlation(raw: object) -> object:
    """Return a rank correlation; raise PydanticCustomError if it is not a number between -1 and 1."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        why = f"{A_NUMBER}, not {describe(raw)}"
        raise PydanticCustomError("not-a-number", "{why}", {"why": why})
    if not -1 < raw < 1:
        why = f"should be above -1 and below 1, not {figure(raw)}"
        raise PydanticCustomError("out-of-range", "{why}", {"why": why})
    return float(raw)


def two_addresses(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Return two addresses unchanged; raise PydanticCustomError if there are fewer or more."""
    if len(addresses) != len(("one", "other")):
        raise PydanticCustomError("correlation", "should name two addresses: [one, other]")
    return addresses


class Correlation(Entry):
    """How far two uncertain numbers go up and down with each other."""

    between: Annotated[tuple[str, ...], AfterValidator(two_addresses)] = Field(
        description="The addresses of the two numbers, each of them a range or a distribution."
    )
    rank: Annotated[float, Reads(rank_correlation)] = Field(
        description="Their rank correlation (Spearman), above -1 and below 1."
    )
