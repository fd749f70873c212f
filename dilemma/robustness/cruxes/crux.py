"""Cruxes: what would have to be true for a theory to choose otherwise, one number at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from dilemma.case.build import case_of
from dilemma.frameworks.framework import About, Framework
from dilemma.robustness.cruxes.evpi import Worth, information
from dilemma.robustness.cruxes.resilience import resilience
from dilemma.robustness.cruxes.segments import Choice, Sweep
from dilemma.robustness.cruxes.sweep import Sweeps
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.view import View
from dilemma.weighing import Verdict, judge

__all__ = ["Crux", "Cruxes", "cruxes"]


class Crux(NamedTuple):
    """A value of a dial at which one theory's choice changes, the rest standing still.

    `before` is chosen on the side of the best estimate, `after` beyond; None where the theory does not
    apply. `direction` says which way the best estimate would have to move; `inside` whether `at` lies in
    the stated range; `nearest` whether no other turn of this theory lies between.
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
    """Every crux, live ones first, the sweeps they are read off, what is idle, and how firm choices are.

    `information` is the value of learning each belief, to each theory that maximises expected value.
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
        """The theories to which information has that worth, by id."""
        found = (verdict for verdict in self.verdicts if verdict.about.expected_value and verdict.applicable)
        return tuple(verdict.about.id for verdict in found)


def cruxes(view: View, frameworks: Sequence[Framework]) -> Cruxes:
    """Return every single number of the view that would turn a theory's choice, and where."""
    scenario, written = view.scenario, view.document.scenario
    found = Sweeps(scenario, written, frameworks, dials(scenario, frameworks))
    sweeps = tuple(found.found())
    turning = {sweep.dial.address for sweep in sweeps}
    case = case_of(scenario, written=written)
    verdicts = tuple(judge(case, framework) for framework in frameworks)
    firm = {verdict.about.id: share for verdict in verdicts if (share := resilience(verdict)) is not None}
    informed = any(verdict.about.expected_value and verdict.applicable for verdict in verdicts)
    return Cruxes(
        view=view,
        verdicts=verdicts,
        cruxes=_ranked(crux for sweep in sweeps for crux in _read_off(sweep)),
        sweeps=sweeps,
        idle=tuple(dial for dial in found.dials if dial.address not in turning),
        resilience=firm,
        information=tuple(information(case)) if informed else (),
    )


def _read_off(sweep: Sweep) -> Iterator[Crux]:
    """Yield each turn of a sweep, as it looks from the best estimate."""
    dial = sweep.dial
    turns = [(one.high, one.choice, other.choice) for one, other in pairwise(sweep.segments)]
    up = [turn for turn in turns if _beyond(sweep, turn)]
    down = [turn for turn in turns if not _beyond(sweep, turn)]
    for place, (at, before, after) in enumerate(up):
        yield Crux(dial, sweep.about, before, after, at, "above", _inside(dial, at), place == 0)
    for place, (at, after, before) in enumerate(reversed(down)):
        yield Crux(dial, sweep.about, before, after, at, "below", _inside(dial, at), place == 0)


def _inside(dial: Dial, at: float) -> bool:
    """Whether a value lies in the range the file states; a number without one states none."""
    return dial.range is not None and dial.range[0] <= at <= dial.range[1]


def _beyond(sweep: Sweep, turn: tuple[float, Choice, Choice]) -> bool:
    """Whether a turn lies above the best estimate; one that is the best estimate, by what is chosen there."""
    at, below, _ = turn
    return at > sweep.dial.best or (at == sweep.dial.best and below == sweep.now)


def _ranked(found: Iterable[Crux]) -> tuple[Crux, ...]:
    """Return cruxes inside stated ranges first, those of the dials that turn most theories before others.

    Then nearest turns before farther ones, and by how far the best estimate would have to move, as a
    share of the domain.
    """
    cruxes = list(found)
    reach = Counter(address for address, _ in {(c.dial.address, c.about.id) for c in cruxes if c.inside})

    def key(crux: Crux) -> tuple[object, ...]:
        dial = crux.dial
        away = abs(crux.at - dial.best) / (dial.high - dial.low)
        live = reach[dial.address]
        return not crux.inside, -live if crux.inside else 0, not crux.nearest, away

    return tuple(sorted(cruxes, key=key))
