"""The registry of theories, by id: the catalogue, then the plug-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from dilemma.errors import BrokenFramework, UnknownName
from dilemma.frameworks import plugins
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, intervals
from dilemma.scenario import Theories

__all__ = ["answered", "broken_plugins", "every_framework", "framework_id", "frameworks_named", "theories"]

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

    A name is an id or a name that is shown. Raises UnknownName if it is not that of a framework.
    """
    wanted = [framework_id(name) for name in names]
    known = {framework.about.id: framework for framework in every_framework()}
    for name in wanted:
        if name not in known:
            raise UnknownName("framework", name, tuple(known), listed="`dilemma frameworks` lists them")
    return tuple(framework for id, framework in known.items() if id in wanted or not wanted)


def framework_id(name: str) -> str:
    """Return the id of the framework with a name that is shown; any other name unchanged.

    Capitals make no difference, and hyphens may stand for spaces: "Conduct in war", conduct-in-war.
    """
    return _ids_by_name().get(_plain(name), name)


@cache
def _ids_by_name() -> dict[str, str]:
    ids: dict[str, str] = {}
    for framework in every_framework():
        about = framework.about
        for shown in (about.short, about.name.partition(" (")[0], about.name):
            if shown:
                ids[_plain(shown)] = about.id
    return ids | {framework.about.id: framework.about.id for framework in every_framework()}


def _plain(name: str) -> str:
    return "-".join(name.casefold().replace("'", "").replace("-", " ").split())


def answered(
    names: Iterable[str], ask: Callable[[tuple[Framework, ...]], T], say: Callable[[str], None]
) -> T:
    """Return the result of `ask` on the named frameworks, or on all if none is named.

    If a plug-in fails, `say` gets a message, and `ask` is called again without it. Raises BrokenFramework if
    the plug-in was named.
    """
    named = tuple(names)
    frameworks = frameworks_named(named)
    while True:
        try:
            return ask(frameworks)
        except BrokenFramework as broken:
            if broken.id in named:
                raise
            say(f"{broken}: it is left out")
            frameworks = tuple(framework for framework in frameworks if framework.about.id != broken.id)
