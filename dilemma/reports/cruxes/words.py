"""Words that the reports of cruxes share: the question, how many theories turn, and the ends of an axis."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dilemma.reports.cruxes.axis import Axis
from dilemma.reports.words.figures import figure, percent
from dilemma.reports.words.names import listed
from dilemma.reports.words.turns import PROBABILITIES, best_and_range, range_name
from dilemma.robustness.dials.dial import Dial
from dilemma.weighing import Verdict

__all__ = ["QUESTION", "axis_ends", "file_and_range", "plausible", "would_choose_otherwise"]

QUESTION = "What would have to be true for a theory to choose otherwise?"
IN_RANGE = "if one number stood elsewhere in its stated range"


def would_choose_otherwise(verdicts: Sequence[Verdict], turning: Collection[str]) -> str:
    """Return how many theories that apply turn within a stated range, and the names of those that do not."""
    applying = [verdict.about for verdict in verdicts if verdict.applicable]
    standing = [about.short_name for about in applying if about.id not in turning]
    if not applying:
        return "No theory asked for applies."
    if len(applying) == 1:
        return f"{applying[0].name} {'would' if turning else 'would not'} choose otherwise {IN_RANGE}."
    if not turning:
        return f"None of the {len(applying)} theories that apply would choose otherwise {IN_RANGE}."
    told = f"{len(turning)} of the {len(applying)} theories that apply would choose otherwise {IN_RANGE}."
    return told + (f" These would not: {listed(standing)}." if standing else "")


def axis_ends(dial: Dial, axis: Axis) -> tuple[str, str]:
    """Return the ends of an axis in words, and whether it is logarithmic."""
    low, high = (_in_words(dial, end) for end in (axis.low, axis.high))
    return low, high + (" (log)" if axis.log else "")


def file_and_range(dial: Dial, source: str) -> str:
    """Return the best estimate of a dial and its stated range; `source` says whose they are, in a word."""
    best, plausible_range = best_and_range(dial)
    if not plausible_range:
        return f"{source} {best}" if dial.stated else f"not stated, so {best}"
    return f"{source} {best}, {range_name(dial)} {plausible_range}"


def _in_words(dial: Dial, value: float) -> str:
    return percent(value) if dial.kind in PROBABILITIES else figure(value)


def plausible(dial: Dial, axis: Axis) -> tuple[float, float] | None:
    """Return the positions of the ends of the stated range on an axis; None if there is no range."""
    return (axis.position(dial.range[0]), axis.position(dial.range[1])) if dial.range else None
