"""Validation of perspectives: each is applied to the file's data, and the result is validated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.errors import BadSetting, UnknownName, repeated
from dilemma.scenario.addresses.assignment import put, require_listed, target_path
from dilemma.scenario.addresses.entries import FIELDS, has_reason, is_entry, value_of
from dilemma.scenario.addresses.lookup import MAIN_NUMBER, unknown_address
from dilemma.scenario.addresses.traversal import rows_at, size
from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Path, Problem, address_of
from dilemma.scenario.structure.shapes import Theories
from dilemma.scenario.syntax.reader import MOST_VALUES
from dilemma.scenario.validation.validate import Validation, validate_changes

__all__ = ["perspective_problems", "setting_at_fault"]

BELOW_A_TABLE = 2  # steps of a path to an entry of a table

MOST_WORK = 2_000_000
"""The most perspectives times values, since each is validated with the rest of the file: some seconds."""


def perspective_problems(
    data: Mapping[str, Any], theories: Theories | None, file: Validation
) -> Iterator[Problem]:
    """Yield the problems of each perspective's settings, without those of the file itself."""
    views = rows_at(data, "perspectives")
    rest = {key: value for key, value in data.items() if key != "perspectives"}
    if len(views) * MOST_VALUES > MOST_WORK and len(views) * size(rest) > MOST_WORK:
        yield Problem(("perspectives",), "values", "too many perspectives for a file of this length", "key")
        return
    for name in views:
        settings = rows_at(views, name, "set")
        if settings:
            yield from problems_of_perspective(("perspectives", name, "set"), settings, rest, theories, file)


def problems_of_perspective(
    where: Path,
    settings: Mapping[str, Any],
    data: Mapping[str, Any],
    theories: Theories | None,
    file: Validation,
) -> Iterator[Problem]:
    """Yield the problems of one perspective's settings."""
    paths: dict[str, tuple[str, ...]] = {}
    changed = data
    for address, raw in settings.items():
        value = value_of(address, raw)
        yield from reason_problems((*where, address), address, raw)
        if is_entry(address, raw) and not has_reason(address, raw):
            continue
        try:
            paths[address] = target_path(address, value, changed, theories)
        except UnknownName as error:
            if address.partition(".")[0] not in file.unreliable.maps:
                known = (error.suggestion,) if error.suggestion else ()
                message = unknown_address(error)
                yield Problem((*where, address), "unknown-address", message, "key", address, known)
        except BadSetting as error:
            yield Problem((*where, address), "unknown-address", str(error), "key", address)
        else:
            changed = put(changed, paths[address], value)
    unlisted = tuple(unlisted_problems(where, paths, data))
    yield from unlisted
    if unlisted:
        return
    changes = validate_changes(changed, paths.values(), data, theories, file)
    found = [at_setting(one, where, paths, settings) for one in changes if one not in file.problems]
    table = next((one for one in paths if len(paths[one]) == 1 and isinstance(settings[one], Mapping)), None)
    if table is not None and any(one.path == where for one in found):
        yield whole_table(where, table, settings[table])
    else:
        yield from found


def whole_table(where: Path, table: str, value: Any) -> Problem:
    """Return the problem of a map that was meant to set some entries of a table and replaces it whole."""
    address = table
    while isinstance(value, Mapping) and value:
        step, value = next(iter(value.items()))
        address += f".{step}"
    message = f"stands instead of all {table} of the file; write an address in one, such as '{address}'"
    return Problem((*where, table), "whole-table", message, "key")


def reason_problems(where: Path, address: str, raw: Any) -> Iterator[Problem]:
    """Yield the problems of the reason and the sources that an entry gives for its value."""
    if not is_entry(address, raw):
        return
    for key in raw.keys() - set(FIELDS):
        yield Problem((*where, key), "unknown-key", f"unknown key '{repeated(key)}'", "key", key, FIELDS)
    because, sources = raw.get("because"), raw.get("sources", ())
    if not isinstance(because, str | None):
        yield Problem((*where, "because"), "type", f"should be text, not {describe(because)}")
    if not isinstance(sources, tuple) or not all(isinstance(source, str) for source in sources):
        message = f"should be a list of ids, not {describe(sources)}"
        yield Problem((*where, "sources"), "type", message)


def unlisted_problems(
    where: Path, paths: Mapping[str, tuple[str, ...]], data: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield a problem for each setting inside a row that its option does not list."""
    together = set(paths.values())
    for address, path in paths.items():
        try:
            require_listed(path, data, together)
        except BadSetting as error:
            yield Problem((*where, address), "unlisted", str(error), "key")


def at_setting(
    problem: Problem, where: Path, paths: Mapping[str, tuple[str, ...]], settings: Mapping[str, Any]
) -> Problem:
    """Return the problem at the path of the setting that causes it, or of `set` if no single one does."""
    address = setting_at_fault(problem, paths)
    if address is None:
        message = f"makes {address_of(problem.path)} wrong: {problem.message}"
        return problem._replace(path=where, message=message, at="key")
    below = problem.path[len(paths[address]) :]
    inside = ("value",) if has_reason(address, settings[address]) else ()
    field = MAIN_NUMBER.get(paths[address][0]) if len(paths[address]) == BELOW_A_TABLE else None
    if problem.code == "type" and field and not below:
        message = f"{problem.message}; for its number write '{address}.{field}'"
        problem = problem._replace(message=message)
    return problem._replace(path=(*where, address, *inside, *below), at=problem.at if below else "value")


def setting_at_fault(problem: Problem, paths: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the last address above, at or below the problem's path; None if there is none."""
    at_fault = None
    for address, path in paths.items():
        shared = min(len(path), len(problem.path))
        if path[:shared] == problem.path[:shared]:
            at_fault = address
    return at_fault
