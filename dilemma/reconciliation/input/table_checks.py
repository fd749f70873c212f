"""Validation of a table of verdicts: all problems, each with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dilemma.scenario.numbers import LARGEST
from dilemma.scenario.numbers.fractions import parse_credence
from dilemma.scenario.phrases import describe, figure
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.validation.rules import FEWEST_OPTIONS

__all__ = ["table_problems"]

MOST_OPTIONS = 20
MOST_THEORIES = 2_000
"""Methods compare every pair of options by every theory: some tens of seconds with 2,000 on six options."""

KEYS = ("options", "theories", "title", "note")
SAYING = ("choiceworthiness", "ranking", "permits")
THEORY_KEYS = ("name", "credence", "unit", *SAYING, "note")


def table_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of a table, in no fixed order."""
    yield from unknown_keys(data, (), KEYS)
    wrong = tuple(option_problems(data))
    yield from wrong
    options = () if wrong else data["options"]
    if not isinstance(data.get("title", ""), str):
        yield Problem(("title",), "type", f"should be text, not {describe(data['title'])}")
    rows = data.get("theories")
    if "theories" not in data:
        yield Problem(("theories",), "missing", "'theories' is required", "parent")
    elif not isinstance(rows, tuple) or not rows:
        yield Problem(("theories",), "type", f"should be a list of theories, not {described(rows)}")
    elif len(rows) > MOST_THEORIES:
        yield Problem(("theories",), "values", f"more than {MOST_THEORIES:,} theories", "key")
    else:
        for place, row in enumerate(rows):
            yield from theory_problems(("theories", place), row, options)
        yield from repeated_names(rows)
        yield from missing_credences(rows)


def described(value: object) -> str:
    """Return a description of a value; it says if a list or map is empty."""
    return f"an empty {describe(value).removeprefix('a ')}" if value in ((), {}) else describe(value)


def listed(value: object) -> Sequence[Any]:
    """Return the items of a list; none for any other value."""
    return value if isinstance(value, tuple) else ()


