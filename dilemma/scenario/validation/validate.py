"""Everything that can be wrong with a scenario, found in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import ENDS
from dilemma.scenario.problem import Path, Problem, still_new
from dilemma.scenario.structure import (
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
from dilemma.scenario.validation.consequences import SIZES, factor_problems
from dilemma.scenario.validation.ids import id_problems
from dilemma.scenario.validation.products import product_problems
from dilemma.scenario.validation.quantities import quantities_of
from dilemma.scenario.validation.references import reference_problems
from dilemma.scenario.validation.rules import FORMAT, format_problem, scenario_problems
from dilemma.scenario.validation.suggestions import suggestions
from dilemma.scenario.validation.type_errors import parse_scenario

__all__ = ["Unreliable", "Validation", "validate", "validate_changes"]

LEAST: Mapping[str, Any] = {"format": FORMAT, "title": "", "question": "", "parties": {}, "options": {}}
"""What the types of a scenario ask for, whatever else is looked at."""

REASON = "because"

NAMELESS = {REASON, "kind"}
"""Fields of words that neither name anything nor come to an amount."""


class Unreliable(NamedTuple):
    """What cannot be relied on: paths of values already refused, and top-level maps that may hold more."""

    paths: frozenset[Path] = frozenset()
    maps: frozenset[str] = frozenset()


class Validation(NamedTuple):
    """The scenario that data states, what is wrong with it, what that leaves in doubt, and its products."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    unreliable: Unreliable
    products: Products


def validate(
    data: Mapping[str, Any], theories: Theories | None, spoiled: frozenset[Path] = frozenset()
) -> Validation:
    """Return the scenario canonical data states, and all that is wrong with it.

    Nothing is said of a place that is `spoiled` or of the wrong type already. A file of a newer format is
    judged by nothing else.
    """
    newer = format_problem(data)
    if newer:
        return Validation(None, (newer,), Unreliable(frozenset({()})), [])
    scenario, type_problems = parse_scenario(data)
    problems = tuple(still_new(type_problems, spoiled))
    unreliable = unreliable_after(problems, Unreliable(spoiled))
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
    """Return what is wrong with canonical data, of which only the changed paths differ from those before.

    Types are looked at unless every change is a well-formed number or reason, as nearly all are; names unless
    none can be declared or used by a change; of amounts those that can come to anything else. `file` is what
    was judged of the data before: nothing need be said of that again.
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
    """Return the rows of data that hold a change, with what the types of a scenario ask for besides."""
    part = dict(LEAST)
    for table, *row in changed:
        rows = rows_at(data, table)
        has_row = row and row[0] in rows
        part[table] = {**rows_at(part, table), row[0]: rows[row[0]]} if has_row else data[table]
    return part


def leaves_names(path: tuple[str, ...], data: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Return whether a change at a path is of a number, a reason or a kind, and declares and uses no name."""
    *above, key = path
    shape, row = shape_at(tuple(above)), rows_at(before, *above)
    if not row or not (isinstance(shape, Record) or key in row):
        return False
    if isinstance(shape, Record) and key in NAMELESS:
        return True
    value = rows_at(data, *above).get(key)
    known = value.keys() <= {*ENDS, "scale", "note"} if isinstance(value, dict) else True
    return known and isinstance(inner(shape, key), Figure)


def fits(path: tuple[str, ...], data: Mapping[str, Any]) -> bool:
    """Return whether what stands at a path is a reason, or a number within the bounds of its field."""
    *above, key = path
    value, shape = rows_at(data, *above).get(key), shape_at(path)
    if isinstance(shape, Figure):
        return shape.bounds.admits(value)
    return key == REASON and isinstance(value, str)


def moves_amounts(path: tuple[str, ...], data: Mapping[str, Any]) -> bool:
    """Return whether a change at a path may change what an amount comes to.

    All numbers may but plain ones that are neither a quantity, nor a framework's, nor a factor of an amount.
    """
    *above, key = path
    if not isinstance(shape_at(path), Figure):
        return False
    apart = path[0] not in {"quantities", "frameworks"} and SIZES.isdisjoint(path)
    return not apart or isinstance(rows_at(data, *above).get(key), str)


def unreliable_after(problems: tuple[Problem, ...], before: Unreliable) -> Unreliable:
    """Return what is in doubt once the problems are known.

    A top-level map is, where it is missing, of the wrong type, or there under a misspelt name.
    """
    paths = before.paths | {problem.path for problem in problems}
    wrong = {str(path[0]) for path in paths if len(path) == 1}
    misspelt = {hint for _, hint in suggestions(problem for problem in problems if len(problem.path) == 1)}
    return Unreliable(paths, before.maps | wrong | misspelt)


def meaning_problems(
    data: Mapping[str, Any], products: Products, theories: Theories | None, unreliable: Unreliable
) -> tuple[Problem, ...]:
    """Return what data of the right types still gets wrong, apart from what is in doubt."""
    problems = (
        *id_problems(data),
        *scenario_problems(data, unreliable.maps),
        *reference_problems(data, theories, unreliable.maps),
        *amount_problems(data, products, theories),
    )
    return tuple(dict.fromkeys(still_new(problems, unreliable.paths)))


def amount_problems(
    data: Mapping[str, Any], products: Products, theories: Theories | None
) -> Iterator[Problem]:
    """Yield what is wrong with what the numbers of data come to."""
    quantities = quantities_of(data)
    yield from quantities.problems
    yield from factor_problems(data, quantities.estimates)
    yield from product_problems(data, products, quantities.estimates, theories)
