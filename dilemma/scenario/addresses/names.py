"""Lookup of ids by what people write for an entry: its id, its name as shown, or the letter of an option."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from dilemma.errors import BadSetting, UnknownName
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import any_of

__all__ = [
    "NamesById",
    "ids_meant",
    "is_perspective",
    "letters",
    "names_in",
    "option_id",
    "perspective_id",
    "slug",
    "the_id",
]

NamesById = Mapping[str, Iterable[str]]
"""The further names of each id. A name need not be of one id alone."""

APOSTROPHES = re.compile("['’]")
BETWEEN_WORDS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """Return the words of a name joined by hyphens, in lower case: `conduct-in-war` for `Conduct in war`."""
    return BETWEEN_WORDS.sub("-", APOSTROPHES.sub("", name.casefold())).strip("-")


def ids_meant(name: str, known: NamesById) -> tuple[str, ...]:
    """Return the ids that a name may mean, none if it means none.

    The id itself goes first, then a name of exactly this spelling, then an id and last a name of this slug.
    """
    if name in known:
        return (name,)
    wanted = slug(name)
    if not wanted:
        return ()
    found = tuple(id for id, names in known.items() if name in names)
    if not found and wanted in known:
        return (wanted,)
    return found or tuple(id for id, names in known.items() if wanted in map(slug, names))


def the_id(
    what: str,
    name: str,
    known: NamesById,
    *,
    listed: str | tuple[str, ...] = "",
    rows: Iterable[tuple[str, ...]] = (),
) -> str:
    """Return the one id that a name means.

    Raises UnknownName, with `listed` and `rows`, if it means none; BadSetting if it may mean several.
    """
    found = ids_meant(name, known)
    if len(found) > 1:
        raise BadSetting(f"the {what} '{name}' may be {any_of(found)}; write one of these ids")
    if not found:
        every = (*known, *(called for names in known.values() for called in names))
        raise UnknownName(what, name, every, listed=listed, rows=rows)
    return found[0]


def letters(options: Iterable[str]) -> dict[str, str]:
    """Return a letter for each option, in the order of the file; a number for those after Z."""
    return {
        id: ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)
        for place, id in enumerate(options)
    }


def option_id(scenario: Scenario, name: str) -> str:
    """Return the id of the option with this id, letter or name.

    Raises UnknownName, with the options there are, if there is none; BadSetting if there are several.
    """
    by_letter = letters(scenario.options)
    known = {id: (by_letter[id], option.name or id) for id, option in scenario.options.items()}
    return the_id("option", name, known, rows=((names[0], id, names[1]) for id, names in known.items()))


def perspective_id(scenario: Scenario, name: str) -> str:
    """Return the id of the perspective with this id or name.

    Raises UnknownName, with the perspectives there are, if there is none; BadSetting if there are several.
    """
    if not scenario.perspectives:
        raise UnknownName("perspective", name, aside="the file has none")
    known = perspective_names(scenario)
    return the_id("perspective", name, known, rows=((id, *names) for id, names in known.items()))


def is_perspective(scenario: Scenario, name: str) -> bool:
    """Return whether a name is the id or the name of a perspective, of one or several."""
    return bool(ids_meant(name, perspective_names(scenario)))


def perspective_names(scenario: Scenario) -> NamesById:
    """Return the name of each perspective."""
    return {id: (perspective.name or id,) for id, perspective in scenario.perspectives.items()}


def names_in(scenario: Scenario, tables: Iterable[str]) -> NamesById:
    """Return the names of the entries in some maps of the file; of a belief without a name, its claim."""
    return {
        id: tuple(filter(None, (entry.name, getattr(entry, "claim", None))))
        for table in tables
        for id, entry in getattr(scenario, table).items()
    }
