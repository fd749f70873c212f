"""What divides two groups, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.reports.blocks import Line, Sentences, Table
from dilemma.reports.collect.phrases import KINDS, Phrases, divided_by
from dilemma.reports.words.names import cut, listed
from dilemma.robustness.collection.division import CredenceStep, Division, Setting, Step

__all__ = ["division_block", "division_lines", "division_summary", "main_setting"]

BRIEF_SETTINGS = 3
SHORT = 30  # characters of a name in the table
COLUMNS = ("", "group 1", "group 2", "helps to turn")
NOTHING = "Nothing: the typical views of both have the same verdicts."


def division_summary(division: Division) -> str:
    """Return whether what divides two groups is facts, values, or what is owed."""
    if not division.steps:
        return "No verdict divides the typical views of the two largest."
    kinds = ((step.kinds, len(step.theories)) for step in division.steps)
    return f"Between the two largest, {divided_by(kinds)}."


def theories_by_setting(division: Division) -> dict[str, tuple[Setting, tuple[str, ...]]]:
    """Return each setting that carries a verdict, with the theories, by address, most theories first."""
    theories: dict[str, dict[str, None]] = {}
    settings: dict[str, Setting] = {}
    for step in division.steps:
        for setting in step.settings:
            settings[setting.address] = setting
            theories.setdefault(setting.address, {}).update(dict.fromkeys(step.theories))
    order = sorted(settings, key=lambda address: -len(theories[address]))
    return {address: (settings[address], tuple(theories[address])) for address in order}


def main_setting(division: Division) -> Setting | None:
    """Return the setting that helps to carry most theories; None if none carries any."""
    return next((setting for setting, _ in theories_by_setting(division).values()), None)


def division_block(division: Division, phrases: Phrases) -> Table | Sentences:
    """Return the settings that carry verdicts between two groups, most theories first, with both values.

    With whole names these are lines, since a table would be too wide.
    """
    found = list(theories_by_setting(division).values())
    rest = " ".join(remarks(division, phrases, [setting for setting, _ in found]))
    title = "What divides 1 from 2"
    if phrases.full:
        lines = [Line(*in_a_line(setting, theories, phrases)) for setting, theories in found]
        return Sentences(title, (*lines, *([Line("Note", rest)] if rest else ())))
    shown = found[:BRIEF_SETTINGS]
    cut_off = f" ({len(shown)} of {len(found)})" if len(shown) < len(found) else ""
    rows = tuple(row_of(setting, theories, phrases) for setting, theories in shown)
    return Table(f"{title}{cut_off}", COLUMNS, rows, rest)


def remarks(division: Division, phrases: Phrases, settings: Sequence[Setting]) -> Iterator[str]:
    """Yield what is to be known besides: that nothing divides, the unit of values, what credences do."""
    if not settings:
        yield NOTHING
    if phrases.full and any(one.kind == "value" and one.address.endswith(".value") for one in settings):
        yield f"Values in {phrases.document.scenario.unit}."
    step = division.credences
    if step and (phrases.full or step.by_credences.choice != step.here.choice):
        yield credences_in_words(step, phrases)


def in_a_line(setting: Setting, theories: Sequence[str], phrases: Phrases) -> tuple[str, str]:
    """Return a setting's kind, and its name, both values, and the theories that it helps to turn."""
    name, kind, here, there, turns = row_of(setting, theories, phrases)
    return kind, f"{name}: {here} in group 1, {there} in group 2; helps to turn {turns}"


def row_of(setting: Setting, theories: Sequence[str], phrases: Phrases) -> tuple[str, ...]:
    """Return a setting, its kind, its values in both groups, and the theories that it helps to carry."""
    here, there = (phrases.plain(setting.address, value) for value in (setting.here, setting.there))
    name = phrases.number(setting.address)
    return (
        name if phrases.full else cut(name, SHORT),
        KINDS[setting.kind],
        here,
        there,
        phrases.short_names(theories),
    )


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
        f"By numbers and credences group 1 implies {here}, group 2 {there}; with the other's credences group "
        f"1 would imply {by_credences}, with the other's numbers {by_numbers}."
    )
