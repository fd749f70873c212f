"""Theories that other installed packages bring, by the entry-point group `dilemma.frameworks`.

Looking for them must cost nothing where there are none: the path is scanned for the group's name, and
only on a hit is the machinery of entry points imported.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dilemma.frameworks.framework import About, Framework

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Found", "found"]

GROUP = "dilemma.frameworks"


class Found(NamedTuple):
    """The theories other packages bring, and a sentence for each that cannot be used."""

    theories: tuple[Framework, ...] = ()
    broken: tuple[str, ...] = ()


@cache
def found() -> Found:
    """Return what installed packages bring; a broken one is a sentence that names its package."""
    if not any(_names_group(Path(place)) for place in sys.path):
        return Found()
    from importlib.metadata import entry_points

    theories: dict[str, Framework] = {}
    broken: list[str] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (_package(entry), entry.name)):
        told = f"the package {_package(entry)} brings a framework '{entry.name}' that cannot be used"
        try:
            theory = _loaded(entry)
        except Exception as error:  # noqa: BLE001 - another's code may raise anything; ours must go on
            broken.append(f"{told}: {type(error).__name__}: {error}")
        else:
            if theory.about.id in theories:
                broken.append(f"{told}: another brings '{theory.about.id}' already")
            else:
                theories[theory.about.id] = theory
    return Found(tuple(theories.values()), tuple(broken))


def _names_group(place: Path) -> bool:
    """Whether some distribution installed at a place of the path has entry points in our group."""
    files = place.glob("*.dist-info/entry_points.txt") if place.is_dir() else ()
    return any(f"[{GROUP}]" in file.read_text(encoding="utf-8", errors="replace") for file in files)


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "unknown"


def _loaded(entry: EntryPoint) -> Framework:
    """Return the entry's theory, made with its default settings if it is a class."""
    brought = entry.load()
    theory: Framework = brought() if isinstance(brought, type) else brought
    if not isinstance(getattr(theory, "about", None), About):
        raise TypeError("it has no `about`")
    for verb in ("needs", "judge"):
        if not callable(getattr(theory, verb, None)):
            raise TypeError(f"it has no `{verb}`")
    return theory
