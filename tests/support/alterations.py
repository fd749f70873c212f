"""Changes to a scenario as plain data whose effect on verdicts a law states.

Every function returns a changed copy and leaves its argument as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from random import Random
from typing import Any

from dilemma import load
from dilemma.case.build import assumed, case_of
from dilemma.case.defaults import baseline_of
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import is_number_map
from tests.support.strategies import Data

__all__ = [
    "consequence_maps",
    "each_option_the_same",
    "plain",
    "renamed",
    "reordered",
    "rescaled",
    "rows_of",
    "with_a_worse_copy",
    "with_weights",
    "without_comment",
    "without_duties_and_virtues",
    "without_liability",
]

TABLES = ("quantities", "parties", "beliefs", "consequences", "duties", "virtues", "options")


def plain(value: Any) -> Any:
    """Return a deep copy made of dicts and lists, which may be changed."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value


def without_comment(data: Mapping[str, Any]) -> Data:
    """Return the scenario without the parts that affect no verdict."""
    return {
        key: plain(value)
        for key, value in data.items()
        if key not in {"perspectives", "literature", "accepts", "correlations"}
    }


def rows_of(data: Data, table: str) -> Iterator[tuple[str, str, Any]]:
    """Yield the option, factor and content of each row in one of the tables under options."""
    for option, entry in data["options"].items():
        for name, row in (entry.get(table) or {}).items():
            yield option, name, row


def is_map_of_fields(row: Any) -> bool:
    """Return whether a row is a map of fields, not a number."""
    return isinstance(row, dict) and not is_number_map(row)


def consequence_maps(data: Data) -> Iterator[Data]:
    """Yield every map with fields of a consequence: those of the factors, then the rows of options."""
    yield from data.get("consequences", {}).values()
    yield from (row for _, _, row in rows_of(data, "consequences") if is_map_of_fields(row))


# ── names and order ─────────────────────────────────────────────────────────────────────────────


def renamed(data: Mapping[str, Any], new: Callable[[str], str]) -> Data:
    """Return the scenario with every id replaced, wherever it is used."""
    quantities = set(data.get("quantities", {}))
    result = _products(without_comment(data), lambda word: new(word) if word in quantities else word)
    for table in TABLES:
        result[table] = _keys(result.get(table), new)
    for consequence in result["consequences"].values():
        _rename(consequence, new, party=new, when=_one_or_several(_literal(new)))
    for duty in result["duties"].values():
        _rename(duty, new, owed_to=_one_or_several(new))
    for option in result["options"].values():
        _rename_option(option, new)
    for _, _, row in rows_of(result, "consequences"):
        if is_map_of_fields(row):
            _rename(row, new, when=_one_or_several(_literal(new)))
    if result.get("baseline") is not None:
        result["baseline"] = new(result["baseline"])
    return result


def _rename_option(option: Data, new: Callable[[str], str]) -> None:
    for table in ("beliefs", "consequences", "duties", "virtues"):
        if option.get(table):
            option[table] = _keys(option[table], new)
    for event in _depending_on_a_state(option):
        event["given"] = {_literal(new)(text): number for text, number in event["given"].items()}
    option["uses"] = [new(id) for id in option.get("uses", ())]


def _rename(row: Data, new: Callable[[str], str], **fields: Callable[[Any], Any]) -> None:
    for field, rewrite in fields.items():
        if row.get(field) is not None:
            row[field] = rewrite(row[field])
    if row.get("falls_on") is not None:
        row["falls_on"] = _keys(row["falls_on"], new)
    if "overlaps" in row:
        row["overlaps"] = [new(id) for id in row["overlaps"]]


def _keys(rows: Data | None, new: Callable[[str], str]) -> Data:
    return {new(id) if id != "note" else id: row for id, row in (rows or {}).items()}


