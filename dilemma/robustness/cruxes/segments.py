"""Segments of a dial's domain, in each of which a theory's choice is constant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple, TypeAlias

from dilemma.frameworks.framework import About, Gives
from dilemma.robustness.dials.dial import Dial

__all__ = ["MINUTE", "STEPS", "Choice", "Segment", "Sweep", "sweep_of"]

Choice: TypeAlias = tuple[str, ...] | None
"""The options a theory chooses; None if it does not apply."""

STEPS: Final = 200  # steps per domain; two turns within one step may be missed
MINUTE: Final = 1e-6  # share of a domain below which differences are ignored


class Segment(NamedTuple):
    """A part of a dial's domain in which a theory's choice is constant."""

    low: float
    high: float
    choice: Choice


class Sweep(NamedTuple):
    """The segments of a dial's domain for one theory; `now` is its choice at the best estimate."""

    dial: Dial
    about: About
    now: Choice
    segments: tuple[Segment, ...]


def sweep_of(
    dial: Dial, about: About, now: Choice, ends: Sequence[float], choices: Sequence[Choice]
) -> Sweep:
    """Return the sweep of a theory with these choices, each between two successive ends.

    `now` is the choice at the best estimate. There is one more end than there are choices.
    """
    segments = [Segment(*between, choice) for between, choice in zip(pairwise(ends), choices, strict=True)]
    step = 0.0 if about.gives is Gives.TIERS else (dial.high - dial.low) / STEPS
    return Sweep(dial, about, now, tuple(_joined(_without_ties(segments, dial, now, step))))


def _without_ties(segments: Sequence[Segment], dial: Dial, now: Choice, step: float) -> list[Segment]:
    """Return the segments without those that only the tie tolerance creates, replaced by one turn each.

    Amounts that cross are Equal near the crossing, which gives a tie narrower than `step` that includes the
    choices on both sides. The turn is put in the middle of it. Segments narrower than MINUTE are removed too.
    A theory that permits several options has no ties, so its step is 0.
    """
    domain = dial.high - dial.low
    kept = list(segments)
    for place in range(len(kept) - 2, 0, -1):
        before, tie, after = kept[place - 1 : place + 2]
        both = {*(before.choice or ()), *(after.choice or ())}
        width = tie.high - tie.low
        passing = width < step and both <= set(tie.choice or ())
        if (passing or width < MINUTE * domain) and tie.choice != now:
            middle = (tie.low + tie.high) / 2
            kept[place - 1 : place + 2] = [before._replace(high=middle), after._replace(low=middle)]
    return kept


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments, merging neighbours with the same choice."""
    for _, same in groupby(segments, key=lambda segment: segment.choice):
        first, *rest = same
        yield first._replace(high=rest[-1].high if rest else first.high)
