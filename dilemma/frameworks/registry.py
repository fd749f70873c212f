"""The theories there are: the catalogue, and after it those that other packages bring.

They are looked up by id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from dilemma.errors import BrokenFramework, UnknownName
from dilemma.frameworks import plugins
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, intervals
from dilemma.scenario import Theories

__all__ = ["answered", "broken_plugins", "every_framework", "frameworks_named", "theories"]

T = TypeVar("T")


@cache
def every_framework() -> tuple[Framework, ...]:
    """Return the catalogue, and after it what other packages bring."""
    return (*CATALOGUE, *plugins.found().theories)


def broken_plugins() -> tuple[str, ...]:
    """Return a sentence for each framework of another package that cannot be used."""
    return plugins.found().broken


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


def answered(
    names: Iterable[str], ask: Callable[[tuple[Framework, ...]], T], say: Callable[[str], None]
) -> T:
    """Return what `ask` makes of the named frameworks, or of all where none is named.

    One of another package that fails is left out, which is said, and the others are asked again. One that
    was named raises BrokenFramework.
    """
    named = tuple(names)
    asked = frameworks_named(named)
    while True:
        try:
            return ask(asked)
        except BrokenFramework as broken:
            if broken.id in named:
                raise
            say(f"{broken}: it is left out")
            asked = tuple(framework for framework in asked if framework.about.id != broken.id)
