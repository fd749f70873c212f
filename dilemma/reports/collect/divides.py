"""What divides two groups, in words."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Line, Table
from dilemma.reports.collect.phrases import KINDS, Phrases, divided_by
from dilemma.reports.words.names import counted, cut, listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.division import CredenceStep, Division, Setting, Step

__all__ = ["division_lines", "division_summary", "division_table"]

BRIEF_SETTINGS = 3
SHORT = 30  # characters of a name in the table
COLUMNS = ("", "group 1", "group 2", "carries")
NOTHING = "Nothing: the typical views of both have the same verdicts."


def division_summary(collection: Collection) -> str:
    """Return whether what divides the two largest groups is facts, values, or what is owed."""
    division = collection.division
    if division is None:
        return ""
    if not division.steps:
        return "No verdict divides the typical views of the two largest."
    kinds = ((step.kinds, len(step.theories)) for step in division.steps)
    return f"Between the two largest, {divided_by(kinds)}."


def division_table(division: Division, phrases: Phrases) -> Table:
    """Return the settings that carry verdicts between two groups, most theories first, with both values."""
    theories: dict[str, dict[str, None]] = {}
    settings: dict[str, Setting] = {}
    for step in division.steps:
        for setting in step.settings:
            settings[setting.address] = setting
            theories.setdefault(setting.address, {}).update(dict.fromkeys(step.theories))
    order = sorted(settings, key=lambda address: -len(theories[address]))
    shown = order if phrases.full else order[:BRIEF_SETTINGS]
    rest = [f"{counted(len(order) - len(shown), 'more setting')}: --full."] if len(shown) < len(order) else []
    if not order:
        rest.append(NOTHING)
    if division.credences:
        rest.append(credences_in_words(division.credences, phrases))
    return Table(
        "What divides group 1 from group 2",
        COLUMNS,
        tuple(row_of(settings[address], [*theories[address]], phrases) for address in shown),
        " ".join(rest),
    )


def row_of(setting: Setting, theories: list[str], phrases: Phrases) -> tuple[str, ...]:
    """Return a setting, its kind, its values in both groups, and the theories that it helps to carry."""
    here, there = (phrases.plain(setting.address, value) for value in (setting.here, setting.there))
    name = phrases.number(setting.address)
    told = name if phrases.full else cut(name, SHORT)
    return told, KINDS[setting.kind], here, there, phrases.short_names(theories)


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
        return f"The numbers and credences of both imply {here}."
    return (
        f"Group 1 implies {here}, group 2 {there}; group 1 with the credences of group 2 {by_credences}, "
        f"with its numbers {by_numbers}."
    )
