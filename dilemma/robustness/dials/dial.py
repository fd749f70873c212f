"""Dials: every number that can be varied, with its best estimate, stated range and domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from dilemma.case.estimates import best_estimate
from dilemma.frameworks.framework import Framework, Interval, intervals
from dilemma.robustness.dials.domains import Span, bounds_of_setting, heaviest, span, span_of_setting
from dilemma.robustness.dials.inventory import Kind, Written, numbers
from dilemma.robustness.dials.products import BoundedProduct, possible, power_of
from dilemma.robustness.dials.sizes import bounds_of
from dilemma.scenario import model
from dilemma.scenario.numbers import FieldBounds, Product, Range, best_of, ends_of
from dilemma.scenario.numbers.distributions import Distribution, DistributionName

__all__ = ["Derived", "Dial", "derived", "dials", "products", "settings", "unread"]


class Dial(NamedTuple):
    """A number that can be varied: its value in the file, and its domain from `low` to `high`.

    `stated` is False for a default. If `low` equals `high` there is nothing to sweep.
    """

    kind: Kind
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
        """The ends of the stated range; None if the number is certain."""
        low, high = ends_of(self.number)
        return (low, high) if low < high else None

    @property
    def scale(self) -> Literal["linear", "log"]:
        return self.number.scale if isinstance(self.number, Range) else "linear"

    @property
    def distribution(self) -> Distribution | None:
        """The distribution that the file writes; None if it writes a range, or a certain number."""
        return self.number.distribution if isinstance(self.number, Range) else None

    @property
    def drawn_from(self) -> DistributionName | None:
        """The name of what it is drawn from, of its logarithm on a log scale; None if it is certain."""
        return self.number.drawn_from if isinstance(self.number, Range) and self.drawn else None

    @property
    def percentiles(self) -> bool:
        """True if the ends of the range are the 5th and the 95th percentile of its distribution."""
        return isinstance(self.number, Range) and self.number.percentiles

    @property
    def drawn(self) -> bool:
        """True if a stress test draws it at random."""
        return self.range is not None

    @property
    def swept(self) -> bool:
        return self.low < self.high


class Derived(NamedTuple):
    """A number written as a product: not a dial, since it follows from quantities at other addresses."""

    kind: Kind
    address: str
    text: str
    best: float
    follows: tuple[str, ...]


def dials(scenario: model.Scenario, frameworks: Iterable[Framework]) -> Iterator[Dial]:
    """Yield every number that a verdict of the frameworks can depend on, in the order of the file.

    Settings come last, with the theory's default if the file sets none. Products are left out.
    """
    chosen = tuple(frameworks)
    found = tuple(numbers(scenario))
    bounded = tuple(
        BoundedProduct(one.number, within, power_of(scenario, one.number))
        for one, within in products(scenario, chosen)
        if isinstance(one.number, Product)
    )
    most = heaviest(scenario)
    for one in found:
        if one.read and not isinstance(one.number, Product):
            reach = span(one.kind, one.number, most, bounds_of(scenario, one))
            yield _dial(one, one.number, _possible(scenario, one, reach, bounded))
    yield from settings(scenario, chosen)


def settings(scenario: model.Scenario, frameworks: Iterable[Framework]) -> Iterator[Dial]:
    """Yield the settings of theories as dials, including those that the file leaves at their defaults."""
    for one, interval in _settings(scenario, frameworks):
        if not isinstance(one.number, Product):
            yield _dial(one, one.number, span_of_setting(interval, one.number))


def unread(scenario: model.Scenario) -> tuple[str, ...]:
    """Return the addresses of numbers that the file states but no theory reads."""
    return tuple(one.address for one in numbers(scenario) if one.stated and not one.read)


def derived(scenario: model.Scenario, frameworks: Iterable[Framework]) -> Iterator[Derived]:
    """Yield the numbers that are products, in the order of the file."""
    set_ = (one for one, _ in _settings(scenario, frameworks))
    for one in (*numbers(scenario), *set_):
        if one.read and isinstance(one.number, Product):
            ids = power_of(scenario, one.number).exponents
            follows = tuple(f"quantities.{id}.value" for id in ids)
            yield Derived(
                one.kind, one.address, one.number.text, best_estimate(scenario, one.number), follows
            )


def _settings(
    scenario: model.Scenario, frameworks: Iterable[Framework]
) -> Iterator[tuple[Written, Interval]]:
    """Yield the settings of theories with their intervals, at defaults if the file sets none."""
    for framework in frameworks:
        own = scenario.frameworks.get(framework.about.id, {})
        for name, interval in intervals(framework).items():
            number = own.get(name, float(getattr(framework, name)))
            address = f"frameworks.{framework.about.id}.{name}"
            yield Written("setting", address, number, name in own, read=True), interval


def _dial(one: Written, number: float | Range, reach: Span) -> Dial:
    return Dial(one.kind, one.address, number, reach.low, reach.high, one.stated)


def products(
    scenario: model.Scenario, frameworks: Iterable[Framework]
) -> Iterator[tuple[Written, FieldBounds]]:
    """Yield every number that is a product, with the bounds for its kind or setting."""
    for one in numbers(scenario):
        if isinstance(one.number, Product):
            yield one, bounds_of(scenario, one)
    for one, interval in _settings(scenario, frameworks):
        if isinstance(one.number, Product):
            yield one, bounds_of_setting(interval)


def _possible(scenario: model.Scenario, one: Written, reach: Span, bounded: Sequence[BoundedProduct]) -> Span:
    """Return a quantity's span limited to values at which all its products are valid.

    The span of any other number is returned unchanged.
    """
    if one.kind != "quantity" or isinstance(one.number, Product):
        return reach
    _, id, _ = one.address.split(".")
    mine = [product for product in bounded if id in product.power.exponents]
    low, high = (possible(scenario, id, end, mine) for end in reach)
    best = best_of(one.number)
    return Span(min(low, best), max(high, best))
