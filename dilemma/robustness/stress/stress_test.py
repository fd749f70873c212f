"""Stress test of a view: verdicts at the best estimates, and over draws with and without its tails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from dilemma.errors import BadSetting
from dilemma.frameworks.framework import Framework
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import Request, answered
from dilemma.robustness.stress.simulation import Stressed, stress
from dilemma.robustness.stress.uncertain import UncertainNumber, uncertain_numbers
from dilemma.robustness.stress.voters import Electorate
from dilemma.scenario import model
from dilemma.scenario.correlations.groups import Pair, pairs_of
from dilemma.scenario.views.view import View
from dilemma.weighing import Weighing, judge_view

__all__ = ["DRAWS", "MOST_DRAWS", "StressTest", "stress_view", "tails"]

DRAWS: Final = 10_000  # the error of a share is then at most half a percentage point
MOST_DRAWS: Final = 10_000_000  # the error of a share is then smaller than what reports show


class StressTest(NamedTuple):
    """Verdicts under all stated uncertainty, compared with those at the best estimates.

    `without_tail` has the same draws with the consequences in `tails` left out; None if there are none, or
    if an interrupt came first. `reconciled` has the results of the methods in `request` at the best
    estimates; None if no method was requested. `correlated` are the pairs that the draws correlate.
    """

    weighing: Weighing
    doubts: tuple[UncertainNumber, ...]
    spread: float | None
    stressed: Stressed
    tails: tuple[str, ...]
    without_tail: Stressed | None
    request: Request | None = None
    reconciled: Reconciliation | None = None
    correlated: tuple[Pair, ...] = ()

    @property
    def interrupted(self) -> bool:
        """True if an interrupt left some of the requested draws undone."""
        if self.tails and self.without_tail is None:
            return True
        return any(run.interrupted for run in (self.stressed, self.without_tail) if run is not None)


def stress_view(
    view: View,
    frameworks: Sequence[Framework],
    draws: int = DRAWS,
    seed: int = 0,
    spread: float | None = None,
    done: Callable[[int, int], None] = lambda _made, _asked: None,
    request: Request | None = None,
) -> StressTest:
    """Return a stress test: each framework's verdicts over draws of all uncertain numbers at once.

    With a request (`stress.voters.request_for_draws`) the results of its methods are included. `done` is
    called with the number of draws made and the total, over both rounds. An interrupt (KeyboardInterrupt)
    stops the simulation; the results until then are returned. Raises BadSetting for draws below 1 or above
    ten million, a negative seed, or a spread that is not above 0 and at most 1, and as
    `dilemma.reconciliation.request.answered` for a request.
    """
    if not 1 <= draws <= MOST_DRAWS:
        raise BadSetting(f"draws: should be from 1 to {MOST_DRAWS:,}, not {draws:,}")
    if seed < 0:
        raise BadSetting(f"seed: should be a whole number from 0 up, not {seed}")
    scenario = view.scenario
    found = uncertain_numbers(scenario, frameworks, spread)
    ranges = {doubt.dial.address: doubt.range for doubt in found}
    stated = {doubt.dial.address for doubt in found if not doubt.spread}
    pairs = pairs_of(scenario.correlations, stated)
    weighing = judge_view(view, frameworks)
    reconciled = answered(weighing, request) if request else None
    voters = Electorate(weighing, request) if request else None
    marked = tails(scenario)
    asked = draws * (2 if marked else 1)

    def run(of: model.Scenario, before: int) -> Stressed:
        def progress(made: int) -> None:
            done(before + made, asked)

        return stress(of, frameworks, ranges, draws, seed, progress, voters, pairs)

    stressed = run(scenario, 0)
    rest: Stressed | None = None
    if marked and not stressed.interrupted:
        try:
            rest = run(without(scenario, marked), draws)
        except KeyboardInterrupt:  # before its first draw
            rest = None
    rest = rest if rest and rest.draws else None
    return StressTest(weighing, found, spread, stressed, marked, rest, request, reconciled, pairs)


def tails(scenario: model.Scenario) -> tuple[str, ...]:
    """Return the consequences marked as catastrophes of low chance that some option lists."""
    listed = {id for option in scenario.options.values() for id in option.consequences}
    marked = (id for id, factor in scenario.consequences.items() if model.TAIL in factor.tags)
    return tuple(id for id in marked if id in listed)


def without(scenario: model.Scenario, consequences: Sequence[str]) -> model.Scenario:
    """Return the scenario with these consequences left out of every option."""
    options = {
        id: option.model_copy(
            update={
                "consequences": {
                    name: row for name, row in option.consequences.items() if name not in consequences
                }
            }
        )
        for id, option in scenario.options.items()
    }
    return scenario.model_copy(update={"options": options})
