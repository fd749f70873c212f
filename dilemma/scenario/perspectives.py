"""Perspectives, checked when the file is read: each applied to the file, and the result judged as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.errors import BadSetting, DilemmaError, UnknownName
from dilemma.scenario.checking import Judged, changes_judged
from dilemma.scenario.problem import Path, Problem, address_of
from dilemma.scenario.references import Theories
from dilemma.scenario.setting import place_of, put, require_listed
from dilemma.scenario.walking import rows_at

__all__ = ["perspective_problems", "setting_at_fault"]


def perspective_problems(
    data: Mapping[str, Any], theories: Theories | None, file: Judged
) -> Iterator[Problem]:
    """Yield what is wrong with what each perspective sets, apart from what is wrong with the file itself."""
    for name in rows_at(data, "perspectives"):
        settings = rows_at(data, "perspectives", name, "set")
        if settings:
            yield from problems_of_one(("perspectives", name, "set"), settings, data, theories, file)


def problems_of_one(
    where: Path, settings: Mapping[str, Any], data: Mapping[str, Any], theories: Theories | None, file: Judged
) -> Iterator[Problem]:
    """Yield what is wrong with one perspective's settings."""
    paths: dict[str, tuple[str, ...]] = {}
    changed = data
    for address, value in settings.items():
        try:
            paths[address] = place_of(address, value, changed, theories)
        except DilemmaError as error:
            if address.partition(".")[0] not in file.doubts.maps:
                yield misplaced((*where, address), address, error)
        else:
            changed = put(changed, paths[address], value)
    unlisted = tuple(unlisted_problems(where, paths, data))
    yield from unlisted
    for problem in () if unlisted else changes_judged(changed, paths.values(), theories, file.doubts):
        if problem not in file.problems:
            yield moved(problem, where, paths)


def misplaced(path: Path, address: str, error: DilemmaError) -> Problem:
    """Return the problem of an address where nothing can be set."""
    if not isinstance(error, UnknownName):
        return Problem(path, "address", str(error), "key")
    known = (error.suggestion,) if error.suggestion else ()
    return Problem(path, "unknown-address", f"no address '{address}'", "key", address, known)


def unlisted_problems(
    where: Path, paths: Mapping[str, tuple[str, ...]], data: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield the settings inside rows that their options do not list."""
    together = set(paths.values())
    for address, path in paths.items():
        try:
            require_listed(path, data, together)
        except BadSetting as error:
            yield Problem((*where, address), "unlisted", str(error), "key")


def moved(problem: Problem, where: Path, paths: Mapping[str, tuple[str, ...]]) -> Problem:
    """Return the problem at the setting that makes it, or at `set` where no one does alone."""
    address = setting_at_fault(problem, paths)
    if address is None:
        message = f"makes {address_of(problem.path)} wrong: {problem.message}"
        return problem._replace(path=where, message=message, at="key")
    below = problem.path[len(paths[address]) :]
    return problem._replace(path=(*where, address, *below), at=problem.at if below else "value")


def setting_at_fault(problem: Problem, paths: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the last address that reaches the problem's place, or leads into it; None where none does."""
    at_fault = None
    for address, path in paths.items():
        shared = min(len(path), len(problem.path))
        if path[:shared] == problem.path[:shared]:
            at_fault = address
    return at_fault
