"""Numbers written as distributions: by percentiles, by mean and standard deviation, or by name.

Percentiles give a metalog distribution (Keelin 2016). Mean and standard deviation are always those of the
number itself, and without a name give the distribution that fits between the ends that its field has, or that
`min` and `max` set: a normal without ends, a lognormal from one end, a beta between two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from math import floor, isclose, log10
from typing import Any, Final, Literal, NamedTuple, Protocol

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from dilemma.scenario.numbers import shapes
from dilemma.scenario.numbers.constants import LARGEST, SMALLEST, Fault, refuse
from dilemma.scenario.numbers.distributions import (
    Continuous,
    Discrete,
    Distribution,
    Scale,
    cut,
)
from dilemma.scenario.numbers.ranges import Range, faults_beside, faults_of_number, ordered
from dilemma.scenario.numbers.shapes import Unfit
from dilemma.scenario.phrases import any_of, describe, figure

__all__ = ["DISTRIBUTIONS", "DISTRIBUTION_KEYS", "MARKS", "Field", "distribution_of_map"]

PARAMETERS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "normal": (("mean", "sd"), ("p5", "p95")),
    "lognormal": (("mean", "sd"), ("p5", "p95")),
    "beta": (("alpha", "beta"), ("mean", "sd")),
    "uniform": (("low", "high"),),
    "discrete": (("values", "chances"),),
    "metalog": (("p5", "p50", "p95"),),
}
"""The sets of parameters that each distribution may be written by."""

DISTRIBUTIONS: Final = tuple(PARAMETERS)

LISTS = ("values", "chances")
CUTS = ("min", "max")
BESIDE = ("best", "low", "high", "kind", "note")

MARKS: Final = (
    "distribution",
    *("p5", "p50", "p95", "mean", "sd", "alpha", "beta", "values", "chances"),
)
"""The keys by which a map is known to be a distribution."""

DISTRIBUTION_KEYS: Final = (*MARKS, *CUTS)
"""The keys of a distribution, besides those that a range has too."""

LEFT_OUT: Final = 0.05
"""The most of a distribution that may lie beyond the limits of its field: more is another distribution."""

LOW_SHARE, HIGH_SHARE = 0.05, 0.95

MOST_VALUES = 1000  # of a discrete distribution

ROUNDING = 1e-9  # of a sum of chances, and of a share

SHOWN_DIGITS = 3  # of the width of a range whose ends are computed


class Beside(NamedTuple):
    """What may stand beside the figures of any number."""

    note: str | None
    kind: Literal["fact", "value"] | None


class Field(Protocol):
    """The bounds of the field in which a number stands."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def above_low(self) -> bool: ...
    def fault(self, number: float) -> str | None:
        """Return why a number is out of bounds, or None if it is within them."""


def distribution_of_map(raw: Mapping[str, Any], field: Field) -> Range:
    """Return the range that a map with a distribution represents, in a field.

    Raises ValidationError for keys that are missing, or do not go with the others, or have another type;
    PydanticCustomError for figures that make no distribution, or of which too much is out of bounds.
    """
    word = raw.get("distribution")
    if word is not None and word not in DISTRIBUTIONS:
        context = {"expected": any_of(DISTRIBUTIONS)}
        raise_faults([InitErrorDetails(type="literal_error", loc=("distribution",), input=word, ctx=context)])
    keys = parameters_of(raw, word)
    raise_faults(faults_of(raw, word, keys))
    stated = {key: float(item) for key, item in raw.items() if isinstance(item, int | float)}
    beside = Beside(raw.get("note"), raw.get("kind"))
    if word == "uniform":
        best = stated.get("best", (stated["low"] + stated["high"]) / 2)
        return ordered(Range(stated["low"], best, stated["high"], uniform=True, **beside._asdict()))
    try:
        if word == "discrete":
            distribution: Distribution = discrete(raw, field)
        else:
            distribution = continuous(stated, word, field)
    except Unfit as unfit:
        raise_faults([fault(unfit.key, raw.get(unfit.key), unfit.why, unfit.code)])
    return summarized(distribution, stated, beside)


def parameters_of(raw: Mapping[str, Any], word: str | None) -> tuple[str, ...]:
    """Return the keys by which a distribution is written: those of the set that the map has most of."""
    if word is not None:
        return max(PARAMETERS[word], key=lambda keys: len(raw.keys() & set(keys)))
    if not raw.keys().isdisjoint(("p5", "p50", "p95")):
        return ("p5", "p50", "p95")
    if not raw.keys().isdisjoint(("mean", "sd")):
        return ("mean", "sd")
    return ("distribution",)


def faults_of(raw: Mapping[str, Any], word: str | None, keys: tuple[str, ...]) -> Iterator[InitErrorDetails]:
    """Yield the errors in the keys of a distribution, and in the types of their values."""
    for key in keys:
        if key in LISTS:
            yield from faults_of_list(raw, key)
        elif key == "distribution":
            yield InitErrorDetails(type="missing", loc=(key,), input=raw)
            return
        else:
            yield from faults_of_number(raw, key)
    cuts = () if word in {"uniform", "discrete"} else CUTS
    for key in raw:
        if key in keys or key == "distribution":
            continue
        if key in (*cuts, "best", "low", "high"):
            yield from faults_of_number(raw, key)
        elif key in DISTRIBUTION_KEYS or key == "scale":
            yield fault(key, raw[key], f"'{key}' does not go with {' and '.join(keys)}")
        elif key not in BESIDE:
            yield InitErrorDetails(type="extra_forbidden", loc=(key,), input=raw[key])
    yield from faults_beside(raw)


