"""Types of the JSON of `dials`."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from dilemma.reports.weigh.schema import Pair, Provenance, Scenario, Settings
from dilemma.robustness.dials.inventory import Kind
from dilemma.scenario.numbers.distributions import DistributionName

__all__ = ["Dial", "Dials", "Product"]


class Dial(TypedDict):
    """A number that may be changed."""

    address: str
    """What -s ADDRESS=VALUE takes."""
    kind: Kind
    what: str
    """What it is a number of, in the words of the file."""
    best: float
    range: Pair | None
    """What the file holds to be plausible, low and high; null where the number is certain."""
    scale: Literal["linear", "log"]
    """How it is drawn: log is triangular in the logarithm."""
    distribution: DistributionName | None
    """What it is drawn from; null where the number is certain."""
    percentiles: bool
    """Whether the range is from the 5th to the 95th percentile of its distribution."""
    domain: Pair
    """Over what it is swept, low and high."""
    stated: bool
    """Whether the file states it; else it is a default."""
    drawn: bool
    """Whether it has a range, so that it is drawn at random."""
    swept: bool
    """Whether its domain holds more than one number."""


class Product(TypedDict):
    """A number written as a product of quantities: no dial."""

    address: str
    kind: Kind
    what: str
    written: str
    """The product as the file writes it."""
    best: float
    follows_from: list[str]
    """Addresses of the quantities it follows from in the end."""


class Dials(Provenance):
    """Every number of a scenario that may be changed."""

    schema: Literal["dilemma.dials/1"]
    scenario: Scenario
    settings: Settings
    dials: list[Dial]
    products: list[Product]
    unread: list[str]
    """Addresses of stated numbers that nothing reads."""
