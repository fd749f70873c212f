"""Turns of a theory's choice in words: the value, and the choices on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.frameworks.framework import Gives
from dilemma.reports.words.commands import written
from dilemma.reports.words.figures import contrast, large, percents, stated, stated_percent
from dilemma.reports.words.names import Names, listed
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.cruxes.segments import MINUTE, Choice
from dilemma.robustness.dials.dial import Dial

__all__ = [
    "PROBABILITIES",
    "best_and_range",
    "changed_choice",
    "on_the_spot",
    "range_in_table",
    "range_in_words",
    "range_name",
    "stated_in_words",
    "turn_in_words",
    "value_in_flag",
    "value_in_words",
    "where",
]

ON_IT = 1e-3
"""Share of the way from the best estimate: a turn nearer than this to a value is reported at it."""

PROBABILITIES = frozenset({"belief", "event", "chance"})
"""Kinds of number that are probabilities, shown in percent."""


def value_in_words(dial: Dial, value: float) -> str:
    """Return a value of a dial with enough digits to tell it from the best estimate."""
    if not value or value in (dial.best, dial.low, dial.high):
        return stated_in_words(dial, value)
    if dial.kind in PROBABILITIES:
        return percents(value, dial.best)[0]
    unit, word = large(value)
    return contrast(value / unit, dial.best / unit)[0] + word


def stated_in_words(dial: Dial, value: float) -> str:
    """Return a value that the file or the format states for a dial, with its own digits."""
    return stated_percent(value) if dial.kind in PROBABILITIES else stated(value)


def value_in_flag(dial: Dial, value: float) -> str:
    """Return a value of a dial as a flag takes it: `40%` for a probability, where that loses no digit."""
    share = f"{100 * value:.12g}%"
    exact = dial.kind in PROBABILITIES and float(share[:-1]) / 100 == value
    return share if exact else written(value)


def best_and_range(dial: Dial) -> tuple[str, str]:
    """Return the best estimate and the stated range of a dial; the range is empty if there is none."""
    low_and_high = (stated_in_words(dial, end) for end in dial.range or ())
    return stated_in_words(dial, dial.best), " to ".join(low_and_high)


PERCENTILES = "5th to 95th percentile"


def range_name(dial: Dial) -> str:
    """Return what the range of a dial is: stated by the file, or the percentiles of its distribution."""
    return PERCENTILES if dial.percentiles else "stated range"


def range_in_table(dial: Dial) -> tuple[str, str]:
    """Return the best estimate of a dial and its range, marked if its ends are percentiles."""
    best, plausible = best_and_range(dial)
    return best, f"{plausible} (p5 to p95)" if dial.percentiles else plausible


def range_in_words(dial: Dial) -> str:
    """Return the best estimate and the stated range of a dial in words."""
    best, plausible = best_and_range(dial)
    if not plausible:
        return f"the file says {best}" if dial.stated else f"not stated, so {best}"
    return f"the file says {best}; {PERCENTILES if dial.percentiles else 'plausible'} {plausible}"


def turn_in_words(crux: Crux, names: Names) -> str:
    """Return a crux in words: `below 77 %, Replacement instead of Limited`."""
    outside = "" if crux.inside or not crux.dial.range else " (outside the range)"
    return f"{where(crux)}{outside}, {changed_choice(crux.before, crux.after, crux.about.gives, names)}"


def where(crux: Crux) -> str:
    """Return the value of a crux with its direction: `below 77 %`."""
    return on_the_spot(crux) or f"{crux.direction} {value_in_words(crux.dial, crux.at)}"


def on_the_spot(crux: Crux) -> str:
    """Return the words for a crux at the best estimate, an end of the domain or 0; else an empty string.

    At the best estimate any move turns the choice; at an end only that end does; at 0 all values beyond.
    """
    dial, at, above = crux.dial, crux.at, crux.direction == "above"
    if _is_at(dial.best, crux, dial.best):
        return f"as soon as it is {crux.direction} {value_in_words(dial, dial.best)}"
    end = dial.high if above else dial.low
    if _is_at(end, crux, dial.best - end):
        return f"only at {value_in_words(dial, end)}"
    if _is_at(0.0, crux, dial.best):
        return f"at 0 or {crux.direction}" if (at < 0 if above else at > 0) else f"{crux.direction} 0"
    return ""


def _is_at(value: float, crux: Crux, way: float) -> bool:
    """Return whether a turn equals a value within a millionth of the domain and ON_IT of the way there."""
    away = abs(crux.at - value)
    return away <= MINUTE * (crux.dial.high - crux.dial.low) and (not way or away <= ON_IT * abs(way))


def changed_choice(before: Choice, after: Choice, gives: Gives, names: Names) -> str:
    """Return the change of a theory's choice at a turn, in words."""
    if after is None:
        return "it no longer applies"
    if not after:
        return "it forbids every option" if gives is Gives.TIERS else "nothing"
    if before is None:
        return f"it applies, and {_says(after, gives)} {_options(after, names)}"
    if gives is Gives.TIERS:
        return _permits(before, after, names)
    if set(before) < set(after):
        return f"a tie with {_options([id for id in after if id not in before], names)}"
    if set(after) < set(before):
        return f"{_options(after, names)} alone"
    return (
        f"{_options(after, names)} instead of {_options(before, names)}" if before else _options(after, names)
    )


def _permits(before: Sequence[str], after: Sequence[str], names: Names) -> str:
    gained = [id for id in after if id not in before]
    lost = [id for id in before if id not in after]
    told = []
    if gained:
        told.append(f"permits {_options(gained, names)}" + (" too" if before and not lost else ""))
    if lost:
        told.append(f"no longer permits {_options(lost, names)}")
    return ", and ".join(told)


def _says(choice: Sequence[str], gives: Gives) -> str:
    return "permits" if gives is Gives.TIERS or len(choice) > 1 else "chooses"


def _options(ids: Sequence[str], names: Names) -> str:
    return listed([names.option(id) for id in ids]) if ids else "nothing"
