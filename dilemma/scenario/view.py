"""A document as someone sees it: the file, then a perspective, then flags; judged again as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dilemma.errors import BadSetting, UnknownName
from dilemma.scenario.addresses.assignment import put, require_listed, target_path
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import figure
from dilemma.scenario.problem import Problem, address_of
from dilemma.scenario.syntax.from_python import frozen, problems_of_data
from dilemma.scenario.validation.perspectives import setting_at_fault
from dilemma.scenario.validation.validate import validate

__all__ = ["View", "value_at", "view"]

NOTHING: Mapping[str, object] = MappingProxyType({})


class View(NamedTuple):
    """The scenario in force, and what it took to get there.

    `changed` maps each address that differs from the file to its new value, in plain data; `flags` maps what
    was set beside the perspective.
    """

    document: Document
    scenario: Scenario
    perspective: str | None
    changed: Mapping[str, Any]
    flags: Mapping[str, Any]


def view(document: Document, perspective: str | None = None, changes: Mapping[str, object] = NOTHING) -> View:
    """Return the document as the perspective, then the changes (address -> new value), leave it.

    Raises UnknownName for an address or perspective that is not there, BadSetting for a value that cannot
    stand where it is put.
    """
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
    """Return what a perspective sets; raise UnknownName where the file has none of that id."""
    if perspective is None:
        return NOTHING
    known = document.scenario.perspectives
    if perspective not in known:
        raise UnknownName("perspective", perspective, tuple(known))
    return known[perspective].set


ValuesByPath = dict[tuple[str, ...], Any]
"""Values by the path they were put at, in the order they came."""


def with_settings(
    document: Document, data: Mapping[str, Any], settings: Mapping[str, object]
) -> tuple[Mapping[str, Any], ValuesByPath]:
    """Return the data with one group of settings put in place, and what was put where."""
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
    """Return what is wrong with the result, each by the setting that makes it so, or by all of them."""
    paths = {address_of(path): path for path in flagged}
    settings = {address: f"{address}={as_argument(flagged[path])}" for address, path in paths.items()}
    messages = []
    for problem in problems:
        address = setting_at_fault(problem, paths)
        if address is None:
            makes = f"makes {address_of(problem.path)} wrong"
            messages.append(f"{', '.join(settings.values())}: {makes}: {problem.message}")
        else:
            below = address_of(problem.path[len(paths[address]) :])
            message = f"{below}: {problem.message}" if below else problem.message
            messages.append(f"{settings[address]}: {message}")
    return messages


def value_at(scenario: Scenario, path: tuple[str, ...]) -> Any:
    """Return what stands at a path of the scenario, defaults included; None where nothing does."""
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
    """Return a value as it would be written after `=`."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figure(value)
    import json

    return json.dumps(plain_data(value), ensure_ascii=False)