def unknown_keys(data: Mapping[str, Any], path: Path, known: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each unknown key."""
    for key in data:
        if key not in known:
            yield Problem((*path, key), "unknown-key", f"unknown key '{key}'", "key", key, known)


def option_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of the list of options."""
    options = data.get("options")
    if "options" not in data:
        yield Problem(("options",), "missing", "'options' is required", "parent")
        return
    if not isinstance(options, tuple):
        yield Problem(("options",), "type", f"should be a list of names, not {describe(options)}")
        return
    if len(options) < FEWEST_OPTIONS:
        yield Problem(("options",), "too-few", "a choice needs two options or more", "key")
    if len(options) > MOST_OPTIONS:
        yield Problem(("options",), "values", f"more than {MOST_OPTIONS} options", "key")
    yield from name_problems(("options",), options)


def name_problems(path: Path, names: Sequence[Any]) -> Iterator[Problem]:
    """Yield a problem for each item of a list that is not text, is empty, or is repeated."""
    seen: set[str] = set()
    for place, name in enumerate(names):
        if not isinstance(name, str):
            mend = "; put it in quotes" if isinstance(name, bool | int | float) else ""
            yield Problem((*path, place), "type", f"should be text, not {describe(name)}{mend}")
        elif not name.strip():
            yield Problem((*path, place), "type", "should be text, not empty")
        elif name in seen:
            yield Problem((*path, place), "repeated-id", f"'{name}' is there twice")
        else:
            seen.add(name)


def theory_problems(path: Path, row: Any, options: tuple[str, ...]) -> Iterator[Problem]:
    """Yield the problems of one theory."""
    if not isinstance(row, Mapping):
        yield Problem(path, "type", f"should be a map with a name, not {describe(row)}")
        return
    yield from unknown_keys(row, path, THEORY_KEYS)
    for key in ("name", "unit"):
        if key in row and (not isinstance(row[key], str) or not row[key].strip()):
            yield Problem((*path, key), "type", f"should be text, not {describe(row[key])}")
    if "name" not in row:
        yield Problem((*path, "name"), "missing", "'name' is required", "parent")
    yield from credence_problems((*path, "credence"), row)
    said = [key for key in SAYING if key in row]
    if len(said) != 1:
        wanted = "give one of choiceworthiness, ranking and permits"
        yield Problem(path, "missing" if not said else "choice", f"{wanted}, not {len(said) or 'none'}")
        return
    checks = {"choiceworthiness": score_problems, "ranking": ranking_problems, "permits": permit_problems}
    if options:  # else what names an option cannot be described
        yield from checks[said[0]]((*path, said[0]), row[said[0]], options)


def credence_problems(path: Path, row: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of a theory's credence."""
    if "credence" not in row:
        return
    given = row["credence"]
    due = "should be 0 or more, such as 0.35, 35% or 1/3"
    if isinstance(given, str):
        if parse_credence(given) is None:
            yield Problem(path, "credence", f"{due}, not {describe(given)}")
    elif isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= LARGEST:
        yield Problem(path, "credence", f"{due}, not {describe(given)}")


def score_problems(path: Path, scores: Any, options: tuple[str, ...]) -> Iterator[Problem]:
    """Yield the problems of a theory's number for each option."""
    if not isinstance(scores, Mapping):
        yield Problem(path, "type", f"should be a map from option to number, not {describe(scores)}")
        return
    for option, score in scores.items():
        if option not in options:
            yield unknown_option((*path, option), option, options, "key")
        elif isinstance(score, bool) or not isinstance(score, int | float):
            yield Problem((*path, option), "not-a-number", f"should be a number, not {describe(score)}")
        elif not abs(score) <= LARGEST:
            yield Problem((*path, option), "out-of-range", f"numbers beyond {figure(LARGEST)} are refused")
    if not set(scores) - set(options):
        yield from left_out(path, scores, options)


def ranking_problems(path: Path, tiers: Any, options: tuple[str, ...]) -> Iterator[Problem]:
    """Yield the problems of an order of tiers; a tier is one option, or a list of several."""
    if not isinstance(tiers, tuple):
        yield Problem(path, "type", f"should be a list from best to worst, not {describe(tiers)}")
        return
    places = [((*path, number), tier) for number, tier in enumerate(tiers) if not isinstance(tier, tuple)]
    places += [
        ((*path, number, place), option)
        for number, tier in enumerate(tiers)
        for place, option in enumerate(listed(tier))
    ]
    wrong = tuple(listed_option_problems(places, options))
    yield from wrong or left_out(path, [option for _, option in places], options)


def permit_problems(path: Path, permits: Any, options: tuple[str, ...]) -> Iterator[Problem]:
    """Yield the problems of a list of what is permitted; it may be empty."""
    if not isinstance(permits, tuple):
        yield Problem(path, "type", f"should be a list of options, not {describe(permits)}")
        return
    items = [((*path, place), option) for place, option in enumerate(permits)]
    yield from listed_option_problems(items, options)


def listed_option_problems(places: Sequence[tuple[Path, Any]], options: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each item that is not an option, or is repeated."""
    seen: set[str] = set()
    for path, option in places:
        if not isinstance(option, str):
            yield Problem(path, "type", f"should be an option, not {describe(option)}")
        elif option not in options:
            yield unknown_option(path, option, options, "value")
        elif option in seen:
            yield Problem(path, "repeated-id", f"'{option}' is there twice")
        else:
            seen.add(option)


def unknown_option(path: Path, option: str, options: tuple[str, ...], at: Any) -> Problem:
    """Return the problem of a name that is not an option."""
    return Problem(path, "unknown-id", f"no option '{option}'", at, option, options)


def left_out(path: Path, said: Any, options: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem if options are missing."""
    missing = [option for option in options if option not in said]
    if missing:
        yield Problem(path, "missing", f"says nothing of {', '.join(repr(o) for o in missing)}", "key")


def repeated_names(rows: Sequence[Any]) -> Iterator[Problem]:
    """Yield a problem for each theory whose name is repeated."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        name = row.get("name") if isinstance(row, Mapping) else None
        if isinstance(name, str):
            if name in seen:
                yield Problem(("theories", place, "name"), "repeated-id", f"'{name}' is there twice")
            seen.add(name)


def missing_credences(rows: Sequence[Any]) -> Iterator[Problem]:
    """Yield a problem for each theory without a credence, if others have one."""
    stated = [isinstance(row, Mapping) and "credence" in row for row in rows]
    if not any(stated):
        return
    for place, has in enumerate(stated):
        if not has:
            message = "'credence' is missing, while others have one: give every theory one, or none"
            yield Problem(("theories", place, "credence"), "missing", message, "parent")
