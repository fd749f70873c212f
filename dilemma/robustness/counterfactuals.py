"""Counterfactual flips: single facts that, if different, would change a theory's verdict on an option.

Plain facts are changed and the case judged again. Numbers are swept through their domains, all theories at
once, on the graph of their rulings. A theory of another package that cannot be recorded as a graph is judged
at the ends of each domain instead, and a turning point is located by bisection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dilemma.case import Case
from dilemma.frameworks.framework import Framework
from dilemma.robustness.changes import plain_facts
from dilemma.robustness.cruxes.segments import Segment, Sweep
from dilemma.robustness.cruxes.sweep import CLOSE, Sweeps, recordable_sweeps
from dilemma.robustness.dials.dial import Dial, dials, settings
from dilemma.robustness.reads import facts_read, is_watched
from dilemma.robustness.retrial import PRECISION, Retrial, turning_point
from dilemma.scenario import model
from dilemma.weighing import chosen

__all__ = ["Counterfactuals", "Flip"]


class Flip(NamedTuple):
    """A fact that, if different, would change the verdict on an option.

    For a number, `value` is the turning point and `above` says on which side of it the verdict
    changes; for a plain fact, `value` is its alternative value and `above` is None.
    """

    kind: str
    address: str
    value: object
    above: bool | None
    best: float | None
    now: bool  # whether the option is chosen or permitted in the unchanged case
    choice: tuple[str, ...]  # the options the theory would choose after the change


MARGIN = (
    1e-3  # distance past the turning point at which `choice` is evaluated, as a share of the way to the end
)
KINDS = (
    *("belief", "event", "chance", "degree", "party-weight", "duty-weight", "tie"),
    *("virtue", "virtue-weight", "exchange", "setting"),
)
"""Kinds of number that are tried, in the order in which flips are yielded."""


class Counterfactuals:
    """The flips of theories on one scenario, which share changed cases and one graph."""

    def __init__(self, scenario: model.Scenario, frameworks: Sequence[Framework]) -> None:
        self.scenario, self.frameworks = scenario, tuple(frameworks)
        self.retrial = Retrial(scenario)
        self._read: dict[str, frozenset[str]] = {}

    def flips(self, framework: Framework, option: str) -> Iterator[Flip]:
        """Yield the single facts that would change whether the theory chooses or permits the option."""
        yield from self.facts(framework, option)
        yield from self._numbers(framework, option)

    def facts(self, framework: Framework, option: str) -> Iterator[Flip]:
        """Yield the flips that are plain facts, not numbers."""
        standing = option in (chosen(self.retrial.unchanged(), framework) or ())
        read = self._facts_read(framework)
        for change in plain_facts(self.scenario, option):
            if is_watched(change.address) and change.address not in read:
                continue
            choice = chosen(self.retrial.with_fact(change), framework)
            if choice is not None and (option in choice) is not standing:
                yield Flip(change.kind, change.address, change.value, None, None, standing, choice)

    def _facts_read(self, framework: Framework) -> frozenset[str]:
        """Return the addresses of plain facts of consequences that the framework reads, cached."""
        id = framework.about.id
        if id not in self._read:
            self._read[id] = facts_read(self.retrial.unchanged(), framework)
        return self._read[id]

    def _numbers(self, framework: Framework, option: str) -> Iterator[Flip]:
        """Yield the flips that are numbers, in the order of KINDS."""
        sweeps = self._sweeps
        tried = _dials_to_try(self.retrial, framework, option)
        if framework.about.id in self._judged:
            yield from _by_judging(self.retrial, framework, option, tried)
            return
        for dial in tried:
            sweep = sweeps.get((dial.address, framework.about.id))
            if sweep is not None:
                yield from _flips_of(sweep, option)

    @cached_property
    def _judged(self) -> frozenset[str]:
        """The ids of the theories that cannot be recorded as a graph."""
        return frozenset(theory.about.id for theory in self._swept[1])

    @cached_property
    def _sweeps(self) -> Mapping[tuple[str, str], Sweep]:
        """The sweeps that have a turn, by the address of the dial and the id of the theory."""
        return {(sweep.dial.address, sweep.about.id): sweep for sweep in self._swept[0].with_turns()}

    @cached_property
    def _swept(self) -> tuple[Sweeps, tuple[Framework, ...]]:
        """The sweeps of the theories that can be recorded, and the theories that cannot."""
        found = [dial for dial in dials(self.scenario, self.frameworks) if dial.kind in KINDS]
        return recordable_sweeps(self.scenario, self.frameworks, found)


def _flips_of(sweep: Sweep, option: str) -> Iterator[Flip]:
    """Yield the nearest flip below and above the best estimate of a sweep.

    The value lies past the turn by less than reports show, so that it flips the verdict itself.
    """
    dial = sweep.dial
    standing = option in (sweep.now or ())
    for above, segments in ((False, sweep.segments[::-1]), (True, sweep.segments)):
        beyond = [one for one in segments if (one.low >= dial.best if above else one.high <= dial.best)]
        for segment in beyond:
            if segment.choice is not None and (option in segment.choice) is not standing:
                value = _past(segment, dial, above=above)
                yield Flip(dial.kind, dial.address, value, above, dial.best, standing, segment.choice)
                break


def _past(segment: Segment, dial: Dial, *, above: bool) -> float:
    """Return a value just inside the segment, near the best estimate, or the end of a narrow one."""
    turn, end = (segment.low, segment.high) if above else (segment.high, segment.low)
    if abs(end - turn) <= CLOSE * abs(dial.high - dial.low):
        return end  # too narrow to know the choice but at its end
    reach = abs(turn - dial.best)
    step = max(PRECISION / 2 * reach, CLOSE * abs(turn)) if reach else CLOSE * abs(end - turn)
    step = min(step, abs(end - turn) / 2)
    return turn + step if above else turn - step


def _by_judging(retrial: Retrial, framework: Framework, option: str, tried: Sequence[Dial]) -> Iterator[Flip]:
    """Yield the flips at whose end of the domain the verdict differs, found by judging cases again."""
    standing = option in (chosen(retrial.unchanged(), framework) or ())
    trial = _Trial(retrial, framework, option, standing)
    for dial in tried:
        for end in (dial.low, dial.high):
            if end != dial.best and trial.flipped(retrial.with_end(dial.address, end)):
                yield trial.turn(dial, end)


class _Trial(NamedTuple):
    """One theory's verdict on an option, compared with its verdict in changed cases."""

    retrial: Retrial
    framework: Framework
    option: str
    standing: bool

    def flipped(self, case: Case) -> bool:
        """Return whether the verdict on the option differs in this case."""
        choice = chosen(case, self.framework)
        return choice is not None and (self.option in choice) is not self.standing

    def turn(self, dial: Dial, end: float) -> Flip:
        """Return the flip between the best estimate and an end of the domain that flips the verdict."""

        def flips_at(value: float) -> bool:
            return self.flipped(self.retrial.with_number(dial.address, value))

        flipped = turning_point(flips_at, dial.best, end)
        case = self.retrial.with_number(dial.address, flipped + MARGIN * (end - dial.best))
        if not self.flipped(case):
            case = self.retrial.with_number(dial.address, flipped)
        choice = chosen(case, self.framework) or ()
        above = end > dial.best
        return Flip(dial.kind, dial.address, flipped, above, dial.best, self.standing, choice)


def _dials_to_try(retrial: Retrial, framework: Framework, option: str) -> list[Dial]:
    """Return the dials that could flip a verdict on the option, in the order of KINDS."""
    found = [*retrial.dials(), *settings(retrial.scenario, (framework,))]
    mine = [dial for dial in found if dial.kind in KINDS and _concerns(retrial.scenario, dial, option)]
    return sorted(mine, key=lambda dial: KINDS.index(dial.kind))


def _concerns(scenario: model.Scenario, dial: Dial, option: str) -> bool:
    """Return whether the dial belongs to this option or to all options, and is stated in the file."""
    head, *path = dial.address.split(".")
    here = scenario.options[option]
    match head:
        case "options":
            return path[0] == option
        case "beliefs":
            return path[0] not in here.beliefs
        case "virtues":
            return path[0] in here.virtues
        case "consequences":
            return False
        case "exchange":
            return dial.stated
    return True
