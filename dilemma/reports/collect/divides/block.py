"""What divides two groups, or those who choose two options, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.reports.blocks import Line, Sentences, Table
from dilemma.reports.collect.divides.carried import Carried, carried
from dilemma.reports.collect.divides.implied import credences_of_groups, known_step
from dilemma.reports.collect.divides.notes import notes_on_choosers
from dilemma.reports.collect.divides.sides import Sides
from dilemma.reports.collect.phrases import Phrases, divided_by
from dilemma.reports.words.names import cut, listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.dividing.choosers import Choosers
from dilemma.robustness.collection.dividing.division import CredenceStep, Division, Setting, Step

__all__ = ["Divided", "division_block", "division_lines", "no_number"]

BRIEF_SETTINGS = 3
SHORT = 27  # characters of a name in the table
JOINTLY = "Jointly: only together with other settings."
WHOSE = {
    "medians": "Values are medians",
    "typical views": "Values are those of a typical view of either side",
}
NOTHING = "Nothing in the numbers: at the typical numbers of both, every theory judges alike."


class Divided(NamedTuple):
    """What is told of two sets of people: a title, the words for both, the settings, and their credences.

    `nothing` is said if there are no settings. `credences` is None where they are not to be told, `means` is
    true if the answer tells of mean ones. `notes` are sentences on what else is to be known.
    """

    title: str
    sides: Sides
    steps: Sequence[Step]
    nothing: str
    credences: CredenceStep | None = None
    notes: tuple[str, ...] = ()
    means: bool = False

    @classmethod
    def of_groups(cls, collection: Collection, division: Division) -> Divided:
        """Return what divides groups 1 and 2."""
        sides = Sides.of_groups(collection)
        credences = known_step(collection, division, sides)
        return cls(f"What divides {sides.both}", sides, division.steps, NOTHING, credences)

    @classmethod
    def of_choosers(cls, collection: Collection, found: Choosers, phrases: Phrases) -> Divided:
        """Return what divides the people who choose each of two options."""
        sides = Sides.of_choosers(collection, found, phrases)
        words = no_number(found, phrases)
        nothing = f"{words[0].upper()}{words[1:]}."
        notes = tuple(filter(None, notes_on_choosers(collection, found, phrases)))
        means = known_step(collection, found.division, sides) is not None
        return cls(f"What divides {sides.both}", sides, found.explaining, nothing, notes=notes, means=means)


def no_number(found: Choosers, phrases: Phrases) -> str:
    """Return that no number explains the choices of two sides."""
    if found.few:
        return "no number explains what they choose"
    options = " or ".join(phrases.letters[option] for option in found.options)
    return f"no theory turns towards {options} between their median numbers"


def division_block(told: Divided, phrases: Phrases, title: str) -> Table | Sentences:
    """Return the settings that carry verdicts between two sets of people, most theories first.

    With whole names these are lines, since a table would be too wide.
    """
    sides, found = told.sides, carried(told.steps)
    shown = found if phrases.full else found[:BRIEF_SETTINGS]
    rest = " ".join(remarks(told, phrases, [one.setting for one in shown]))
    if phrases.full or not shown:
        lines = [Line(*in_a_line(one, phrases, sides)) for one in shown]
        return Sentences(title, (*lines, *([Line("Note", rest)] if rest else ())))
    if len(shown) < len(found):
        rest = f"{len(shown)} of {len(found)} settings are shown. {rest}"
    return Table(
        title, ("", *sides.heads, "turns"), tuple(row_of(one, phrases, sides) for one in shown), rest
    )


def remarks(told: Divided, phrases: Phrases, settings: Sequence[Setting]) -> Iterator[str]:
    """Yield what is to be known besides: that nothing divides, the kinds of setting, units, and notes."""
    if not settings:
        yield told.nothing
    else:
        if phrases.full or len({step.kinds for step in told.steps}) > 1:
            yield f"{divided_by((step.kinds, len(step.theories)) for step in told.steps)}."
        if whose := told.sides.of_whom(settings):
            yield f"{WHOSE[whose]}{', credences means' if told.means else ''}."
    if any(len(step.settings) > 1 for step in told.steps):
        yield JOINTLY
    if phrases.full and any(one.kind == "value" and one.address.endswith(".value") for one in settings):
        yield f"Values in {phrases.document.scenario.unit}."
    yield from told.notes
    step = told.credences
    if step and (phrases.full or step.cause != "same"):
        yield credences_of_groups(step, phrases, told.sides)


def in_a_line(carried: Carried, phrases: Phrases, sides: Sides) -> tuple[str, str]:
    """Return a setting's kind, and its name, both values, and the theories that it turns."""
    name, kind, here, there, turns = row_of(carried, phrases, sides)
    return kind, f"{name}: {here} {sides.within[0]}, {there} {sides.within[1]}; turns {turns}"


def row_of(carried: Carried, phrases: Phrases, sides: Sides) -> tuple[str, ...]:
    """Return a setting, its kind, its values in both groups, and the theories that it turns."""
    setting = carried.setting
    here, there = sides.values(setting, phrases)
    name = phrases.number(setting.address)
    return (
        name if phrases.full else cut(name, SHORT),
        phrases.kind(setting.address, setting.kind),
        here,
        there,
        theories_turned(carried, phrases),
    )


def theories_turned(carried: Carried, phrases: Phrases) -> str:
    """Return the theories that a setting turns alone, then those that it turns with other settings."""
    alone, others = carried.alone, carried.with_others
    first = phrases.short_names(alone) if alone else ""
    if alone and not phrases.full:
        return f"{first}; {len(others)} more jointly" if others else first
    return "; ".join(filter(None, (first, f"{phrases.short_names(others)} jointly" if others else "")))


def division_lines(divided: Divided, phrases: Phrases) -> Iterator[Line]:
    """Yield the settings that carry each verdict from the first side to the second, fewest settings first."""
    for step in ordered(divided.steps):
        told = []
        for setting in step.settings:
            here, there = divided.sides.values(setting, phrases)
            told.append(f"{phrases.number(setting.address)}: {there} rather than {here}")
        yield Line(phrases.short_names(step.theories), listed(told))


def ordered(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with the fewest settings first, and of these those that carry most theories."""
    return sorted(steps, key=lambda step: (len(step.settings), -len(step.theories)))
