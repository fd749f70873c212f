"""Draws of choices and of numbers in every notation of the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from tests.support.strategies.figures import DISTRIBUTIONS, FORMS, Figures
from tests.support.strategies.stated_distributions import distribution

__all__ = ["Data", "Draws", "Writers"]

Data = dict[str, Any]
"""A scenario as plain data."""

T = TypeVar("T")

Writers: TypeAlias = Mapping[str, Callable[[], Any]]
"""A function for each field that returns its content, called only if the field is drawn."""


@cache
def _bytes(many: int) -> st.SearchStrategy[bytes]:
    """Return a strategy for that many bytes, drawn evenly; `st.integers` is biased towards 0."""
    return st.binary(min_size=many, max_size=many)


class Draws:
    """The draws of one scenario, and the quantities that it names so far."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.known: dict[str, float] = {}  # best estimates of quantities, by id

    def below(self, many: int) -> int:
        """Return an integer below `many`, drawn almost evenly."""
        return self.draw(_bytes(1))[0] % many

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of these; the first is the simplest."""
        return choices[self.below(len(choices))]

    def maybe(self, one_in: int = 4) -> bool:
        return self.below(one_in) == one_in - 1

    def some(self, **one_in: int) -> list[str]:
        """Return some of these names, each with a chance of one in its value; one draw for all is faster."""
        drawn = self.draw(_bytes(len(one_in)))
        return [
            name for byte, (name, many) in zip(drawn, one_in.items(), strict=True) if byte % many == many - 1
        ]

    def fields(self, writers: Writers, **one_in: int) -> Data:
        """Return some fields with their contents, each with a chance of one in its value."""
        return {field: writers[field]() for field in self.some(**one_in)}

    def ids(self, low: int, high: int, letter: str) -> list[str]:
        return [f"{letter}{number}" for number in range(1, low + self.below(high - low + 1) + 1)]

    def number(self, amounts: Figures, low: float = -1e6, high: float = 1e6) -> Any:
        """Return a number in any notation of the format, with one of the amounts as best estimate."""
        index, kind = self.draw(_bytes(2))
        best, form = float(amounts[index % len(amounts)]), FORMS[kind % len(FORMS)]
        if form == "product" and self.known:
            return self.product(best)
        return self.estimate(form, best, low, high)

    def estimate(self, form: str, best: float, low: float, high: float) -> Any:
        """Return a number in a given notation, with a range that lies between low and high."""
        if form == "log" and best:
            ends = sorted([max(low, best / 2), max(low, min(best * 2, high))])
            return {"low": ends[0], "best": best, "high": ends[1], "scale": "log"}
        reach = min(0.25, best - low, high - best)
        if form in DISTRIBUTIONS and reach:
            return distribution(form, best, low, high)
        match form:
            case "two":
                return [best - reach, best + reach]
            case "three":
                return [max(low, best - 0.5), best, min(high, best + 0.25)]
            case "map":
                return {"low": best - reach, "best": best, "high": min(high, best + 1), "scale": "linear"}
        return int(best) if best.is_integer() else best

    def product(self, best: float) -> str:
        """Return a product of quantities that is `best`."""
        first, *others = self.known
        size = self.known[first]
        if others and self.maybe(2):
            return f"{first} * {others[0]} * {best / size / self.known[others[0]]}"
        if size == best:
            return first
        return f"{best * size} / {first}" if self.maybe(2) else f"{best / size} * {first}"
