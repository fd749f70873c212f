"""Validation of a scenario: all problems are found in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.correlations.problems import correlation_problems
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import NUMBER_KEYS
from dilemma.scenario.problem import Path, Problem, still_new
from dilemma.scenario.structure.shapes import (
    Figure,
    Products,
    Record,
    Theories,
    inner,
    products_in,
    scenario_shape,
    shape_at,
)
from dilemma.scenario.validation.affected import affected_part
from dilemma.scenario.validation.consequences import AMOUNTS, factor_problems
from dilemma.scenario.validation.events import event_problems
from dilemma.scenario.validation.ids import faulty_tables, id_problems
from dilemma.scenario.validation.products import product_problems
from dilemma.scenario.validation.quantity_estimates import quantities_of
from dilemma.scenario.validation.references import reference_problems
from dilemma.scenario.validation.rules import FORMAT, format_problem, scenario_problems
from dilemma.scenario.validation.sizes import size_problems
from dilemma.scenario.validation.suggestions import suggestions
from dilemma.scenario.validation.type_errors import parse_scenario

__all__ = ["Unreliable", "Validation", "validate", "validate_changes"]

LEAST: Mapping[str, Any] = {"format": FORMAT, "title": "", "question": "", "parties": {}, "options": {}}
"""The fields that the scenario model requires, added to any part of it that is validated."""

REASON = "because"

NAMELESS = {REASON, "kind"}
"""Text fields that neither refer to an entry nor affect an amount."""


class Unreliable(NamedTuple):
    """The unreliable parts of data: paths of refused values, and top-level maps that may be incomplete.

    A map with a word that is no id is among these: another may be meant by it.
    """

    paths: frozenset[Path] = frozenset()
    maps: frozenset[str] = frozenset()


class Validation(NamedTuple):
    """The result of validation: the scenario, its problems, the unreliable parts, and its products."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    unreliable: Unreliable
    products: Products


def validate(
    data: Mapping[str, Any], theories: Theories | None, spoiled: frozenset[Path] = frozenset()
) -> Validation:
    """Return the scenario for canonical data, and all of its problems.

    No further problem is reported at a path that is `spoiled` or has a wrong type. If the format is not
    supported, that is the only problem.
    """
    newer = format_problem(data)
    if newer:
        return Validation(None, (newer,), Unreliable(frozenset({()})), [])
    scenario, type_problems = parse_scenario(data)
    problems = tuple(still_new(type_problems, spoiled))
    unreliable = unreliable_after(problems, Unreliable(spoiled, frozenset(faulty_tables(data))))
    products = products_in(data, scenario_shape())
    wrong = (*problems, *meaning_problems(data, products, theories, unreliable))
    return Validation(scenario, wrong, unreliable, products)


def validate_changes(
    data: Mapping[str, Any],
    changed: Collection[tuple[str, ...]],
    before: Mapping[str, Any],
    theories: Theories | None,
    file: Validation,
) -> tuple[Problem, ...]:
    """Return the problems of canonical data that differs from `before` only at the changed paths.

    Types are validated unless every change is a valid number or reason, as most are; references, if a change
    may declare or use one; amounts, if a change may affect them. `file` is the validation of the data before.
    """
    newer = format_problem(data)
    if newer:
        return (newer,)
    unreliable = file.unreliable
    named_alike = all(leaves_names(path, data, before) for path in changed)
    problems: tuple[Problem, ...] = ()
    if not (named_alike and all(fits(path, data) for path in changed)):
        _, type_problems = parse_scenario(part_changed(data, changed))
        problems = tuple(still_new(type_problems, unreliable.paths))
        unreliable = unreliable_after(problems, unreliable)
    if not named_alike:
        products = products_in(data, scenario_shape())
        return (*problems, *meaning_problems(data, products, theories, unreliable))
    moving = [path for path in changed if moves_amounts(path, data)]
    if moving:
        part = affected_part(data, moving, file.products)
        amounts = amount_problems(part, products_in(part, scenario_shape()), theories)
        return (*problems, *dict.fromkeys(still_new(amounts, unreliable.paths)))
    return problems


def part_changed(data: Mapping[str, Any], changed: Collection[tuple[str, ...]]) -> dict[str, Any]:
    """Return the rows of data that hold a change, with the fields that a scenario requires."""
    part = dict(LEAST)
    for table, *row in changed:
        rows = rows_at(data, table)
        has_row = row and row[0] in rows
        part[table] = {**rows_at(part, table), row[0]: rows[row[0]]} if has_row else data[table]
    return part


def leaves_names(path: tuple[str, ...], data: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Return whether a change at a path is of a number, reason or kind, and involves no reference."""
    *above, key = path
    shape, row = shape_at(tuple(above)), rows_at(before, *above)
    if not row or not (isinstance(shape, Record) or key in row):
        return False
    if isinstance(shape, Record) and key in NAMELESS:
        return True
    value = rows_at(data, *above).get(key)
    known = value.keys() <= set(NUMBER_KEYS) if isinstance(value, dict) else True
    return value is not None and known and isinstance(inner(shape, key), Figure)


def fits(path: tuple[str, ...], data: Mapping[str, Any]) -> bool:
    """Return whether the value at a path is a reason, or a number within the bounds of its field."""
    *above, key = path
    value, shape = rows_at(data, *above).get(key), shape_at(path)
    if isinstance(shape, Figure):
        return shape.bounds.admits(value)
    return key == REASON and isinstance(value, str)


def moves_amounts(path: tuple[str, ...], data: Mapping[str, Any]) -> bool:
    """Return whether a change at a path may affect an amount.

    All numbers may, except plain ones that are neither a quantity, nor a framework's, nor a factor of an
    amount, nor a size.
    """
    *above, key = path
    if not isinstance(shape_at(path), Figure):
        return False
    apart = path[0] not in {"quantities", "frameworks"} and AMOUNTS.isdisjoint(path) and path[-1] != "size"
    return not apart or isinstance(rows_at(data, *above).get(key), str)


def unreliable_after(problems: tuple[Problem, ...], before: Unreliable) -> Unreliable:
    """Return the unreliable parts after some more problems.

    A top-level map is unreliable if it is missing, of the wrong type, or under a misspelt name.
    """
    paths = before.paths | {problem.path for problem in problems}
    wrong = {str(path[0]) for path in paths if len(path) == 1}
    misspelt = {hint for _, hint in suggestions(problem for problem in problems if len(problem.path) == 1)}
    return Unreliable(paths, before.maps | wrong | misspelt)


def meaning_problems(
    data: Mapping[str, Any], products: Products, theories: Theories | None, unreliable: Unreliable
) -> tuple[Problem, ...]:
    """Return the problems of data of the right types, except in its unreliable parts."""
    problems = (
        *id_problems(data),
        *scenario_problems(data, unreliable.maps),
        *event_problems(data, unreliable.maps),
        *reference_problems(data, theories, unreliable.maps),
        *amount_problems(data, products, theories),
        *correlation_problems(data, theories, unreliable.maps),
    )
    return tuple(dict.fromkeys(still_new(problems, unreliable.paths)))


def amount_problems(
    data: Mapping[str, Any], products: Products, theories: Theories | None
) -> Iterator[Problem]:
    """Yield the problems of the amounts in data."""
    quantities = quantities_of(data)
    yield from quantities.problems
    yield from factor_problems(data, quantities.estimates)
    yield from size_problems(data, quantities.estimates)
    yield from product_problems(data, products, quantities.estimates, theories)
