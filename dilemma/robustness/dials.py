"""Dials: every number one may turn, with its best estimate, its stated range and the domain it may move over.

The domains: probabilities, chances and ties 0 to 1; degrees -1 to 1; weights of duties and virtues 0 to 10;
weights of parties 0 to ten times the largest; counts, values, levels, delays and quantities 0 to ten times
the best estimate, on its side of 0; the exchange a hundredth to a hundred times; the discount 0 to 0.2;
settings their interval. A domain takes in the best estimate and the range, and stops where a product of
quantities would become impossible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from dilemma.framework import Framework, Interval, intervals
from dilemma.reading import settled
from dilemma.robustness.numbers import Written, numbers
from dilemma.robustness.products import SMALLEST_SHARE, possible, power_of
from dilemma.scenario import nouns
from dilemma.scenario.numbers import (
    ABOVE_0,
    ANY,
    DEGREE,
    LARGEST,
    NOT_BELOW_0,
    SHARE,
    STRINGENCY,
    Product,
    Range,
    Within,
    best_of,
    ends_of,
)

__all__ = ["Derived", "Dial", "derived", "dials", "settings", "unread"]

WEIGHT_REACH = 10.0  # a party's weight is tried up to ten times the largest in the file
AMOUNT_REACH = 10.0  # an amount up to ten times its best estimate
EXCHANGE_REACH = 100.0  # the exchange from a hundredth to a hundred times its best estimate
STEEPEST_DISCOUNT = 0.2  # a year: in five years nothing much is left

BOUNDS: Mapping[str, Within] = {
    "exchange": ABOVE_0,
    "discount": SHARE,
    "quantity": ANY,
    "party-weight": NOT_BELOW_0,
    "level": ANY,
    "tie": SHARE,
    "belief": SHARE,
    "event": SHARE,
    "value": ANY,
    "count": NOT_BELOW_0,
    "chance": SHARE,
    "delay": NOT_BELOW_0,
    "duty-weight": STRINGENCY,
    "virtue-weight": STRINGENCY,
    "degree": DEGREE,
    "virtue": DEGREE,
}
"""What each kind of number may be at all, as the format has it."""

AMOUNTS = ("quantity", "level", "value", "count", "delay")


class Dial(NamedTuple):
    """A number that may be turned: what is written at its address, and from `low` to `high` what it might be.

    `stated` is False for a default. Where `low` is `high` there is nothing to sweep.
    """

    kind: str
    address: str
    number: float | Range
    low: float
    high: float
    stated: bool

    @property
    def best(self) -> float:
        return best_of(self.number)

    @property
    def range(self) -> tuple[float, float] | None:
        """The stated ends; None where the number is certain."""
        low, high = ends_of(self.number)
        return (low, high) if low < high else None

    @property
    def scale(self) -> Literal["linear", "log"]:
        return self.number.scale if isinstance(self.number, Range) else "linear"

    @property
    def drawn(self) -> bool:
        """Whether a random draw moves it."""
        return self.range is not None

    @property
    def swept(self) -> bool:
        return self.low < self.high


class Derived(NamedTuple):
    """A number written as a product: no dial, it follows from the quantities at these addresses."""

    kind: str
    address: str
    text: str
    best: float
    follows: tuple[str, ...]


def dials(scenario: nouns.Scenario, frameworks: Iterable[Framework]) -> Iterator[Dial]:
    """Yield every number on which a verdict of the frameworks could hang, in the order of the file.

    Settings come last, at the theory's default where the file sets none. Products are left out.
    """
    chosen = tuple(frameworks)
    found = tuple(numbers(scenario))
    products = tuple(_products(scenario, found, chosen))
    largest = max((settled(scenario, party.weight) for party in scenario.parties.values()), default=0.0)
    most = WEIGHT_REACH * (largest or 1.0)
    for one in found:
        if one.read and not isinstance(one.number, Product):
            low, high = _domain(one.kind, best_of(one.number), most)
            dial = _widened(one, one.number, Interval(low, high, ""), BOUNDS[one.kind])
            yield _possible(scenario, dial, products) if one.kind == "quantity" else dial
    yield from settings(scenario, chosen)


def settings(scenario: nouns.Scenario, frameworks: Iterable[Framework]) -> Iterator[Dial]:
    """Yield the settings of theories alone, those that the file leaves at their defaults too."""
    for one, interval in _settings(scenario, frameworks):
        if not isinstance(one.number, Product):
            yield _widened(one, one.number, _span(interval, best_of(one.number)), _bounds(interval))


def unread(scenario: nouns.Scenario) -> tuple[str, ...]:
    """Return the addresses of numbers that the file states and nothing reads: every option has its own."""
    return tuple(one.address for one in numbers(scenario) if one.stated and not one.read)


def derived(scenario: nouns.Scenario, frameworks: Iterable[Framework]) -> Iterator[Derived]:
    """Yield the numbers that are products, in the order of the file."""
    set_ = (one for one, _ in _settings(scenario, frameworks))
    for one in (*numbers(scenario), *set_):
        if one.read and isinstance(one.number, Product):
            ids = power_of(scenario, one.number).exponents
            follows = tuple(f"quantities.{id}.value" for id in ids)
            yield Derived(one.kind, one.address, one.number.text, settled(scenario, one.number), follows)


def _domain(kind: str, best: float, most: float) -> tuple[float, float]:
    """Return what a number of a kind might be; `most` is the largest weight of a party that is tried."""
    if kind in AMOUNTS:
        return min(0.0, AMOUNT_REACH * best), max(0.0, AMOUNT_REACH * best)
    match kind:
        case "party-weight":
            return 0.0, most
        case "exchange":
            return best / EXCHANGE_REACH, best * EXCHANGE_REACH
        case "discount":
            return 0.0, STEEPEST_DISCOUNT
    return BOUNDS[kind].low, BOUNDS[kind].high


def _settings(
    scenario: nouns.Scenario, frameworks: Iterable[Framework]
) -> Iterator[tuple[Written, Interval]]:
    """Yield the settings of theories, at their defaults where the file sets none, with their intervals."""
    for framework in frameworks:
        own = scenario.frameworks.get(framework.about.id, {})
        for name, interval in intervals(framework).items():
            number = own.get(name, getattr(framework, name))
            address = f"frameworks.{framework.about.id}.{name}"
            yield Written("setting", address, number, name in own, read=True), interval


def _span(interval: Interval, best: float) -> Interval:
    """Return over what a setting moves: a scale without a bound is a unit of measure, not a doubt."""
    if interval.high == LARGEST:
        return interval._replace(low=best, high=best)
    if interval.above_low:
        return interval._replace(low=interval.low + (interval.high - interval.low) * SMALLEST_SHARE)
    return interval


def _bounds(interval: Interval) -> Within:
    return Within("", interval.low, interval.high, interval.above_low)


def _widened(one: Written, number: float | Range, span: Interval, bounds: Within) -> Dial:
    """Return the dial over a span with its best estimate and range taken in, within what it may be at all."""
    ends = (best_of(number), *ends_of(number))
    low, high = max(bounds.low, min(span.low, *ends)), min(bounds.high, max(span.high, *ends))
    return Dial(one.kind, one.address, number, float(low), float(high), one.stated)


def _products(
    scenario: nouns.Scenario, found: Sequence[Written], frameworks: Iterable[Framework]
) -> Iterator[tuple[Product, Within]]:
    """Yield every product, with the bounds of the place where it stands."""
    for one in found:
        if isinstance(one.number, Product):
            yield one.number, BOUNDS[one.kind]
    for one, interval in _settings(scenario, frameworks):
        if isinstance(one.number, Product):
            yield one.number, _bounds(interval)


def _possible(scenario: nouns.Scenario, dial: Dial, products: Sequence[tuple[Product, Within]]) -> Dial:
    """Return a quantity's dial over that part of its domain at which every product may stand."""
    _, id, _ = dial.address.split(".")
    low, high = (possible(scenario, id, end, products) for end in (dial.low, dial.high))
    return dial._replace(low=min(low, dial.best), high=max(high, dial.best))
