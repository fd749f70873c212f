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
from dilemma.reports.collect.divides.block import Divided, division_block, division_lines
from dilemma.reports.collect.members import member_lines, people_lines
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.spreads import disputed, spreads_block, unmoved
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted, listed
from dilemma.reports.words.options import option_names
from dilemma.robustness.collection.collection import Collection

__all__ = [
    "CLOSING",
    "Detail",
    "collection_blocks",
    "common_ground",
    "divisions",
    "groups_title",
    "has_groups",
    "legend",
]

LEGEND = "Views that choose an option, alone or not."
PERMITTED = "░: views that only permit an option."
TURNING = "Theory by theory"
CLOSING = "This counts what people said and what follows from it. That many say so is no evidence."
MOST_ALIKE = 2  # numbers told that all set alike
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
    if has_groups(collection):
        yield Sentences(groups_title(collection), tuple(member_lines(collection, phrases, full=told.full)))
    for divided in divisions(collection, phrases, full=told.full):
        yield division_block(divided, phrases, divided.title)
        if told.full and divided.steps:
            yield Sentences(TURNING, tuple(division_lines(divided, phrases)))
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


def has_groups(collection: Collection) -> bool:
    """Return whether there may be groups to tell of: among several views."""
    return len(collection.views) > 1 or collection.grouped_by == "choice"


def divisions(collection: Collection, phrases: Phrases, *, full: bool) -> Iterator[Divided]:
    """Yield what divides those who choose otherwise, and groups.

    Without `full` groups are told only if no setting explains what people choose, since both are long.
    """
    if collection.choosers:
        yield Divided.of_choosers(collection, collection.choosers, phrases)
    if collection.division and (full or not (collection.choosers and collection.choosers.explaining)):
        yield Divided.of_groups(collection, collection.division)


def counts(collection: Collection, phrases: Phrases, *, full: bool) -> Bars:
    """Return how many views choose each option: by people themselves, as implied, and by each theory.

    Without `full`, theories that choose the same in every view are left to the common ground.
    """
    views = len(collection.views)
    rows = []
    for row in people_rows(collection):
        counted_ = sum(set_ is not None for set_ in row.chosen)
        none = f"; {row.choosing_none} none" if row.choosing_none else ""
        rows.append((row, f"of {counted_}{none}" if row.label == IMPLIED else ""))
    for at in collection.shown:
        chosen = collection.verdicts.chosen[:, at]
        if full or (chosen != chosen[0]).any():
            silent = int((chosen == collection.verdicts.every).sum())
            rows.append((theory_row(collection, at), f"silent in {silent}" if silent else ""))
    drawn = tuple(bar_row(row, note, len(phrases.letters), views) for row, note in rows)
    light = any(bar.light for row in drawn for bar in row.bars)
    signs = PERMITTED if light else ""
    return Bars(tuple(phrases.letters.values()), (Group("", drawn),), legend(collection), signs)


def legend(collection: Collection) -> str:
    """Return what the signs and the rows of the counts mean."""
    stating = sum(one.stated for one in collection.implied)
    if not stating:
        return f"{LEGEND} Nobody states credences (how likely they take each theory to be right)."
    return (
        f"{LEGEND} Implied: what most ways to combine the theories choose by one's own numbers "
        f"and credences (how likely each theory is right), of {stating} who state any."
    )


def bar_row(row: CountRow, note: str, options: int, views: int) -> BarRow:
    """Return a row of counts, with a note after its label, and bars for their share of all views."""
    label = f"{row.label} ({note})" if note else row.label
    bars = (
        Bar("plain", row.choosing(place) / views, row.allowing(place) / views, str(row.choosing(place)))
        for place in range(options)
    )
    return BarRow(label, label, tuple(bars))


def common_ground(collection: Collection, phrases: Phrases) -> Iterator[Line]:
    """Yield what people share, what theories say in every view, and numbers that make no difference."""
    if shared := shared_by_people(collection, phrases):
        yield Line("People", shared)
    held: dict[str, list[str]] = {}
    for theory, choice in collection.constant().items():
        held.setdefault(phrases.letters_of(choice), []).append(phrases.short_name(theory))
    told = "; ".join(f"{listed(names)} {choice}" for choice, names in held.items())
    yield Line(
        "Theories alike", f"in every view {told}" if told else "no theory chooses the same in every view"
    )
    untaken = collection.untaken()
    if untaken:
        yield Line(
            "Taken by no one",
            f"{listed([phrases.letters[id] for id in untaken])}: by no person and no theory",
        )
    idle = list(unmoved(collection))
    if idle:
        more = f" and {counted(len(idle) - 1, 'other')}" if len(idle) > 1 else ""
        numbers = f"{phrases.number(idle[0].address)}{more}"
        alone = "none of them turns a theory" if len(idle) > 1 else "it turns no theory"
        yield Line("No difference", f"{numbers} (people differ; alone {alone})")


def shared_by_people(collection: Collection, phrases: Phrases) -> str:
    """Return which numbers all leave as they are or set alike, and which options nobody chooses."""
    touched = {address for view in collection.views for address in view.values}
    left = sum(address not in touched for address in phrases.addresses)
    told = [f"all leave {left} of {len(phrases.addresses)} numbers as the file has them"]
    if len(collection.views) > 1:
        told += [
            f"all say {phrases.value_of(number, number.quartiles[0])} for {phrases.number(number.address)}"
            for number in collection.numbers
            if number.quartiles[0] == number.quartiles[-1] and len(number.set_by) == len(collection.views)
        ][:MOST_ALIKE]
    own = {view.choice for view in collection.views}
    unchosen = [phrases.letters[option] for option in collection.options if option not in own]
    if own - {None} and unchosen:
        told.append(f"nobody chooses {' or '.join(unchosen)}")
    return "; ".join(told)
