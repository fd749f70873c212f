"""What divides two groups, or those who choose two options, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.reports.blocks import Line, Sentences, Table
from dilemma.reports.collect.phrases import Phrases, divided_by
from dilemma.reports.words.names import cut, listed
from dilemma.robustness.collection.collection import Choosers
from dilemma.robustness.collection.division import CredenceStep, Division, Setting, Step

__all__ = [
    "Sides",
    "division_block",
    "division_lines",
    "division_summary",
    "main_setting_in_words",
]

BRIEF_SETTINGS = 3
SHORT = 27  # characters of a name in the table
NOTHING = "Nothing in the numbers: at the typical numbers of both, every theory judges alike."

CAUSES = {
    (True, True): "the numbers alone make this difference, and so do the credences alone",
    (True, False): "the numbers alone make this difference",
    (False, True): "the credences alone make this difference",
    (False, False): "only numbers and credences together make this difference",
}
"""What makes two sides imply different choices: by whether numbers alone do, and credences alone."""


class Sides(NamedTuple):
    """The words for two sets of people: heads of columns, where a value holds, and both of them."""

    heads: tuple[str, str]
    within: tuple[str, str]
    both: str

    @classmethod
    def of_groups(cls) -> Sides:
        """Return the words for groups 1 and 2."""
        return cls(("group 1", "group 2"), ("in group 1", "in group 2"), "groups 1 and 2")

    @classmethod
    def of_choosers(cls, found: Choosers, phrases: Phrases) -> Sides:
        """Return the words for the people who choose each of two options."""
        here, there = (phrases.letters[option] for option in found.options)
        one, other = (
            f"the {len(rows)} who {'chooses' if len(rows) == 1 else 'choose'}" for rows in found.rows
        )
        within = (f"where {here} is chosen", f"where {there} is")
        return cls((f"choose {here}", f"choose {there}"), within, f"{one} {here} and {other} {there}")


def division_summary(division: Division, sides: Sides) -> str:
    """Return whether what divides two sets of people is facts, values, or what is owed."""
    if not division.steps:
        return (
            f"Between {sides.both}, no theory's verdict differs at the numbers typical of each: "
            "what parts them is not in these numbers."
        )
    kinds = ((step.kinds, len(step.theories)) for step in division.steps)
    return f"Between {sides.both}, {divided_by(kinds)}."


def main_setting_in_words(division: Division, sides: Sides, phrases: Phrases) -> str:
    """Return the setting on which most theories turn, with both values; empty if none turns."""
    setting = main_setting(division)
    if setting is None:
        return ""
    here, there = (phrases.plain(setting.address, value) for value in (setting.here, setting.there))
    name = phrases.number(setting.address, whole=True)
    kind = phrases.a_kind(setting.address, setting.kind)
    return f"What turns most theories is {kind}: {name}, {here} {sides.within[0]}, {there} {sides.within[1]}."


class Carried(NamedTuple):
    """A setting with the theories whose verdicts it carries alone, and those it carries with others."""

    setting: Setting
    alone: tuple[str, ...]
    with_others: tuple[str, ...]

    @property
    def theories(self) -> tuple[str, ...]:
        """All theories that it helps to carry."""
        return self.alone + self.with_others


def carried(division: Division) -> list[Carried]:
    """Return each setting that carries a verdict, with the theories, most theories first."""
    found: dict[str, Carried] = {}
    for step in sorted(division.steps, key=lambda step: len(step.settings)):
        for setting in step.settings:
            one = found.get(setting.address, Carried(setting, (), ()))
            new = tuple(theory for theory in step.theories if theory not in one.theories)
            found[setting.address] = (
                one._replace(alone=one.alone + new)
                if len(step.settings) == 1
                else one._replace(with_others=one.with_others + new)
            )
    return sorted(found.values(), key=lambda one: -len(one.theories))


def main_setting(division: Division) -> Setting | None:
    """Return the setting that helps to carry most theories; None if none carries any."""
    return next((one.setting for one in carried(division)), None)


def division_block(division: Division, phrases: Phrases, sides: Sides, title: str) -> Table | Sentences:
    """Return the settings that carry verdicts between two sets of people, most theories first.

    With whole names these are lines, since a table would be too wide.
    """
    found = carried(division)
    shown = found if phrases.full else found[:BRIEF_SETTINGS]
    rest = " ".join(remarks(division, phrases, sides, [one.setting for one in shown]))
    if phrases.full:
        lines = [Line(*in_a_line(one, phrases, sides)) for one in shown]
        return Sentences(title, (*lines, *([Line("Note", rest)] if rest else ())))
    if len(shown) < len(found):
        title += f" ({len(shown)} of {len(found)} settings)"
    return Table(title, ("", *sides.heads, "turns"), tuple(row_of(one, phrases) for one in shown), rest)


def remarks(division: Division, phrases: Phrases, sides: Sides, settings: Sequence[Setting]) -> Iterator[str]:
    """Yield what is to be known besides: that nothing divides, the unit of values, what credences do."""
    if not settings:
        yield NOTHING
    if phrases.full and any(one.kind == "value" and one.address.endswith(".value") for one in settings):
        yield f"Values in {phrases.document.scenario.unit}."
    step = division.credences
    if step and (phrases.full or step.by_credences.choice != step.here.choice):
        yield credences_in_words(step, phrases, sides)


def in_a_line(carried: Carried, phrases: Phrases, sides: Sides) -> tuple[str, str]:
    """Return a setting's kind, and its name, both values, and the theories that it turns."""
    name, kind, here, there, turns = row_of(carried, phrases)
    return kind, f"{name}: {here} {sides.within[0]}, {there} {sides.within[1]}; turns {turns}"


def row_of(carried: Carried, phrases: Phrases) -> tuple[str, ...]:
    """Return a setting, its kind, its values in both groups, and the theories that it turns."""
    setting = carried.setting
    here, there = (phrases.plain(setting.address, value) for value in (setting.here, setting.there))
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
    first = f"{phrases.short_names(alone)} alone" if alone else ""
    if alone and not phrases.full:
        return f"{first}, {len(others)} more with others" if others else first
    return "; ".join(filter(None, (first, f"{phrases.short_names(others)} with others" if others else "")))


def division_lines(division: Division, phrases: Phrases) -> Iterator[Line]:
    """Yield the settings that carry each verdict from the first side to the second, fewest settings first."""
    for step in ordered(division):
        told = listed([phrases.setting(setting) for setting in step.settings])
        yield Line(phrases.short_names(step.theories), told)


def ordered(division: Division) -> list[Step]:
    """Return the steps with the fewest settings first, and of these those that carry most theories."""
    return sorted(division.steps, key=lambda step: (len(step.settings), -len(step.theories)))


def credences_in_words(step: CredenceStep, phrases: Phrases, sides: Sides) -> str:
    """Return what exchanging credences or numbers makes of the choice that the first side implies."""
    here, there = (
        phrases.letters_of(one.choice) if one.choice else "no one option" for one in (step.here, step.there)
    )
    if here == there:
        return f"With their credences, the numbers of both imply {here}."
    numbers = step.by_numbers.choice == step.there.choice
    credences = step.by_credences.choice == step.there.choice
    cause = CAUSES[numbers, credences]
    return f"Numbers and credences imply {here} {sides.within[0]}, {there} {sides.within[1]}: {cause}."
