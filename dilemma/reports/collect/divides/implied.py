"""Whether the numbers or the credences of two sides make what their views imply differ, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from dilemma.reports.collect.credences import credence_difference
from dilemma.reports.collect.divides.sides import Sides
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.credences import rows_stating
from dilemma.robustness.collection.dividing.choosers import Choosers
from dilemma.robustness.collection.dividing.division import Cause, CredenceStep, Division

__all__ = ["choosers_step_in_words", "credences_of_choosers", "credences_of_groups", "known_step"]

CAUSES: Final[Mapping[Cause, str]] = {
    "either": "by the numbers, and would by the credences too",
    "numbers": "by the numbers, not by the credences",
    "credences": "by the credences, not by the numbers",
    "together": "only by numbers and credences together",
    "same": "in nothing",
}
"""By what that which two sides imply differs."""

MAKE: Final[Mapping[Cause, str]] = {
    "either": "either of the two would make the difference",
    "numbers": "the numbers make the difference",
    "credences": "the credences make the difference",
    "together": "only both together make the difference",
}
"""What makes that which two sides imply differ, in the answer."""

NOT_IN_THESE: Final = "That they choose differently does not follow from their own numbers and credences"
NO_ONE: Final = "no one option"


def credences_of_choosers(collection: Collection, found: Choosers, phrases: Phrases) -> Iterator[str]:
    """Yield whether numbers or credences make what two sides' views imply differ, a sentence or two."""
    counts = _stating(collection, found)
    silent = [phrases.letters[id] for id, count in zip(found.options, counts, strict=True) if not count]
    if silent:
        told = ", so these cannot be compared" if any(counts) else ""
        yield f"Nobody who chooses {' or '.join(silent)} states credences{told}."
        return
    some = _some(found, counts)
    causes = _causes(found)
    if len(causes) > 1:
        yield f"{_by_pairs(causes)}{some}."
    else:
        (cause,) = causes
        yield f"{_by_one_cause(found, cause, phrases)}{some}."
    if not found.explaining:
        yield credence_difference(collection, found.rows, phrases, "Their credences")


def choosers_step_in_words(collection: Collection, found: Choosers, phrases: Phrases) -> str:
    """Return what the views of two sides imply, and by what that differs, with how it was found."""
    counts = _stating(collection, found)
    if not all(counts):
        return ""
    if not found.few:
        step = found.division.credences
        assert step is not None
        return _step_in_words(step, phrases, Sides.of_choosers(collection, found, phrases).within, counts)
    told = Counter(" and ".join(implied_by(step, phrases)) for step in found.by_person)
    pairs = listed([f"{choices} in {count}" for choices, count in told.most_common()])
    here, there = (phrases.letters[option] for option in found.options)
    return (
        f"A pair is one who chooses {here} and one who chooses {there}, both with credences: their views "
        f"imply {pairs} of {told.total()}."
    )


def known_step(collection: Collection, division: Division, sides: Sides) -> CredenceStep | None:
    """Return what the mean credences of two sides make of their choices; None if one is small or has none."""
    stating = {*rows_stating(collection.views)}
    known = all(stating & {*rows} for rows in sides.rows)
    return division.credences if known and not sides.few else None


def credences_of_groups(step: CredenceStep, phrases: Phrases, sides: Sides) -> str:
    """Return what exchanging credences or numbers makes of the choice that the first group implies."""
    return _step_in_words(step, phrases, sides.within, ())


def implied_by(step: CredenceStep, phrases: Phrases) -> tuple[str, str]:
    """Return the choices that two sides imply, in letters."""
    here, there = (
        phrases.letters_of(one.choice) if one.choice else NO_ONE for one in (step.here, step.there)
    )
    return here, there


def _step_in_words(
    step: CredenceStep, phrases: Phrases, within: tuple[str, str], counts: tuple[int, ...]
) -> str:
    here, there = implied_by(step, phrases)
    stated = f" (stated by {' and '.join(map(str, counts))})" if counts else ""
    if step.cause == "same":
        return f"The median numbers and mean credences{stated} of both imply {here}."
    return (
        f"By median numbers and mean credences{stated}, what they imply differs "
        f"{CAUSES[step.cause]}: {here} {within[0]}, {there} {within[1]}."
    )


def _stating(collection: Collection, found: Choosers) -> tuple[int, ...]:
    """Return how many people of each side state credences."""
    stating = {*rows_stating(collection.views)}
    return tuple(len(stating & {*rows}) for rows in found.rows)


def _some(found: Choosers, counts: tuple[int, ...]) -> str:
    """Return how many of each side state credences; empty if all do."""
    if counts == tuple(map(len, found.rows)):
        return ""
    return f" ({' and '.join(map(str, counts))} state credences)"


def _causes(found: Choosers) -> Counter[Cause]:
    """Return what makes the implied choices differ, by pair of people if they are few, else of all together.

    It is `same` too where a view does not imply what its side chooses: of all together, if neither does.
    """
    if found.few:
        return Counter(step.cause if all(step.fits(found.options)) else "same" for step in found.by_person)
    step = found.division.credences
    assert step is not None
    return Counter([step.cause if any(step.fits(found.options)) else "same"])


def _by_pairs(causes: Counter[Cause]) -> str:
    """Return in how many pairs of people numbers alone make the difference, credences alone, or only both."""
    told = (
        (causes["numbers"] + causes["either"], "the numbers alone make the difference in"),
        (causes["credences"] + causes["either"], "the credences alone in"),
        (causes["together"], "only both together in"),
        (causes["same"], "neither in"),
    )
    words = ", ".join(f"{told} {count}" for count, told in told if count)
    return f"Of {causes.total()} pairs of them compared, {words}"


def _by_one_cause(found: Choosers, cause: Cause, phrases: Phrases) -> str:
    """Return what makes the difference, and what the views imply where that is not what is chosen."""
    if cause == "same":
        return NOT_IN_THESE
    step = found.division.credences
    implied = "these choices"
    if not found.few and step is not None and not all(step.fits(found.options)):
        sides = zip(implied_by(step, phrases), found.options, step.fits(found.options), strict=True)
        here, there = (
            told if fits else f"{told}, not {phrases.letters[option]}," for told, option, fits in sides
        )
        implied = f"{here} for the first and {there} for the others"
    return f"Their own numbers and credences imply {implied}; {MAKE[cause]}"
