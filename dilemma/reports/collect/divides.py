"""What divides two groups, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.reports.blocks import Line, Sentences, Table
from dilemma.reports.collect.phrases import KINDS, Phrases, divided_by
from dilemma.reports.words.names import cut, listed
from dilemma.robustness.collection.division import CredenceStep, Division, Setting, Step

__all__ = ["division_block", "division_lines", "division_summary", "main_setting"]

BRIEF_SETTINGS = 3
SHORT = 27  # characters of a name in the table
COLUMNS = ("", "group 1", "group 2", "turns")
NOTHING = "Nothing: the typical views of both have the same verdicts."


def division_summary(division: Division) -> str:
    """Return whether what divides two groups is facts, values, or what is owed."""
    if not division.steps:
        return "No verdict divides the typical views of groups 1 and 2."
    kinds = ((step.kinds, len(step.theories)) for step in division.steps)
    return f"Between groups 1 and 2, {divided_by(kinds)}."


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


def division_block(division: Division, phrases: Phrases) -> Table | Sentences:
    """Return the settings that carry verdicts between two groups, most theories first, with both values.

    With whole names these are lines, since a table would be too wide.
    """
    found = carried(division)
    shown = found if phrases.full else found[:BRIEF_SETTINGS]
    rest = " ".join(remarks(division, phrases, [one.setting for one in shown]))
    title = "What divides 1 from 2"
    if phrases.full:
        lines = [Line(*in_a_line(one, phrases)) for one in shown]
        return Sentences(title, (*lines, *([Line("Note", rest)] if rest else ())))
    if len(shown) < len(found):
        title = f"What divides ({len(shown)} of {len(found)} settings)"
    return Table(title, COLUMNS, tuple(row_of(one, phrases) for one in shown), rest)


def remarks(division: Division, phrases: Phrases, settings: Sequence[Setting]) -> Iterator[str]:
    """Yield what is to be known besides: that nothing divides, the unit of values, what credences do."""
    if not settings:
        yield NOTHING
    if phrases.full and any(one.kind == "value" and one.address.endswith(".value") for one in settings):
        yield f"Values in {phrases.document.scenario.unit}."
    step = division.credences
    if step and (phrases.full or step.by_credences.choice != step.here.choice):
        yield credences_in_words(step, phrases)


def in_a_line(carried: Carried, phrases: Phrases) -> tuple[str, str]:
    """Return a setting's kind, and its name, both values, and the theories that it turns."""
    name, kind, here, there, turns = row_of(carried, phrases)
    return kind, f"{name}: {here} in group 1, {there} in group 2; turns {turns}"


def row_of(carried: Carried, phrases: Phrases) -> tuple[str, ...]:
    """Return a setting, its kind, its values in both groups, and the theories that it turns."""
    setting = carried.setting
    here, there = (phrases.plain(setting.address, value) for value in (setting.here, setting.there))
    name = phrases.number(setting.address)
    return (
        name if phrases.full else cut(name, SHORT),
        KINDS[setting.kind],
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
    """Yield the settings that carry each verdict from group 1 to group 2, fewest settings first."""
    for step in ordered(division):
        told = listed([phrases.setting(setting) for setting in step.settings])
        yield Line(phrases.short_names(step.theories), told)


def ordered(division: Division) -> list[Step]:
    """Return the steps with the fewest settings first, and of these those that carry most theories."""
    return sorted(division.steps, key=lambda step: (len(step.settings), -len(step.theories)))


def credences_in_words(step: CredenceStep, phrases: Phrases) -> str:
    """Return what exchanging credences or numbers makes of the choice that the first group implies."""
    here, there, by_credences, by_numbers = (
        phrases.letters_of(one.choice) if one.choice else "no one option" for one in step
    )
    if here == there:
        return f"By their numbers and credences both imply {here}."
    return (
        f"By numbers and credences group 1 implies {here}, group 2 {there}. With the credences of group 2, "
        f"group 1 would imply {by_credences}; with the numbers of group 2, {by_numbers}."
    )
