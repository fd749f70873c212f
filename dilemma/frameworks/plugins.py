"""Theories that other installed packages bring, by the entry-point group `dilemma.frameworks`.

Looking for them must cost nothing where there are none: the path is scanned for the group's name, and
only on a hit is the machinery of entry points imported.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework
from dilemma.frameworks.plugin_checks import Unfit, refuse_unfit

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Found", "fault", "found", "in_one_line"]

GROUP = "dilemma.frameworks"
LONGEST = 300  # characters of another package's message


class Found(NamedTuple):
    """The theories other packages bring, the package of each id, and a sentence for each that is refused."""

    theories: tuple[Framework, ...] = ()
    packages: Mapping[str, str] = {}
    broken: tuple[str, ...] = ()


@cache
def found() -> Found:
    """Return what installed packages bring; a broken one is a sentence that names its package.

    Whatever a package does when it is imported is held to be its fault, to leave Python included; only an
    interrupt is the user's.
    """
    if not any(_names_group(Path(place)) for place in sys.path):
        return Found()
    from importlib.metadata import entry_points

    theories: dict[str, Framework] = {}
    packages: dict[str, str] = {}
    broken: list[str] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (_package(entry), entry.name)):
        package, name = in_one_line(_package(entry)), in_one_line(entry.name)
        try:
            theory = _loaded(entry)
            _refuse_taken(theory.about.id, theories)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - another's code may raise anything; ours must go on
            told = f"the package {package} brings a framework '{name}' that cannot be used"
            broken.append(f"{told}: {fault(error)}")
        else:
            theories[theory.about.id], packages[theory.about.id] = theory, package
    return Found(tuple(theories.values()), packages, tuple(broken))


def fault(error: BaseException) -> str:
    """Return an error of another package on one line, by its type unless we raised it ourselves."""
    text = in_one_line(str(error))[:LONGEST]
    return text if isinstance(error, Unfit) else f"{type(error).__name__}: {text}".removesuffix(": ")


def in_one_line(text: str) -> str:
    """Return a text with an escape for each character that does not show itself."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _names_group(place: Path) -> bool:
    """Whether some distribution installed at a place of the path has entry points in our group."""
    files = place.glob("*.dist-info/entry_points.txt") if place.is_dir() else ()
    return any(f"[{GROUP}]" in file.read_text(encoding="utf-8", errors="replace") for file in files)


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "unknown"


def _loaded(entry: EntryPoint) -> Framework:
    """Return the entry's theory, made with its default settings if it is a class; Unfit if it is none."""
    brought = entry.load()
    theory: Framework = brought() if isinstance(brought, type) else brought
    refuse_unfit(theory)
    return theory


def _refuse_taken(id: str, theories: Mapping[str, Framework]) -> None:
    """Raise Unfit where an id is one of ours, or another package brings it already."""
    if any(id == framework.about.id for framework in CATALOGUE):
        raise Unfit(f"'{id}' is one of ours")
    if id in theories:
        raise Unfit(f"another brings '{id}' already")
