"""A dial's domain in segments over which a theory's choice is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple, TypeAlias

from dilemma.frameworks.framework import About
from dilemma.robustness.dials.dial import Dial

__all__ = ["MINUTE", "STEPS", "Choice", "Segment", "Sweep", "sweep_of"]

Choice: TypeAlias = tuple[str, ...] | None
"""The options a theory chooses; None where it does not apply."""

STEPS: Final = 200  # of a domain: what turns twice within one step may be missed
MINUTE: Final = 1e-6  # of a domain: too little for any judgement to tell apart


class Segment(NamedTuple):
    """A part of a dial's domain over which a theory's choice is the same."""

    low: float
    high: float
    choice: Choice


class Sweep(NamedTuple):
    """A dial's whole domain in segments, as one theory sees it; `now` is chosen at the best estimate."""

    dial: Dial
    about: About
    now: Choice
    segments: tuple[Segment, ...]


def sweep_of(
    dial: Dial, about: About, now: Choice, ends: Sequence[float], choices: Sequence[Choice]
) -> Sweep:
    """Return the sweep of a theory that makes these choices, each between two neighbouring ends.

    `now` is chosen at the best estimate. There is one end more than there are choices.
    """
    segments = [Segment(*between, choice) for between, choice in zip(pairwise(ends), choices, strict=True)]
    return Sweep(dial, about, now, tuple(_joined(_without_ties(segments, dial, now))))


def _without_ties(segments: Sequence[Segment], dial: Dial, now: Choice) -> list[Segment]:
    """Return segments without those that are a matter of the tolerance: one turn, in the midst of it.

    Amounts that cross are Equal for a little while: a tie narrower than a step, of all that is chosen on
    its two sides and perhaps more. Nor does anything hang on a millionth of the domain.
    """
    domain = dial.high - dial.low
    kept = list(segments)
    for place in range(len(kept) - 2, 0, -1):
        before, tie, after = kept[place - 1 : place + 2]
        both = {*(before.choice or ()), *(after.choice or ())}
        width = tie.high - tie.low
        passing = width < domain / STEPS and both <= set(tie.choice or ())
        if (passing or width < MINUTE * domain) and tie.choice != now:
            middle = (tie.low + tie.high) / 2
            kept[place - 1 : place + 2] = [before._replace(high=middle), after._replace(low=middle)]
    return kept


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield segments, neighbours with the same choice as one."""
    for _, same in groupby(segments, key=lambda segment: segment.choice):
        first, *rest = same
        yield first._replace(high=rest[-1].high if rest else first.high)
