"""Expected value of perfect information on beliefs (Raiffa and Schlaifer 1961).

It is the expected utility of choosing after the answer is known, less that of the best choice now. The
result is exact: every world, a combination of states, is enumerated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from dilemma.case import Case, World

__all__ = ["Worth", "information"]


class Worth(NamedTuple):
    """The value of learning one belief, in the unit of U, and as a share of the value of learning all.

    `belief` is None for all beliefs at once. Values must not be compared across theories.
    """

    belief: str | None
    value: float
    share: float


def information(case: Case) -> Iterator[Worth]:
    """Yield the worth of learning all states at once, then of each alone, greatest first."""
    if not case.states:
        return
    chances = [_chance(world) for world in case.worlds]
    now = _best(case.worlds, chances)
    all_ = max(0.0, fsum(_best([w], [chance]) for w, chance in zip(case.worlds, chances, strict=True)) - now)
    yield Worth(None, all_, 1.0 if all_ else 0.0)
    each = [(state.id, _alone(state.id, case.worlds, chances) - now) for state in case.states]
    for id, value in sorted(each, key=lambda found: -found[1]):
        held = min(max(0.0, value), all_)  # rounding aside, 0 <= each <= all
        yield Worth(id, held, held / all_ if all_ else 0.0)


def _alone(state: str, worlds: Sequence[World], chances: Sequence[float]) -> float:
    """Return the expected utility of choosing once it is known whether one state holds."""
    expected = 0.0
    for holds in (True, False):
        worlds_with_chance = [
            (world, chance)
            for world, chance in zip(worlds, chances, strict=True)
            if any(fact.state.id == state and fact.holds is holds for fact in world.facts)
        ]
        expected += _best(
            [world for world, _ in worlds_with_chance], [chance for _, chance in worlds_with_chance]
        )
    return expected


def _best(worlds: Sequence[World], chances: Sequence[float]) -> float:
    """Return the greatest sum over these worlds, each weighted by its chance, that any option has."""
    parts: dict[str, list[float]] = {}
    for world, chance in zip(worlds, chances, strict=True):
        for option, amount in _float_totals(world.totals).items():
            parts.setdefault(option, []).append(chance * amount)
    return max(map(fsum, parts.values()))


def _chance(world: World) -> float:
    """Return the probability of a world, the product over its independent states."""
    chance = 1.0
    for fact in world.facts:
        assert isinstance(fact.state.probability, float)
        chance *= fact.state.probability if fact.holds else 1.0 - fact.state.probability
    return chance


def _float_totals(totals: Mapping[str, object]) -> dict[str, float]:
    return {option: amount for option, amount in totals.items() if isinstance(amount, float)}
