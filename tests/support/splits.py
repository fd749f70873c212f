"""One thing told as two: a consequence by count or by value, a party, and what must be stated for that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.case.estimates import best_estimate
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import best_of, is_number_map, read_number
from tests.support.alterations import is_map_of_fields, without_comment
from tests.support.judging import scenario_of
from tests.support.strategies import Data

__all__ = ["PART", "party_in_two", "row_in_two", "stated"]

PART = "part"
"""The id of the second half."""


def stated(data: Mapping[str, Any]) -> Data:
    """Return the scenario with ranges at their best estimates, and with `worst` and all sizes stated."""
    result = _at_best(without_comment(data))
    scenario = scenario_of(data)
    case = case_of(scenario)
    result["worst"] = result.get("worst") or case.worst
    counts = _counts(scenario)
    for id, party in case.parties.items():
        size = max([party.size, *counts.get(id, ())])
        result["parties"][id] = {"size": size, **(result["parties"][id] or {})}
    return result


def _counts(scenario: Scenario) -> dict[str, list[float]]:
    """Return how many each consequence strikes of each party, also where no option lists it."""
    found: dict[str, list[float]] = {}
    for id, factor in scenario.consequences.items():
        struck = dict(factor.falls_on or {str(factor.party): factor.count})
        rows = [option.consequences.get(id) for option in scenario.options.values()]
        own = [row.falls_on or {str(factor.party): row.count} for row in rows if row]
        for counts in (struck, *own):
            for party, count in counts.items():
                if count is not None:
                    found.setdefault(party, []).append(best_estimate(scenario, count))
    return found


def _at_best(value: Any) -> Any:
    match value:
        case {"best": best}:
            return best
        case dict() if is_number_map(value):
            return best_of(read_number(value))  # type: ignore[arg-type]  # no product
        case dict():
            return {key: _at_best(item) for key, item in value.items()}
        case [int() | float(), *_]:
            number = read_number(tuple(value))
            return number if isinstance(number, float) else getattr(number, "best", value)
        case list():
            return [_at_best(item) for item in value]
    return value


def row_in_two(data: Data, id: str, field: str, share: float) -> Data:
    """Return a scenario with a consequence told as two, sharing its count or its value."""
    result = without_comment(data)
    factor = result["consequences"][id]
    rows = [(option["consequences"], option["consequences"].get(id)) for option in result["options"].values()
            if id in (option.get("consequences") or {})]  # fmt: skip
    result["consequences"] |= {id: _scaled(factor, field, share), PART: _scaled(factor, field, 1 - share)}
    if field == "count":
        for half, part in ((id, share), (PART, 1 - share)):
            if "falls_on" not in factor:
                result["consequences"][half]["count"] = _times(factor.get("count", 1), part)
    for listed, row in rows:
        listed |= {id: _scaled(row, field, share), PART: _scaled(row, field, 1 - share)}
    return result


def _scaled(row: Any, field: str, share: float) -> Any:
    """Return a row with its count, or its value, times a share, where it states it."""
    if not is_map_of_fields(row):
        return row
    found = {**row, **({field: _times(row[field], share)} if row.get(field) is not None else {})}
    if field == "count" and row.get("falls_on"):
        found["falls_on"] = {party: _times(count, share) for party, count in row["falls_on"].items()}
    return found


def _times(number: Any, share: float) -> Any:
    return f"{number} * {share!r}" if isinstance(number, str) else number * share


def party_in_two(data: Data, id: str, case: Case) -> Data:
    """Return a scenario with half of a party, what strikes it and is owed to it, told as another party."""
    result = without_comment(data)
    half = {**result["parties"][id], "size": case.parties[id].size / 2}
    result["parties"] |= {id: half, PART: half}
    scenario = scenario_of(data)

    def shared(count: Any) -> Data:
        each = best_estimate(scenario, read_number(count)) / 2
        return {id: each, PART: each}

    for name, factor in result.get("consequences", {}).items():
        strikes = factor.get("party") == id or id in (factor.get("falls_on") or {})
        if strikes:
            _share(factor, id, shared, factor.get("count", 1))
        for option in result["options"].values():
            row = (option.get("consequences") or {}).get(name)
            if strikes and is_map_of_fields(row):
                _share(row, id, shared, row.get("count"))
    for duty in result.get("duties", {}).values():
        holders = duty.get("owed_to", ())
        holders = [holders] if isinstance(holders, str) else [*holders]
        if id in holders:
            duty["owed_to"] = [*holders, PART]
    for option in result["options"].values():
        if id in option.get("uses", ()):
            option["uses"] = [*option["uses"], PART]
    return result


def _share(row: Data, id: str, shared: Callable[[Any], Data], count: Any) -> None:
    """Let a row strike both halves where it strikes the whole."""
    struck = row.get("falls_on") or {}
    if id in struck:
        row["falls_on"] = {**struck, **shared(struck[id])}
    elif not struck and count is not None:
        row.pop("party", None)
        row.pop("count", None)
        row["falls_on"] = shared(count)