def faults_of_list(raw: Mapping[str, Any], key: str) -> Iterator[InitErrorDetails]:
    """Yield the error in a field that should be a list of plain numbers."""
    if key not in raw:
        yield InitErrorDetails(type="missing", loc=(key,), input=raw)
    elif not isinstance(raw[key], tuple | list):
        yield InitErrorDetails(type="tuple_type", loc=(key,), input=raw[key])
    else:
        for item in raw[key]:
            if isinstance(item, bool) or not isinstance(item, int | float):
                yield fault(key, raw[key], f"should be a list of numbers, not of {describe(item)}")


def fault(key: str, value: object, why: str, code: Fault = "distribution") -> InitErrorDetails:
    """Return an error of our own about the value at a key."""
    return InitErrorDetails(type=PydanticCustomError(code, "{why}", {"why": why}), loc=(key,), input=value)


def raise_faults(faults: Any) -> None:
    """Raise ValidationError if there are any faults."""
    found = list(faults)
    if found:
        raise ValidationError.from_exception_data("Range", found)


def continuous(stated: Mapping[str, float], word: str | None, field: Field) -> Continuous:
    """Return the distribution with the stated parameters, conditioned on the bounds of its field.

    Raises Unfit, for a key, or PydanticCustomError.
    """
    limits = limits_of(stated, field)
    ends = Scale(
        stated.get("min", None if field.low <= -LARGEST else field.low),
        stated.get("max", None if field.high >= LARGEST else field.high),
    )
    curve, scale = shapes.curve_on(stated, word, ends)
    found = cut(curve, scale, *limits)
    if found.outside > LEFT_OUT + ROUNDING:
        limit = "least" if found.shares[0] >= 1.0 - found.shares[1] else "greatest"
        at = figure(limits[0] if limit == "least" else limits[1])
        refuse(
            "distribution",
            f"{100 * found.outside:.0f} % of this {found.name} distribution lies beyond {at}, the {limit} "
            f"number possible here; at most {100 * LEFT_OUT:.0f} % may. Write it by mean and sd without a "
            "distribution, or by percentiles, which keep within bounds",
        )
    return found


def limits_of(stated: Mapping[str, float], field: Field) -> tuple[float, float]:
    """Return the least and the greatest number that may be drawn; raise Unfit for `min` or `max`."""
    for key in CUTS:
        why = field.fault(stated[key]) if key in stated and stated[key] != field.low else None
        if why:
            raise Unfit(key, why, "out-of-range")
    least = max(field.low, SMALLEST) if field.above_low and field.low == 0 else field.low
    low, high = max(least, stated.get("min", least)), min(field.high, stated.get("max", field.high))
    if not low < high:
        raise Unfit("max", f"should be above `min`, {figure(low)}", "unordered")
    return low, high


def discrete(raw: Mapping[str, Any], field: Field) -> Discrete:
    """Return the distribution of some values by their chances; raise Unfit for a key."""
    values, chances = ([float(item) for item in raw[key]] for key in LISTS)
    if not 2 <= len(values) <= MOST_VALUES:
        raise Unfit("values", f"should hold from 2 to {MOST_VALUES} numbers, not {len(values)}")
    if len(chances) != len(values):
        raise Unfit("chances", f"should hold a chance for each of the {len(values)} values")
    for value in values:
        if why := field.fault(value):
            raise Unfit("values", why, "out-of-range")
    if len(set(values)) < len(values):
        raise Unfit("values", "should all differ")
    if not all(0 < chance < 1 for chance in chances) or not isclose(sum(chances), 1, abs_tol=ROUNDING):
        raise Unfit("chances", f"should be above 0 and add up to 1, not to {figure(sum(chances))}")
    pairs = sorted(zip(values, chances, strict=True))
    *shares, _ = accumulate(chance for _, chance in pairs)
    return Discrete(tuple(value for value, _ in pairs), (*shares, 1.0))


def ends_of_draws(distribution: Distribution, best: float) -> tuple[float, float]:
    """Return the 5th and the 95th percentile, or the least and greatest value of a discrete distribution.

    Percentiles are rounded to three digits of their distance; this takes none beyond the best estimate.
    """
    if isinstance(distribution, Discrete):
        return distribution.support
    low, high = (distribution.quantile(share) for share in (LOW_SHARE, HIGH_SHARE))
    if not low <= best <= high or low == high:
        return low, high
    places = SHOWN_DIGITS - 1 - floor(log10(high - low))
    return min(best, round(low, places)), max(best, round(high, places))


def summarized(distribution: Distribution, stated: Mapping[str, float], beside: Beside) -> Range:
    """Return a distribution with its best estimate and the range from its 5th to its 95th percentile.

    The best estimate is the median where percentiles are written, which state no mean, and else the mean:
    what theories that add up expected amounts would take. A discrete distribution ranges over its values.
    """
    best = stated.get("best", shapes.center_of(distribution, stated))
    low, high = ends_of_draws(distribution, best)
    named = isinstance(distribution, Continuous) and not {"low", "high"} & stated.keys()
    low = stated.get("low", stated.get("p5", low))
    high = stated.get("high", stated.get("p95", high))
    if not low < high:
        refuse("unordered", f"should run from low to high, not {figure(low)}, {figure(high)}")
    if not low <= best <= high:
        where = "its 5th to 95th percentile" if named else "its range"
        refuse(
            "distribution",
            f"its best estimate {figure(best)} is outside {where}, {figure(low)} to {figure(high)}; "
            "say which numbers you mean by `best`, `low` and `high`",
        )
    return Range(low, best, high, distribution=distribution, percentiles=named, **beside._asdict())
