"""Ranges of a number: low, best and high estimate, and the distribution that draws come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any, Literal, NamedTuple

from pydantic_core import InitErrorDetails, ValidationError

from dilemma.scenario.numbers.constants import A_NUMBER, NUMBER_TYPES, read_constant, refuse
from dilemma.scenario.numbers.distributions import Distribution, DistributionName
from dilemma.scenario.phrases import describe, figure

__all__ = [
    "ENDS",
    "NUMBER_KINDS",
    "RANGE_KEYS",
    "SCALES",
    "Range",
    "best_of",
    "ends_of",
    "faults_beside",
    "faults_of_number",
    "ordered",
    "range_of_list",
    "range_of_map",
    "support_of",
]

ENDS = ("low", "best", "high")

SCALES = ("linear", "log")

NUMBER_KINDS = ("fact", "value")

RANGE_KEYS = (*ENDS, "scale", "kind", "note")
"""The keys of a range that is written as a map."""


class Range(NamedTuple):
    """Low, best and high estimate; drawn triangular, in the logarithm where `scale` is log.

    `uniform` holds for a range written as two ends: its best estimate is the middle, drawn uniformly. `kind`
    is what the file says it is: a fact, which evidence could settle, or a value. A number that is certain
    and has a kind is a range whose ends are equal. If there is a `distribution`, draws come from it, and may
    lie beyond low and high; `percentiles` holds if these are its 5th and 95th percentile.
    """

    low: float
    best: float
    high: float
    scale: Literal["linear", "log"] = "linear"
    uniform: bool = False
    note: str | None = None
    kind: Literal["fact", "value"] | None = None
    distribution: Distribution | None = None
    percentiles: bool = False

    @property
    def drawn_from(self) -> DistributionName:
        """The name of the distribution that draws come from; on a log scale that of the logarithm."""
        if self.distribution:
            return self.distribution.name
        return "uniform" if self.uniform else "triangular"


def range_of_list(raw: Sequence[object]) -> Range:
    """Return the range that a list represents: `[low, high]` or `[low, best, high]`."""
    if len(raw) not in {2, 3}:
        refuse("not-a-number", f"{A_NUMBER}; a range is [low, high] or [low, best, high]")
    for end in raw:
        if isinstance(end, bool) or not isinstance(end, NUMBER_TYPES):
            refuse("not-a-number", f"a range is of plain numbers, not of {describe(end)}")
    low, *between, high = map(read_constant, raw)  # type: ignore[arg-type]  # all are plain numbers
    if low > high and not between:
        refuse("unordered", f"should run from low to high, not {figure(low)}, {figure(high)}")
    best = between[0] if between else (low + high) / 2
    return ordered(Range(low, best, high, "linear", not between))


def range_of_map(raw: Mapping[str, Any]) -> Range:
    """Return the range that a map of low, best and high represents."""
    if "best" not in raw:
        refuse("not-a-number", f"{A_NUMBER}; a map of low, best and high needs 'best'")
    faults = list(faults_of(raw))
    if faults:
        raise ValidationError.from_exception_data("Range", faults)
    ends = {end: float(raw.get(end, raw["best"])) for end in ENDS}
    for end in ends.values():
        read_constant(end)
    return ordered(Range(**{**raw, **ends}))


def faults_of(raw: Mapping[str, Any]) -> Iterator[InitErrorDetails]:
    """Yield the errors in the fields of a range, each as pydantic would report it."""
    certain = "low" not in raw and "high" not in raw
    for end in ("best",) if certain else ENDS:
        yield from faults_of_number(raw, end)
    if raw.get("scale", "linear") not in SCALES:
        context = {"expected": "'linear' or 'log'"}
        yield InitErrorDetails(type="literal_error", loc=("scale",), input=raw["scale"], ctx=context)
    yield from faults_beside(raw)
    for key in raw:
        if key not in RANGE_KEYS:
            yield InitErrorDetails(type="extra_forbidden", loc=(key,), input=raw[key])


def faults_of_number(raw: Mapping[str, Any], key: str) -> Iterator[InitErrorDetails]:
    """Yield the error in a field that should be a plain number."""
    if key not in raw:
        yield InitErrorDetails(type="missing", loc=(key,), input=raw)
    elif isinstance(raw[key], bool) or not isinstance(raw[key], int | float):
        yield InitErrorDetails(type="float_type", loc=(key,), input=raw[key])
    elif not isfinite(raw[key]):
        yield InitErrorDetails(type="finite_number", loc=(key,), input=raw[key])


def faults_beside(raw: Mapping[str, Any]) -> Iterator[InitErrorDetails]:
    """Yield the errors in what may stand beside the figures of any number: its kind and a note."""
    if raw.get("kind") not in {None, *NUMBER_KINDS}:
        context = {"expected": "'fact' or 'value'"}
        yield InitErrorDetails(type="literal_error", loc=("kind",), input=raw["kind"], ctx=context)
    if not isinstance(raw.get("note"), str | None):
        yield InitErrorDetails(type="string_type", loc=("note",), input=raw["note"])


def ordered(number: Range) -> Range:
    """Return the range; raise PydanticCustomError for ends out of order, or a log scale that includes 0."""
    if not number.low <= number.best <= number.high:
        ends = ", ".join(figure(end) for end in (number.low, number.best, number.high))
        refuse("unordered", f"should run from low to best to high, not {ends}")
    if number.scale == "log" and number.low <= 0 <= number.high:
        refuse("unordered", "a log scale needs low, best and high all above 0, or all below")
    return number


def best_of(number: float | Range) -> float:
    """Return the best estimate of a number."""
    return number if isinstance(number, float) else number.best


def ends_of(number: float | Range) -> tuple[float, float]:
    """Return the low and the high estimate of a number."""
    return (number, number) if isinstance(number, float) else (number.low, number.high)


def support_of(number: float | Range) -> tuple[float, float]:
    """Return the lowest and the highest value that a number is ever drawn at."""
    if isinstance(number, Range) and number.distribution:
        return number.distribution.support
    return ends_of(number)
