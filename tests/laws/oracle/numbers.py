"""Best estimates of numbers in every notation of the format."""

from __future__ import annotations

from operator import mul
from typing import Any

Data = dict[str, Any]


class Numbers:
    """The reading of numbers of one file, which may name its quantities."""

    def __init__(self, quantities: Data) -> None:
        self.quantities = quantities

    def best(self, number: Any) -> float:
        """Return the best estimate of a number in any notation."""
        if isinstance(number, str):
            return self._product(number.split())
        if isinstance(number, list | tuple):
            low, *_, high = map(float, number)
            return (low + high) / 2 if len(number) == 2 else float(number[1])
        return self._of_map(number) if isinstance(number, dict) else float(number)

    def _of_map(self, number: Data) -> float:
        """Return what a map states as best: `best`, else the median or the mean."""
        for key in ("best", "p50", "mean"):
            if key in number:
                return float(number[key])
        if "alpha" in number:
            low, high = number.get("min", 0), number.get("max", 1)
            return float(low + (high - low) * number["alpha"] / (number["alpha"] + number["beta"]))
        if "values" in number:
            return float(sum(map(mul, number["values"], number["chances"])))
        return float((number["low"] + number["high"]) / 2)

    def field(self, entry: Data, name: str, default: float) -> float:
        return self.best(entry[name]) if name in entry else default

    def degree(self, entry: Data, name: str) -> float | None:
        """Return a truth or a number as a number, or None if it is not stated."""
        return self.best(entry[name]) if name in entry else None

    def entry(self, row: Any, name: str) -> Data:
        """Return a row as a map of fields, where it may be a number alone: the field of that name."""
        return row if is_map_of_fields(row) else {name: row}

    def _product(self, words: list[str]) -> float:
        result = self._named(words[0])
        for sign, word in zip(words[1::2], words[2::2], strict=True):
            factor = self._named(word)
            result = result * factor if sign == "*" else result / factor
        return result

    def _named(self, word: str) -> float:
        if word not in self.quantities:
            return float(word)
        quantity = self.quantities[word]
        return self.best(quantity["value"] if is_map_of_fields(quantity) else quantity)


def is_map_of_fields(row: Any) -> bool:
    """Return whether an entry is a map of fields, and not a number."""
    return isinstance(row, dict) and not row.keys() & {"best", "p50", "mean", "distribution"}


def listed(entry: Data, name: str) -> list[Any]:
    """Return a field that may be one word or a list of words, as a list."""
    found = entry.get(name, [])
    return list(found) if isinstance(found, list | tuple) else [found]
