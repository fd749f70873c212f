"""Maps of each theory's choice over two dials, with all other numbers unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from dilemma.errors import BadSetting, Named, UnknownName
from dilemma.frameworks.framework import About, Framework
from dilemma.graph.columns import Column
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.cruxes.sweep import Sweeps, grid
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.views.view import View

__all__ = ["ChoiceMap", "choice_map"]

ACROSS: Final = 61  # grid points of the first dial
UP: Final = 41  # grid points of the second; both are odd, so that there is a middle


class ChoiceMap(NamedTuple):
    """The choices of each theory, by id, over a grid: rows by `up`, lowest first; columns by `across`."""

    view: View
    across: Dial
    up: Dial
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    theories: tuple[About, ...]
    choices: Mapping[str, tuple[tuple[Choice, ...], ...]]


def choice_map(view: View, frameworks: Sequence[Framework], across: str, up: str) -> ChoiceMap:
    """Return each theory's choices over two dials of the view, given by address.

    Raises UnknownName if there is no such dial, BadSetting if one cannot be swept or both are the same.
    """
    found = {dial.address: dial for dial in dials(view.scenario, frameworks)}
    first, second = _swept(found, across, "across"), _swept(found, up, "up")
    if first is second:
        raise BadSetting(Named("up"), f": name two numbers, not {across} twice")
    sweeps = Sweeps(view.scenario, frameworks, found.values())
    xs, ys = grid(first, ACROSS), grid(second, UP)
    chosen = sweeps.chosen_over({first.address: np.tile(xs, len(ys)), second.address: np.repeat(ys, len(xs))})
    return ChoiceMap(
        view,
        first,
        second,
        tuple(xs.tolist()),
        tuple(ys.tolist()),
        tuple(framework.about for framework in frameworks),
        {id: _rows(flat, xs) for id, flat in chosen.items()},
    )


def _rows(flat: Sequence[Choice], xs: Column) -> tuple[tuple[Choice, ...], ...]:
    return tuple(tuple(flat[start : start + len(xs)]) for start in range(0, len(flat), len(xs)))


def _swept(found: Mapping[str, Dial], address: str, parameter: str) -> Dial:
    if address not in found:
        meant = next((known for known in found if address in known.split(".")), None)
        raise UnknownName("number", address, tuple(found), meant=meant)
    if not found[address].swept:
        raise BadSetting(Named(parameter), f" {address}: it has no domain to sweep")
    return found[address]
