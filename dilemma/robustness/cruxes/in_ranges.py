"""Cruxes inside the ranges that a file states, found in a fifth of the time that whole domains take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dilemma.frameworks.framework import Framework
from dilemma.robustness.cruxes.crux import Crux, at_the_end, cruxes_of, ranked
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.cruxes.sweep import recordable_sweeps
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.progress import Done, ignore
from dilemma.robustness.retrial import Retrial, turning_point
from dilemma.scenario.views.view import View
from dilemma.weighing import chosen

__all__ = ["cruxes_in_ranges"]


def cruxes_in_ranges(
    view: View, frameworks: Sequence[Framework], done: Done = ignore
) -> tuple[Crux, ...] | None:
    """Return the cruxes of a view inside the ranges the file states, in the order of `cruxes`.

    None is returned if the file states no range. A theory of another package that cannot be recorded as a
    graph is judged at the ends of each range instead, so a turn and its return between them is missed; raises
    BrokenFramework if it cannot be judged either. `done` is told of the progress, as in `Sweeps.with_turns`.
    """
    ranged = [dial for dial in dials(view.scenario, frameworks) if dial.range]
    if not ranged:
        return None
    sweeps, judged = recordable_sweeps(view.scenario, frameworks, ranged, stated=True)
    found = [crux for sweep in sweeps.with_turns(done) for crux in cruxes_of(sweep) if crux.inside]
    found += [crux for one in judged for crux in _by_judging(view, one, ranged)]
    return ranked(found)


def _by_judging(view: View, framework: Framework, ranged: Iterable[Dial]) -> Iterator[Crux]:
    """Yield the cruxes of a theory between the best estimates and the ends of stated ranges."""
    retrial = Retrial(view.scenario)
    now = chosen(retrial.unchanged(), framework)
    for dial in ranged:
        own = dial.address.split(".")
        if own[0] == "frameworks" and own[1] != framework.about.id:
            continue
        for end in dial.range or ():
            after = chosen(retrial.with_end(dial.address, end), framework)
            if end != dial.best and after != now:
                crux = _located(retrial, framework, dial, end, now)
                if not at_the_end(dial, crux.at, 1 if end > dial.best else -1):
                    yield crux


def _located(retrial: Retrial, framework: Framework, dial: Dial, end: float, now: Choice) -> Crux:
    """Return the crux between the best estimate of a dial, with the choice `now`, and an end of its range."""

    def differs(value: float) -> bool:
        return chosen(retrial.with_number(dial.address, value), framework) != now

    at = turning_point(differs, dial.best, end)
    after = chosen(retrial.with_number(dial.address, at), framework)
    direction: Literal["above", "below"] = "above" if end > dial.best else "below"
    return Crux(dial, framework.about, now, after, at, direction, inside=True, nearest=True)