def _literal(new: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: f"not {new(text.removeprefix('not '))}" if text.startswith("not ") else new(text)


def _one_or_several(new: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda ids: new(ids) if isinstance(ids, str) else [new(id) for id in ids]


def _depending_on_a_state(option: Data) -> list[Data]:
    """Return the events of an option whose probability depends on a state."""
    events = (option.get("beliefs") or {}).values()
    return [event for event in events if isinstance(event, dict) and event.get("given") is not None]


def _products(value: Any, new: Callable[[str], str]) -> Any:
    """Return the data with each word of each text replaced; only products contain ids of quantities."""
    if isinstance(value, dict):
        return {key: _products(item, new) for key, item in value.items()}
    return " ".join(map(new, value.split(" "))) if isinstance(value, str) else value


def reordered(data: Mapping[str, Any], by: Random) -> Data:
    """Return the scenario with every map of ids shuffled, and every list whose order has no meaning."""
    result = without_comment(data)
    for table in (*TABLES, "frameworks"):
        result[table] = _shuffled(result.get(table) or {}, by)
    for option in result["options"].values():
        _reorder_option(option, by)
    for duty in result["duties"].values():
        for field in ("owed_to", "basis"):
            if isinstance(duty.get(field), list):
                by.shuffle(duty[field])
    for row in consequence_maps(result):
        if row.get("falls_on"):
            row["falls_on"] = _shuffled(row["falls_on"], by)
        if isinstance(row.get("when"), list):
            by.shuffle(row["when"])
    return result


def _reorder_option(option: Data, by: Random) -> None:
    for table in ("beliefs", "consequences", "duties", "virtues"):
        option[table] = _shuffled(option.get(table) or {}, by)
    option["uses"] = by.sample(option.get("uses", []), len(option.get("uses", ())))
    for event in _depending_on_a_state(option):
        event["given"] = _shuffled(event["given"], by)


def _shuffled(rows: Data, by: Random) -> Data:
    return dict(by.sample(list(rows.items()), len(rows)))


# ── amounts ─────────────────────────────────────────────────────────────────────────────────────


def rescaled(data: Mapping[str, Any], k: float) -> Data:
    """Return the scenario with values, levels, `worst`, `enough` and exchange multiplied by k.

    Where the file holds none of these for people, so that the exchange is taken to be 1, it is stated as k.
    """
    result = without_comment(data)
    for row in consequence_maps(result):
        if row.get("value") is not None:
            row["value"] = _times(row["value"], k)
    for party in result["parties"].values():
        if "level" in party:
            party["level"] = _times(party["level"], k)
    for field in ("worst", "enough", "exchange"):
        if result.get(field) is not None:
            result[field] = _times(result[field], k)
    if result.get("worst") is None and result.get("exchange") is None:
        result |= _exchange_taken_to_be_1(load(data).scenario, k)
    return result


def _exchange_taken_to_be_1(scenario: Scenario, k: float) -> Data:
    worst, exchange = assumed(scenario)
    certain = case_of(scenario.model_copy(update={"exchange": 2.0})).worst == worst
    return {} if certain else {"exchange": exchange * k}


AMOUNTS = {"low", "best", "high", "p5", "p50", "p95", "mean", "sd", "min", "max", "values"}
"""The keys of a number, written as a map, that are in its own unit."""


def _times(number: Any, k: float) -> Any:
    match number:
        case str():
            return f"{number} * {k!r}"
        case list():
            return [_times(end, k) for end in number]
        case dict():
            return {key: _times(item, k) if key in AMOUNTS else item for key, item in number.items()}
    return number * k


def with_weights(data: Mapping[str, Any], weights: Mapping[str, float]) -> Data:
    """Return the scenario with these weights of parties."""
    result = without_comment(data)
    for id, weight in weights.items():
        result["parties"][id] = {**(result["parties"][id] or {}), "weight": weight}
    return result


# ── contents ────────────────────────────────────────────────────────────────────────────────────


def without_duties_and_virtues(data: Mapping[str, Any]) -> Data:
    """Return the scenario without duties and virtues."""
    result = without_comment(data)
    for table in ("duties", "virtues"):
        result.pop(table, None)
        for option in result["options"].values():
            option.pop(table, None)
    for consequence in result.get("consequences", {}).values():
        consequence.pop("overlaps", None)
    return result


def without_liability(data: Mapping[str, Any]) -> Data:
    """Return the scenario with no party liable to be harmed, as combatants are unless the file says so."""
    result = without_comment(data)
    for party in result["parties"].values():
        if isinstance(party, dict):
            party["liable"] = 0
    return result


def each_option_the_same(data: Mapping[str, Any]) -> Data:
    """Return the scenario with every option replaced by a copy of the first."""
    result = without_comment(data)
    first = next(iter(result["options"].values()))
    result["options"] = {id: deepcopy(first) for id in result["options"]}
    return result


def with_a_worse_copy(data: Mapping[str, Any], scenario: Scenario, option: str, harm: Data) -> Data:
    """Return the scenario with a copy of an option, called `worse`, that has one more harm.

    The baseline is stated, because two omissions would leave none.
    """
    result = without_comment(data)
    result["consequences"] = {**result.get("consequences", {}), "more-harm": harm}
    copy = deepcopy(result["options"][option])
    copy["consequences"] = {**copy.get("consequences", {}), "more-harm": 1}
    result["options"]["worse"] = copy
    if (baseline := baseline_of(scenario)) is not None:
        result["baseline"] = baseline
    return result
