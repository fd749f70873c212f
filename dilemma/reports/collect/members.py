"""Groups of a collection in words, what sets each apart, and the people in them."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Line
from dilemma.reports.collect.answer import choices_in_words
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import counted
from dilemma.robustness.collection.collection import Collection, Mark, Member
from dilemma.robustness.collection.dividing.choosers import FEWEST_POOLED
from dilemma.robustness.collection.implied import Implied

__all__ = ["group_name", "groups_by_row", "member_lines", "people_lines"]

ALIKE = "no two sets of people are clearly apart"
MOST_GROUPS = 4  # groups told on one screen


def groups_by_row(collection: Collection) -> dict[int, int]:
    """Return the place of the group of each view, from 1, by row; views in no group are left out."""
    return {row: place for place, group in enumerate(collection.groups, 1) for row in group.rows}


def group_name(collection: Collection, place: int, phrases: Phrases) -> str:
    """Return the name of a group, by what sets it apart: an option, or the verdict of a theory."""
    group = collection.groups[place]
    if collection.grouped_by == "choice":
        return f"choose {phrases.letters_of((collection.views[group.rows[0]].choice or '',))}"
    if len(collection.groups) == 1:
        return "all views"
    trait = group.trait
    if trait is None:
        return "no one verdict"
    says = "does not apply" if trait.choice is None else f"says {phrases.letters_of(trait.choice)}"
    return f"{phrases.short_name(trait.theory)} {says}"


def member_lines(collection: Collection, phrases: Phrases, *, full: bool) -> Iterator[Line]:
    """Yield a line for each group; for those after the first few, without `full`, one together.

    If no two sets of people are clearly apart, a line says so, which is no agreement.
    """
    if len(collection.groups) == 1 and collection.grouped_by != "choice":
        chosen = {view.choice for view in collection.views} - {None}
        yield Line("None", f"{ALIKE}{', though they choose differently' if len(chosen) > 1 else ''}")
        return
    shown = collection.groups if full else collection.groups[:MOST_GROUPS]
    for place, group in enumerate(shown):
        label = f"{place + 1}  {group_name(collection, place, phrases)}"
        yield Line(label, "; ".join(facts_of(collection, group, phrases, full=full)))
    rest = collection.groups[len(shown) :]
    if rest:
        yield Line(
            "more", f"{counted(len(rest), 'group')} of {counted(sum(len(one.rows) for one in rest), 'view')}"
        )


def facts_of(collection: Collection, group: Member, phrases: Phrases, *, full: bool) -> Iterator[str]:
    """Yield what is told of a group: its size, its own choices, its verdict, its numbers, its people."""
    trait, rest = group.trait, len(collection.views) - len(group.rows)
    size = counted(len(group.rows), "view")
    if trait and collection.grouped_by != "choice":
        size += f" ({trait.inside} so, {trait.outside} of the other {rest})"
    yield size
    if collection.grouped_by != "choice":
        yield own_choices(collection, group, phrases)
    for mark in group.marks if full else ():
        yield mark_in_words(collection, group, mark, phrases)
    if full and not phrases.anonymous:
        yield ", ".join(phrases.person(collection.views[row], row) for row in group.rows)


def own_choices(collection: Collection, group: Member, phrases: Phrases) -> str:
    """Return what the people of a group choose by themselves."""
    told = choices_in_words(collection, group.rows, phrases)
    silent = sum(collection.views[row].choice is None for row in group.rows)
    return f"choose {told}{f', {silent} none' if silent else ''}" if told else "no own choice stated"


def mark_in_words(collection: Collection, group: Member, mark: Mark, phrases: Phrases) -> str:
    """Return a number that marks a group, with its medians there and elsewhere; of few people each value."""
    number = next(one for one in collection.numbers if one.address == mark.address)
    rest = [row for row, _ in enumerate(collection.views) if row not in group.rows]
    here, there = (
        phrases.values_of(number, rows) if len(rows) < FEWEST_POOLED else phrases.value_of(number, median)
        for rows, median in ((group.rows, mark.median), (rest, mark.elsewhere))
    )
    return f"{phrases.number(mark.address)} {here} (elsewhere {there})"


def implied_in_words(implied: Implied, phrases: Phrases) -> str:
    """Return what a person's numbers and credences imply; without credences, that there are none."""
    if not implied.stated:
        return "no credences"
    return f"implied {phrases.letters_of(implied.choice)}" if implied.choice else "no one option implied"


def people_lines(collection: Collection, phrases: Phrases) -> Iterator[Line]:
    """Yield a line for each view: its group, its own choice and what its numbers imply, and its reasons."""
    groups = groups_by_row(collection)
    for row, view in enumerate(collection.views):
        implied = collection.implied[row]
        told = [
            f"group {groups[row]}" if row in groups else "no group",
            f"chooses {phrases.letters_of((view.choice,))}" if view.choice else "no choice",
            implied_in_words(implied, phrases),
            counted(len(view.own), "number") + " set",
        ]
        if not phrases.anonymous:
            reasons = (
                f"{phrases.number(at)}: {why.because}" for at, why in view.reasons.items() if why.because
            )
            told += [part for part in (view.because, view.note, *reasons) if part]
        yield Line(phrases.person(view, row), "; ".join(told))
