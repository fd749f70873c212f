"""A view of a document: a perspective and then flags applied to the file, and the result validated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dilemma.errors import MOST_SHOWN, BadSetting
from dilemma.scenario.addresses.assignment import put, require_listed, target_path
from dilemma.scenario.addresses.entries import new_values
from dilemma.scenario.addresses.names import perspective_id
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import figure, shortened, some
from dilemma.scenario.problem import Problem, address_of
from dilemma.scenario.syntax.from_python import frozen, problems_of_data
from dilemma.scenario.validation.perspectives import setting_at_fault
from dilemma.scenario.validation.suggestions import allowed_names, suggestions
from dilemma.scenario.validation.validate import validate

__all__ = ["View", "value_at", "view"]

NOTHING: Mapping[str, object] = MappingProxyType({})


class View(NamedTuple):
    """A scenario at given settings, and what they changed.

    `changed` maps each address that differs from the file to its new value, in plain data; `flags` maps the
    addresses that were set in addition to the perspective to their values.
    """

    document: Document
    scenario: Scenario
    perspective: str | None
    changed: Mapping[str, Any]
    flags: Mapping[str, Any]

    def __repr__(self) -> str:
        by = f" by {self.perspective}" if self.perspective else ""
        return f"<View of {self.document.id}{by}: {len(self.changed)} values differ from the file>"


def view(document: Document, perspective: str | None = None, changes: Mapping[str, object] = NOTHING) -> View:
    """Return the document with a perspective and then the changes (address -> new value) applied.

    The perspective is given by its id or its name. Raises UnknownName for an address or perspective that
    does not exist, BadSetting for a value that is not valid at its address.
    """
    if perspective is not None:
        perspective = perspective_id(document.scenario, perspective)
    asked = settings_of(document, perspective)
    data, assigned = with_settings(document, document.data, asked)
    data, flagged = with_settings(document, data, changes)
    for path in flagged:
        assigned = {old: value for old, value in assigned.items() if old[: len(path)] != path}
    assigned |= flagged
    if not assigned:
        return View(document, document.scenario, perspective, NOTHING, NOTHING)
    validation = validate(data, document.theories)
    scenario = validation.scenario
    if scenario is None or validation.problems:
        raise BadSetting("\n".join(reasons(validation.problems, flagged)))
    changed = {
        address_of(path): plain_data(value)
        for path, value in assigned.items()
        if value_at(scenario, path) != value_at(document.scenario, path)
    }
    flags = {address_of(path): plain_data(value) for path, value in flagged.items()}
    return View(document, scenario, perspective, MappingProxyType(changed), MappingProxyType(flags))


def settings_of(document: Document, perspective: str | None) -> Mapping[str, Any]:
    """Return the new values of a perspective, by its id; none without a perspective."""
    return NOTHING if perspective is None else new_values(document.scenario.perspectives[perspective])


ValuesByPath = dict[tuple[str, ...], Any]
"""New values by path, in the order of assignment."""


def with_settings(
    document: Document, data: Mapping[str, Any], settings: Mapping[str, object]
) -> tuple[Mapping[str, Any], ValuesByPath]:
    """Return the data with one group of settings applied, and the new values by path."""
    before, assigned = data, ValuesByPath()
    for address, raw in settings.items():
        for problem in problems_of_data(raw):
            raise BadSetting(f"{address}: {problem.message}")
        value = frozen(raw)
        path = target_path(address, value, data, document.theories)
        data = put(data, path, value)
        assigned.pop(path, None)
        assigned[path] = value
    for path in assigned:
        require_listed(path, before, assigned.keys())
    return data, assigned


def reasons(problems: tuple[Problem, ...], flagged: ValuesByPath) -> list[str]:
    """Return a message for each problem, with the setting that causes it, or with all settings.

    Of more than MOST_SHOWN the last says how many are left out.
    """
    told, more = problems[:MOST_SHOWN], len(problems) - MOST_SHOWN
    return [*told_problems(told, flagged), *([f"and {more:,} more"] if more > 0 else [])]


def told_problems(problems: tuple[Problem, ...], flagged: ValuesByPath) -> Iterator[str]:
    """Yield a message for each problem, as `reasons` returns them."""
    paths = {address_of(path): path for path in flagged}
    settings = {
        address: shortened(f"{address}={as_argument(flagged[path])}") for address, path in paths.items()
    }
    hints = dict(suggestions(problems))
    for problem in problems:
        hint = hints.get(problem)
        meant = f"; did you mean '{hint}'?" if hint else allowed_names(problem)
        told = problem.message + meant
        address = setting_at_fault(problem, paths)
        if address is None:
            makes = f"makes {address_of(problem.path)} wrong"
            yield f"{some(settings.values())}: {makes}: {told}"
        else:
            below = address_of(problem.path[len(paths[address]) :])
            message = f"{below}: {told}" if below else told
            yield f"{settings[address]}: {message}"


def value_at(scenario: Scenario, path: tuple[str, ...]) -> Any:
    """Return the value at a path of the scenario, defaults included; None if there is none."""
    here: Any = scenario
    for step in path:
        here = here.get(step) if isinstance(here, Mapping) else getattr(here, step, None)
    return here


def plain_data(value: Any) -> Any:
    """Return a new value in plain data: numbers as floats, lists as lists."""
    if isinstance(value, Mapping):
        return {key: plain_data(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [plain_data(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def as_argument(value: Any) -> str:
    """Return a value as text for an argument, as after `=`."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figure(value)
    import json

    return json.dumps(plain_data(value), ensure_ascii=False)
