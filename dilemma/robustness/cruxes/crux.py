"""Cruxes: the values of single numbers at which a theory's choice changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import isclose
from typing import Literal, NamedTuple

from dilemma.case.build import case_of
from dilemma.frameworks.framework import About, Framework
from dilemma.robustness.cruxes.evpi import Worth, information
from dilemma.robustness.cruxes.resilience import resilience
from dilemma.robustness.cruxes.segments import MINUTE, Choice, Sweep
from dilemma.robustness.cruxes.sweep import Sweeps
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.progress import Done, ignore
from dilemma.scenario.views.view import View
from dilemma.weighing import Verdict, judge

__all__ = ["Crux", "Cruxes", "at_the_end", "cruxes", "cruxes_of", "ranked", "share_of_way"]

HAIR = 1e-12  # distance from 0 below which a turn is at 0


class Crux(NamedTuple):
    """A value of a dial at which one theory's choice changes, with all other numbers unchanged.

    `before` is the choice on the side of the best estimate, `after` the choice on the other side; None if
    the theory does not apply. `direction` is the direction from the best estimate to `at`. `inside` says
    whether `at` lies in the stated range, `nearest` whether it is the theory's first turn that way.
    """

    dial: Dial
    about: About
    before: Choice
    after: Choice
    at: float
    direction: Literal["above", "below"]
    inside: bool
    nearest: bool


class Cruxes(NamedTuple):
    """All cruxes, those inside stated ranges first, with the sweeps they were found in.

    `idle` holds the dials that change no choice. `resilience` maps a theory's id to the error in all weights
    that its choice survives. `information` holds the expected value of perfect information on each belief,
    which is the same for every theory that maximises expected value.
    """

    view: View
    verdicts: tuple[Verdict, ...]
    cruxes: tuple[Crux, ...]
    sweeps: tuple[Sweep, ...]
    idle: tuple[Dial, ...]
    resilience: Mapping[str, float]
    information: tuple[Worth, ...]

    @property
    def informed(self) -> tuple[str, ...]:
        """The ids of the theories to which `information` applies."""
        found = (verdict for verdict in self.verdicts if verdict.about.expected_value and verdict.applicable)
        return tuple(verdict.about.id for verdict in found)


def cruxes(view: View, frameworks: Sequence[Framework], done: Done = ignore) -> Cruxes:
    """Return the cruxes of a view: the values at which one number alone changes a theory's choice.

    `done` is told of the progress, as in `Sweeps.with_turns`.
    """
    scenario = view.scenario
    swept = Sweeps(scenario, frameworks, dials(scenario, frameworks))
    sweeps = tuple(swept.with_turns(done))
    turning = {sweep.dial.address for sweep in sweeps}
    case = case_of(scenario)
    verdicts = tuple(judge(case, framework) for framework in frameworks)
    firm = {verdict.about.id: share for verdict in verdicts if (share := resilience(verdict)) is not None}
    informed = any(verdict.about.expected_value and verdict.applicable for verdict in verdicts)
    return Cruxes(
        view=view,
        verdicts=verdicts,
        cruxes=ranked(crux for sweep in sweeps for crux in cruxes_of(sweep)),
        sweeps=sweeps,
        idle=tuple(dial for dial in swept.dials if dial.address not in turning),
        resilience=firm,
        information=tuple(information(case)) if informed else (),
    )


def cruxes_of(sweep: Sweep) -> Iterator[Crux]:
    """Yield a crux for each turn of a sweep, nearest to the best estimate first in each direction."""
    dial = sweep.dial
    turns = [(one.high, one.choice, other.choice) for one, other in pairwise(sweep.segments)]
    up = [turn for turn in turns if _is_above(sweep, turn)]
    down = [turn for turn in turns if not _is_above(sweep, turn)]
    for place, (at, before, after) in enumerate(up):
        yield Crux(dial, sweep.about, before, after, at, "above", _inside(sweep, at, 1), place == 0)
    for place, (at, after, before) in enumerate(reversed(down)):
        yield Crux(dial, sweep.about, before, after, at, "below", _inside(sweep, at, -1), place == 0)


def _inside(sweep: Sweep, at: float, way: int) -> bool:
    """Return whether the choice beyond a turn is reached in the stated range; False if there is none.

    `way` is 1 for a turn above the best estimate, -1 for one below.
    """
    if sweep.dial.range is None:
        return False
    low, high = sweep.dial.range
    return low <= at <= high and not at_the_end(sweep.dial, at, way)


def at_the_end(dial: Dial, at: float, way: int) -> bool:
    """Return whether a turn lies at the end of a dial's stated range, where the domain goes on beyond it.

    The new choice then lies beyond the range; at the end itself there is a tie at most. `way` is as above.
    """
    low, high = dial.range or (dial.best, dial.best)
    end, last = (high, dial.high) if way > 0 else (low, dial.low)
    return (last - end) * way > 0 and isclose(at, end, rel_tol=MINUTE, abs_tol=HAIR)


def _is_above(sweep: Sweep, turn: tuple[float, Choice, Choice]) -> bool:
    """Return whether a turn lies above the best estimate.

    If it lies at the best estimate, it counts as above where the choice below it is the present one.
    """
    at, below, _ = turn
    return at > sweep.dial.best or (at == sweep.dial.best and below == sweep.now)


def ranked(found: Iterable[Crux]) -> tuple[Crux, ...]:
    """Return the cruxes sorted: inside stated ranges first, then dials that turn most theories.

    Ties are sorted with a theory's nearest turns first, then by distance from the best estimate as a share
    of the domain.
    """
    cruxes = list(found)
    reach = Counter(address for address, _ in {(c.dial.address, c.about.id) for c in cruxes if c.inside})

    def key(crux: Crux) -> tuple[object, ...]:
        dial = crux.dial
        away = abs(crux.at - dial.best) / (dial.high - dial.low)
        live = reach[dial.address]
        return not crux.inside, -live if crux.inside else 0, not crux.nearest, away

    return tuple(sorted(cruxes, key=key))


def share_of_way(crux: Crux) -> float:
    """Return the distance of a crux from the best estimate, as a share of the way to the end of its range.

    Of a number without a stated range it is the share of the way to the end of the domain.
    """
    low, high = crux.dial.range or (crux.dial.low, crux.dial.high)
    end = high if crux.direction == "above" else low
    return abs(crux.at - crux.dial.best) / (abs(end - crux.dial.best) or 1.0)
