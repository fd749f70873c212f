"""Uncertain numbers that a stress test draws: those with a range, and certain weights if spread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from dilemma.errors import BadSetting
from dilemma.frameworks.framework import Framework
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.dials.domains import BOUNDS
from dilemma.scenario import model
from dilemma.scenario.numbers import Range

__all__ = ["UncertainNumber", "uncertain_numbers"]

WEIGHTS: Final = frozenset({"party-weight", "duty-weight", "virtue-weight"})
WIDEST: Final = 1.0  # beyond this a weight would change its sign


class UncertainNumber(NamedTuple):
    """A dial with the range it is drawn from; `spread` if it is a certain weight that is spread."""

    dial: Dial
    range: Range
    spread: bool = False


def uncertain_numbers(
    scenario: model.Scenario, frameworks: Iterable[Framework], spread: float | None = None
) -> tuple[UncertainNumber, ...]:
    """Return the uncertain numbers, in the order of the file.

    `spread` also draws every certain weight of a party, duty or virtue, uniformly within that share of its
    value (0.2: from 0.8 to 1.2 times it), as far as the format allows. Raises BadSetting for a
    spread that is not above 0 and at most 1.
    """
    if spread is not None and not 0 < spread <= WIDEST:
        raise BadSetting(f"spread: should be above 0 and at most 1, not {spread:.15g}")
    return tuple(_uncertain_numbers(dials(scenario, frameworks), spread))


def _uncertain_numbers(found: Iterable[Dial], spread: float | None) -> Iterable[UncertainNumber]:
    for dial in found:
        if isinstance(dial.number, Range):
            if dial.drawn:
                yield UncertainNumber(dial, dial.number)
        elif spread is not None and dial.kind in WEIGHTS and dial.number:
            yield UncertainNumber(dial, _around(dial, dial.number, spread), spread=True)


def _around(dial: Dial, best: float, spread: float) -> Range:
    """Return the uniform range within this share of a certain number, limited to its bounds."""
    bounds = BOUNDS[dial.kind]
    low, high = best * (1.0 - spread), best * (1.0 + spread)
    return Range(max(float(bounds.low), low), best, min(float(bounds.high), high), uniform=True)
