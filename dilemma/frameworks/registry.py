"""The theories there are: the catalogue, and after it those that other packages bring.

They are looked up by id.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dilemma.errors import UnknownName
from dilemma.frameworks import plugins
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, intervals
from dilemma.scenario import Theories

__all__ = ["broken_plugins", "every_framework", "frameworks_named", "theories"]


@cache
def every_framework() -> tuple[Framework, ...]:
    """Return the catalogue, and after it what other packages bring under ids that it does not hold."""
    ours = {framework.about.id for framework in CATALOGUE}
    return (*CATALOGUE, *(theory for theory in plugins.found().theories if theory.about.id not in ours))


def broken_plugins() -> tuple[str, ...]:
    """Return a sentence for each framework of another package that cannot be used."""
    ours = {framework.about.id for framework in CATALOGUE}
    taken = (theory.about.id for theory in plugins.found().theories if theory.about.id in ours)
    return (
        *plugins.found().broken,
        *(f"a package brings a framework '{id}', which is one of ours" for id in taken),
    )


@cache
def theories() -> Theories:
    """Return every framework's settings with their intervals: what a file's `frameworks` may hold."""
    return {
        framework.about.id: {
            name: (interval.low, interval.high, interval.above_low)
            for name, interval in intervals(framework).items()
        }
        for framework in every_framework()
    }


def frameworks_named(names: Iterable[str]) -> tuple[Framework, ...]:
    """Return the named frameworks in catalogue order; all of them where none is named."""
    wanted = list(names)
    known = {framework.about.id: framework for framework in every_framework()}
    for name in wanted:
        if name not in known:
            raise UnknownName("framework", name, tuple(known), listed="`dilemma frameworks` lists them")
    return tuple(framework for id, framework in known.items() if id in wanted or not wanted)
