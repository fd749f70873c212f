"""Report of a collection of views: what people say, their groups, what divides them, what they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dilemma.reports.blocks import (
    Bar,
    BarRow,
    Bars,
    Block,
    Closing,
    Commands,
    Group,
    Heading,
    Line,
    Paragraphs,
    Sentences,
)
from dilemma.reports.collect.answer import answer
from dilemma.reports.collect.counts import IMPLIED, CountRow, people_rows, theory_row
from dilemma.reports.collect.credences import credence_table
from dilemma.reports.collect.divides import Sides, division_block, division_lines
from dilemma.reports.collect.members import member_lines, people_lines
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.spreads import disputed, spreads_block, unmoved
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.options import option_names
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.division import Division

__all__ = ["CLOSING", "LEGEND", "Detail", "collection_blocks", "common_ground", "divisions", "groups_title"]

LEGEND = (
    "Views: █ chosen, alone or not; ░ only permitted. Implied: what most ways to combine the theories choose "
    "by a view's own numbers and credences"
)
TURNING = "Theory by theory"
CLOSING = "This counts what people said and what follows from it. That many say so is no evidence."
BRIEF_NUMBERS = 1  # drawn where not everything is told


class Detail(NamedTuple):
    """What a report tells besides the collection: views left out, commands to type next, and whether all."""

    left_out: int = 0
    commands: tuple[Line, ...] = ()
    full: bool = False


def collection_blocks(collection: Collection, phrases: Phrases, told: Detail) -> Iterator[Block]:
    """Yield the report of a collection, in the order it is read."""
    scenario = collection.document.scenario
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield option_names(scenario)
    yield Paragraphs("", answer(collection, phrases, told.left_out))
    yield counts(collection, phrases, full=told.full)
    yield Sentences("Common ground", tuple(common_ground(collection, phrases)))
    if len(collection.groups) > 1 or told.full:
        yield Sentences(groups_title(collection), tuple(member_lines(collection, phrases, full=told.full)))
    for title, division, sides in divisions(collection, phrases, full=told.full):
        yield division_block(division, phrases, sides, title)
        if told.full:
            yield Sentences(TURNING, tuple(division_lines(division, phrases)))
    if credences := credence_table(collection, phrases):
        yield credences
    numbers = disputed(collection)
    shown = numbers if told.full else numbers[:BRIEF_NUMBERS]
    if shown:
        yield spreads_block(collection, shown, phrases, "Most disputed")
    if told.full:
        yield Sentences("Views", tuple(people_lines(collection, phrases)))
    if told.commands:
        yield Commands("Next", told.commands)
    yield Closing(CLOSING)


def groups_title(collection: Collection) -> str:
    """Return the title of the groups: by what they are formed."""
    by = "own choice" if collection.grouped_by == "choice" else "the verdicts that follow from the numbers"
    return f"Groups by {by}"


def divisions(
    collection: Collection, phrases: Phrases, *, full: bool
) -> Iterator[tuple[str, Division, Sides]]:
    """Yield what divides those who choose otherwise, and groups, each with a title and the words for both.

    Without `full` only the first of these in which some setting carries a verdict, since both are long.
    """
    found = []
    if collection.choosers and collection.grouped_by != "choice":
        sides = Sides.of_choosers(collection.choosers, phrases)
        found.append((f"What divides {sides.both}", collection.choosers.division, sides))
    if collection.division:
        sides = Sides.of_groups()
        found.append((f"What divides {sides.both}", collection.division, sides))
    yield from found if full else [one for one in found if one[1].steps][:1]


def counts(collection: Collection, phrases: Phrases, *, full: bool) -> Bars:
    """Return how many views choose each option: by people themselves, as implied, and by each theory.

    Without `full`, theories that choose the same in every view are left to the common ground.
    """
    views = len(collection.views)
    without = sum(not one.choice for one in collection.implied)
    notes = {IMPLIED: f"{without} none"} if without else {}
    rows = [(row, notes.get(row.label, "")) for row in people_rows(collection)]
    for at in collection.shown:
        chosen = collection.verdicts.chosen[:, at]
        if full or (chosen != chosen[0]).any():
            silent = int((chosen == collection.verdicts.every).sum())
            rows.append((theory_row(collection, at), f"silent in {silent}" if silent else ""))
    equal = sum(not one.stated for one in collection.implied)
    credences = f"; {equal} state no credences: families of theories count alike" if equal and full else ""
    drawn = tuple(bar_row(row, note, len(phrases.letters), views) for row, note in rows)
    return Bars(tuple(phrases.letters.values()), (Group("", drawn),), f"{LEGEND}{credences}.")


def bar_row(row: CountRow, note: str, options: int, views: int) -> BarRow:
    """Return a row of counts, with a note after its label, and bars for their share of all views."""
    label = f"{row.label} ({note})" if note else row.label
    bars = (
        Bar("plain", row.choosing(place) / views, row.allowing(place) / views, str(row.choosing(place)))
        for place in range(options)
    )
    return BarRow(label, label, tuple(bars))


def common_ground(collection: Collection, phrases: Phrases) -> Iterator[Line]:
    """Yield what holds in every view, what nobody and no theory takes, and numbers whose spread is idle."""
    held: dict[str, list[str]] = {}
    for theory, choice in collection.constant().items():
        held.setdefault(phrases.letters_of(choice), []).append(phrases.short_name(theory))
    told = "; ".join(f"{listed(names)} {choice}" for choice, names in held.items())
    yield Line("In every view", told or "no theory chooses the same")
    untaken = collection.untaken()
    if untaken:
        yield Line(
            "Taken by no one", f"{listed([phrases.letters[id] for id in untaken])}: no person, no theory"
        )
    idle = list(unmoved(collection))
    if idle:
        more = f" and {counted(len(idle) - 1, 'other')}" if len(idle) > 1 else ""
        yield Line("Turns nothing alone", f"disagreement on {phrases.number(idle[0].address)}{more}")
