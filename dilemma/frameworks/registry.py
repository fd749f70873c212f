"""The registry of theories, by id: the catalogue, then the plug-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TypeVar

from dilemma.errors import BrokenFramework, Named
from dilemma.frameworks import plugins
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, intervals
from dilemma.scenario import Theories
from dilemma.scenario.addresses.names import ids_meant, the_id

__all__ = [
    "answered",
    "broken_plugins",
    "every_framework",
    "framework_id",
    "frameworks_named",
    "is_framework",
    "theories",
]

T = TypeVar("T")


@cache
def every_framework() -> tuple[Framework, ...]:
    """Return all theories: the catalogue, then the plug-ins."""
    return (*CATALOGUE, *plugins.installed().theories)


def broken_plugins() -> tuple[str, ...]:
    """Return a message for each framework of a plug-in that cannot be used."""
    return plugins.installed().broken


@cache
def theories() -> Theories:
    """Return the settings of every framework, each as (low, high, whether above low).

    This is what a file's `frameworks` may hold.
    """
    return {
        framework.about.id: {
            name: (interval.low, interval.high, interval.above_low)
            for name, interval in intervals(framework).items()
        }
        for framework in every_framework()
    }


def frameworks_named(names: Iterable[str]) -> tuple[Framework, ...]:
    """Return the named frameworks in catalogue order, or all if none is named.

    A name is an id or a name that is shown. Raises UnknownName if it is not that of a framework, BadSetting
    if it may be that of several.
    """
    listed = (Named("dilemma.CATALOGUE"), " lists them")
    wanted = {the_id("theory", name, _names_by_id(), listed=listed) for name in names}
    return tuple(one for one in every_framework() if one.about.id in wanted or not wanted)


def framework_id(name: str) -> str:
    """Return the id of the framework with a name that is shown; any other name unchanged.

    Capitals make no difference, and hyphens may stand for spaces: "Conduct in war", conduct-in-war.
    """
    found = ids_meant(name, _names_by_id())
    return found[0] if len(found) == 1 else name


def is_framework(name: str) -> bool:
    """Return whether a name is an id or a name that is shown, of one framework or several."""
    return bool(ids_meant(name, _names_by_id()))


@cache
def _names_by_id() -> Mapping[str, tuple[str, ...]]:
    abouts = [framework.about for framework in every_framework()]
    return {about.id: (about.short_name, about.name.partition(" (")[0], about.name) for about in abouts}


def answered(
    names: Iterable[str], ask: Callable[[tuple[Framework, ...]], T], say: Callable[[str], None]
) -> T:
    """Return the result of `ask` on the named frameworks, or on all if none is named.

    If a plug-in fails, `say` gets a message, and `ask` is called again without it. Raises BrokenFramework if
    the plug-in was named.
    """
    named = tuple(map(framework_id, names))
    frameworks = frameworks_named(named)
    while True:
        try:
            return ask(frameworks)
        except BrokenFramework as broken:
            if broken.id in named:
                raise
            say(f"{broken}: it is left out")
            frameworks = tuple(framework for framework in frameworks if framework.about.id != broken.id)
