"""Plug-ins: theories of other installed packages, from the entry-point group `dilemma.frameworks`.

To save start-up time, `sys.path` is first scanned for the name of the group; `importlib.metadata` is
imported only if it occurs.
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

__all__ = ["GROUP", "Plugins", "fault", "in_one_line", "installed"]

GROUP = "dilemma.frameworks"
LONGEST = 300  # characters of another package's message


class Plugins(NamedTuple):
    """The theories of other packages, the package of each id, and a message for each refused theory."""

    theories: tuple[Framework, ...] = ()
    packages: Mapping[str, str] = {}
    broken: tuple[str, ...] = ()


@cache
def installed() -> Plugins:
    """Return the theories of installed packages; one that cannot be used becomes a message with its package.

    Any exception at import, SystemExit included, counts as a fault of the package; only KeyboardInterrupt is
    raised.
    """
    if not any(_names_group(Path(place)) for place in sys.path):
        return Plugins()
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
            problem = f"the package {package} brings a theory '{name}' that cannot be used"
            broken.append(f"{problem}: {fault(error)}")
        else:
            theories[theory.about.id], packages[theory.about.id] = theory, package
    return Plugins(tuple(theories.values()), packages, tuple(broken))


def fault(error: BaseException) -> str:
    """Return the error of a plug-in on one line, with its type unless it is our Unfit."""
    text = in_one_line(str(error))[:LONGEST]
    return text if isinstance(error, Unfit) else f"{type(error).__name__}: {text}".removesuffix(": ")


def in_one_line(text: str) -> str:
    """Return a text with each unprintable character escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _names_group(place: Path) -> bool:
    """Whether a distribution in this folder of `sys.path` has entry points in our group."""
    files = place.glob("*.dist-info/entry_points.txt") if place.is_dir() else ()
    return any(f"[{GROUP}]" in file.read_text(encoding="utf-8", errors="replace") for file in files)


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "unknown"


def _loaded(entry: EntryPoint) -> Framework:
    """Load a theory, with default settings if the entry point is a class; raise Unfit if it is none."""
    loaded = entry.load()
    theory: Framework = loaded() if isinstance(loaded, type) else loaded
    refuse_unfit(theory)
    return theory


def _refuse_taken(id: str, theories: Mapping[str, Framework]) -> None:
    """Raise Unfit if the catalogue or another package already has a theory of this id."""
    if any(id == framework.about.id for framework in CATALOGUE):
        raise Unfit(f"'{id}' is one of ours")
    if id in theories:
        raise Unfit(f"another brings '{id}' already")
