"""What divides two groups, or those who choose two options, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.reports.blocks import Line, Sentences, Table
from dilemma.reports.collect.phrases import Phrases, divided_by
from dilemma.reports.words.names import cut, listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.credences import rows_stating
from dilemma.robustness.collection.dividing.choosers import Choosers, are_few
from dilemma.robustness.collection.dividing.division import Cause, CredenceStep, Division, Setting, Step
from dilemma.robustness.collection.numbers import Number

__all__ = [
    "CAUSES",
    "Divided",
    "Sides",
    "division_block",
    "division_lines",
    "division_summary",
    "implied_by",
    "main_setting_in_words",
    "no_number",
]

BRIEF_SETTINGS = 3
SHORT = 27  # characters of a name in the table
JOINTLY = "Jointly: only together with other settings."
MEDIANS = "Values are medians."
NOTHING = "Nothing in the numbers: at the typical numbers of both, every theory judges alike."

CAUSES: Mapping[Cause, str] = {
    "either": "by the numbers, and would by the credences too",
    "numbers": "by the numbers, not by the credences",
    "credences": "by the credences, not by the numbers",
    "together": "only by numbers and credences together",
    "same": "in nothing",
}
"""By what that which two sides imply differs."""


class Sides(NamedTuple):
    """The words for two sets of people: heads of columns, where a value holds, each and both of them.

    `rows` are their views and `numbers` those of the collection, so that the values of few people can be
    told one by one.
    """

    heads: tuple[str, str]
    within: tuple[str, str]
    each: tuple[str, str]
    rows: tuple[Sequence[int], Sequence[int]]
    numbers: Sequence[Number]

    @classmethod
    def of_groups(cls, collection: Collection) -> Sides:
        """Return the words for groups 1 and 2."""
        rows = (collection.groups[0].rows, collection.groups[1].rows)
        heads, within = ("group 1", "group 2"), ("in group 1", "in group 2")
        return cls(heads, within, ("group 1", "group 2"), rows, collection.numbers)

    @classmethod
    def of_choosers(cls, collection: Collection, found: Choosers, phrases: Phrases) -> Sides:
        """Return the words for the people who choose each of two options."""
        here, there = (phrases.letters[option] for option in found.options)
        one, other = (
            f"the {len(rows)} who {'chooses' if len(rows) == 1 else 'choose'}" for rows in found.rows
        )
        within = (f"where {here} is chosen", f"where {there} is")
        each = (f"{one} {here}", f"{other} {there}")
        return cls((f"choose {here}", f"choose {there}"), within, each, found.rows, collection.numbers)

    @property
    def both(self) -> str:
        """Both sets of people."""
        one, other = self.each
        return "groups 1 and 2" if one == "group 1" else f"{one} and {other}"

    @property
    def few(self) -> bool:
        """Whether one side has too few people for a median."""
        return are_few(self.rows)

    def values(self, setting: Setting, phrases: Phrases) -> tuple[str, str]:
        """Return the values of a setting on both sides: of few people each, else that of the typical view."""
        number = next((one for one in self.numbers if one.address == setting.address), None)
        if number is None or not self.few:
            return phrases.plain(setting.address, setting.here), phrases.plain(setting.address, setting.there)
        one, other = (phrases.values_of(number, rows) for rows in self.rows)
        return one, other


def division_summary(steps: Sequence[Step], sides: Sides) -> str:
    """Return whether what divides two groups is facts, values, or what is owed."""
    if not steps:
        return (
            f"Between {sides.both}, no theory's verdict differs at the numbers typical of each: "
            "what parts them is not in these numbers."
        )
    return f"Between {sides.both}, {divided_by((step.kinds, len(step.theories)) for step in steps)}."


def main_setting_in_words(steps: Sequence[Step], sides: Sides, phrases: Phrases) -> str:
    """Return the setting on which most theories turn, with both values; empty if none turns."""
    setting = next((one.setting for one in carried(steps)), None)
    if setting is None:
        return ""
    here, there = sides.values(setting, phrases)
    median = "" if sides.few or not isinstance(setting.here, float | int) else " (medians)"
    name = phrases.number(setting.address, whole=True)
    kind = phrases.a_kind(setting.address, setting.kind)
    values = f"{here} {sides.within[0]}, {there} {sides.within[1]}{median}"
    return f"What turns most theories is {kind}: {name}, {values}."


class Carried(NamedTuple):
    """A setting with the theories whose verdicts it carries alone, and those it carries with others."""

    setting: Setting
    alone: tuple[str, ...]
    with_others: tuple[str, ...]

    @property
    def theories(self) -> tuple[str, ...]:
        """All theories that it helps to carry."""
        return self.alone + self.with_others


def carried(steps: Sequence[Step]) -> list[Carried]:
    """Return each setting that carries a verdict, with the theories, most theories first."""
    found: dict[str, Carried] = {}
    for step in sorted(steps, key=lambda step: len(step.settings)):
        for setting in step.settings:
            one = found.get(setting.address, Carried(setting, (), ()))
            new = tuple(theory for theory in step.theories if theory not in one.theories)
            found[setting.address] = (
                one._replace(alone=one.alone + new)
                if len(step.settings) == 1
                else one._replace(with_others=one.with_others + new)
            )
    return sorted(found.values(), key=lambda one: -len(one.theories))


class Divided(NamedTuple):
    """What is told of two sets of people: a title, the words for both, the settings, and their credences.

    `nothing` is said if there are no settings. `credences` is None where they are not to be told.
    """

    title: str
    sides: Sides
    steps: Sequence[Step]
    nothing: str
    credences: CredenceStep | None

    @classmethod
    def of_groups(cls, collection: Collection, division: Division) -> Divided:
        """Return what divides groups 1 and 2."""
        sides = Sides.of_groups(collection)
        credences = mean_step(collection, division, sides)
        return cls(f"What divides {sides.both}", sides, division.steps, NOTHING, credences)

    @classmethod
    def of_choosers(cls, collection: Collection, found: Choosers, phrases: Phrases) -> Divided:
        """Return what divides the people who choose each of two options."""
        sides = Sides.of_choosers(collection, found, phrases)
        words = no_number(found, phrases)
        nothing = f"{words[0].upper()}{words[1:]}."
        credences = mean_step(collection, found.division, sides) if phrases.full else None
        return cls(f"What divides {sides.both}", sides, found.explaining, nothing, credences)


def no_number(found: Choosers, phrases: Phrases) -> str:
    """Return that no number explains the choices of two sides."""
    options = " or ".join(phrases.letters[option] for option in found.options)
    if found.few:
        return f"no number sets the two sides apart in what theories say of {options}"
    return f"between the median numbers of both, no theory turns towards {options}"


def mean_step(collection: Collection, division: Division, sides: Sides) -> CredenceStep | None:
    """Return what the mean credences of two sides make of their choices; None if one is small or has none."""
    stating = {*rows_stating(collection.views)}
    known = all(stating & {*rows} for rows in sides.rows)
    return division.credences if known and not sides.few else None


def division_block(told: Divided, phrases: Phrases, title: str) -> Table | Sentences:
    """Return the settings that carry verdicts between two sets of people, most theories first.

    With whole names these are lines, since a table would be too wide.
    """
    sides, found = told.sides, carried(told.steps)
    shown = found if phrases.full else found[:BRIEF_SETTINGS]
    rest = " ".join(remarks(told, phrases, [one.setting for one in shown]))
    if phrases.full:
        lines = [Line(*in_a_line(one, phrases, sides)) for one in shown]
        return Sentences(title, (*lines, *([Line("Note", rest)] if rest else ())))
    if len(shown) < len(found):
        rest = f"{len(shown)} of {len(found)} settings are shown. {rest}"
    return Table(
        title, ("", *sides.heads, "turns"), tuple(row_of(one, phrases, sides) for one in shown), rest
    )


def remarks(told: Divided, phrases: Phrases, settings: Sequence[Setting]) -> Iterator[str]:
    """Yield what is to be known besides: that nothing divides, the unit of values, what credences do."""
    if not settings:
        yield told.nothing
    elif not told.sides.few:
        yield MEDIANS
    if any(len(step.settings) > 1 for step in told.steps):
        yield JOINTLY
    if phrases.full and any(one.kind == "value" and one.address.endswith(".value") for one in settings):
        yield f"Values in {phrases.document.scenario.unit}."
    step = told.credences
    if step and (phrases.full or step.cause != "same"):
        yield credences_in_words(step, phrases, told.sides)


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


def credences_in_words(step: CredenceStep, phrases: Phrases, sides: Sides) -> str:
    """Return what exchanging credences or numbers makes of the choice that the first side implies."""
    here, there = implied_by(step, phrases)
    if step.cause == "same":
        return f"The median numbers and mean credences of both imply {here}."
    return (
        "By median numbers and mean credences, what they imply differs "
        f"{CAUSES[step.cause]}: {here} {sides.within[0]}, {there} {sides.within[1]}."
    )


def implied_by(step: CredenceStep, phrases: Phrases) -> tuple[str, str]:
    """Return the choices that two sides imply, in letters."""
    here, there = (
        phrases.letters_of(one.choice) if one.choice else "no one option" for one in (step.here, step.there)
    )
    return here, there
