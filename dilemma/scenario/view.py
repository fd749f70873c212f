"""A document as someone sees it: the file, then a perspective, then flags; judged again as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dilemma.errors import BadSetting, UnknownName
from dilemma.scenario.addresses.assignment import place_of, put, require_listed
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import figure
from dilemma.scenario.problem import Problem, address_of
from dilemma.scenario.syntax.from_python import frozen, strange
from dilemma.scenario.validation.perspectives import setting_at_fault
from dilemma.scenario.validation.validate import judged

__all__ = ["View", "found", "view"]

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
    data, settled = with_settings(document, document.data, asked)
    data, flagged = with_settings(document, data, changes)
    for path in flagged:
        settled = {old: value for old, value in settled.items() if old[: len(path)] != path}
    settled |= flagged
    if not settled:
        return View(document, document.scenario, perspective, NOTHING, NOTHING)
    stated = judged(data, document.theories)
    scenario = stated.scenario
    if scenario is None or stated.problems:
        raise BadSetting("\n".join(reasons(stated.problems, flagged)))
    changed = {
        address_of(path): told(value)
        for path, value in settled.items()
        if found(scenario, path) != found(document.scenario, path)
    }
    flags = {address_of(path): told(value) for path, value in flagged.items()}
    return View(document, scenario, perspective, MappingProxyType(changed), MappingProxyType(flags))


def settings_of(document: Document, perspective: str | None) -> Mapping[str, Any]:
    """Return what a perspective sets; raise UnknownName where the file has none of that id."""
    if perspective is None:
        return NOTHING
    known = document.scenario.perspectives
    if perspective not in known:
        raise UnknownName("perspective", perspective, tuple(known))
    return known[perspective].set


Settled = dict[tuple[str, ...], Any]
"""Values by the path they were put at, in the order they came."""


def with_settings(
    document: Document, data: Mapping[str, Any], settings: Mapping[str, object]
) -> tuple[Mapping[str, Any], Settled]:
    """Return the data with one group of settings put in place, and what was put where."""
    before, settled = data, Settled()
    for address, given in settings.items():
        for problem in strange(given):
            raise BadSetting(f"{address}: {problem.message}")
        value = frozen(given)
        path = place_of(address, value, data, document.theories)
        data = put(data, path, value)
        settled.pop(path, None)
        settled[path] = value
    for path in settled:
        require_listed(path, before, settled.keys())
    return data, settled


def reasons(problems: tuple[Problem, ...], flagged: Settled) -> list[str]:
    """Return what is wrong with the result, each by the setting that makes it so, or by all of them."""
    paths = {address_of(path): path for path in flagged}
    settings = {address: f"{address}={shown(flagged[path])}" for address, path in paths.items()}
    said = []
    for problem in problems:
        address = setting_at_fault(problem, paths)
        if address is None:
            makes = f"makes {address_of(problem.path)} wrong"
            said.append(f"{', '.join(settings.values())}: {makes}: {problem.message}")
        else:
            below = address_of(problem.path[len(paths[address]) :])
            message = f"{below}: {problem.message}" if below else problem.message
            said.append(f"{settings[address]}: {message}")
    return said


def found(scenario: Scenario, path: tuple[str, ...]) -> Any:
    """Return what stands at a path of the scenario, defaults included; None where nothing does."""
    here: Any = scenario
    for step in path:
        here = here.get(step) if isinstance(here, Mapping) else getattr(here, step, None)
    return here


def told(value: Any) -> Any:
    """Return a new value in plain data: numbers as floats, lists as lists."""
    if isinstance(value, Mapping):
        return {key: told(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [told(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def shown(value: Any) -> str:
    """Return a value as it would be written after `=`."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figure(value)
    import json

    return json.dumps(told(value), ensure_ascii=False)
