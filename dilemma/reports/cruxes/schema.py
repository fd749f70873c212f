"""Types of the JSON objects of `cruxes` and of its maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.reports.weigh.schema import Pair, Provenance, Scenario, Settings
from dilemma.robustness.dials.inventory import Kind

__all__ = ["Axis", "Choice", "Crux", "Cruxes", "Information", "Map", "MapOfTheory"]

Choice: TypeAlias = list[str] | None

BEFORE = "The options chosen on the side of the best estimate; null where the theory does not apply."
BEYOND = "The options chosen beyond; null where the theory does not apply."

Turn = TypedDict(
    "Turn",
    {
        "from": Annotated[Choice, Field(description=BEFORE)],
        "to": Annotated[Choice, Field(description=BEYOND)],
    },
)


class Crux(Turn):
    """A value of one number at which one theory's choice changes, all else held still."""

    address: str
    kind: Kind
    best: float
    range: Pair | None
    """The range the file states; null where the number is certain."""
    percentiles: bool
    """Whether the range is from the 5th to the 95th percentile of a distribution."""
    framework: str
    at: float
    """Where it turns, to six significant digits."""
    direction: Literal["above", "below"]
    """Which way the best estimate would have to move."""
    inside: bool
    """Whether it lies in the stated range."""
    nearest: bool
    """Whether no other turn of this theory lies between it and the best estimate."""


class Information(TypedDict):
    """The expected value of perfect information on one belief."""

    belief: str | None
    """The belief learned; null for all of them."""
    framework: str
    value: float
    share: float
    """As a share of what learning all of them is worth."""


class Cruxes(Provenance):
    """The values at which the choice of a theory changes, one number at a time."""

    schema: Literal["dilemma.cruxes/1"]
    scenario: Scenario
    settings: Settings
    cruxes: list[Crux]
    """Those inside stated ranges first."""
    idle: list[str]
    """Addresses of numbers that change no choice anywhere in their domain."""
    resilience: Mapping[str, float]
    """By theory: the share by which all weights may be off at once, at worst, before its choice turns."""
    information: list[Information]


class Axis(TypedDict):
    """A number that the map turns, and the values it takes."""

    address: str
    best: float
    values: list[float]


class MapOfTheory(TypedDict):
    """The choices of one theory over the map."""

    id: str
    choices: list[list[Choice]]
    """By row a value of `up`, lowest first, by column one of `across`; null where it does not apply."""


class Map(Provenance):
    """The choices of each theory over two numbers, all others at their best estimates."""

    schema: Literal["dilemma.map/1"]
    scenario: Scenario
    settings: Settings
    across: Axis
    up: Axis
    frameworks: list[MapOfTheory]
